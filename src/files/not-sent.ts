/** Why a message or mail is not to be sent: told otherwise, past, nobody to have it. */
export const notSentReasons = ['told', 'past', 'nobody'] as const;
export type NotSentBecause = (typeof notSentReasons)[number];
