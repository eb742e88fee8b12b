import type { Day, Guard, Party, Reason } from '../definition.js';
import { dataOf, text } from './parts.js';

/** Reasons by their codes, in words. A code is never renamed in place. */
export type ReasonWords = Readonly<Record<string, readonly [sv: string, en: string]>>;

/** Coded reasons that are a party's own; `to`: until when a person can choose them. */
export const reasons = (party: Party, words: ReasonWords, to?: Day): Reason[] =>
  Object.entries(words).map(([code, [sv, en]]) => ({
    code,
    label: text(sv, en),
    party,
    from: '2000-01-01',
    ...(to === undefined ? {} : { to }),
  }));

/** A reason that none of the others is; `otherExplained`: one that is to be explained in words. */
export const other: ReasonWords = { other: ['Annat skäl', 'Other reason'] };
export const otherExplained: ReasonWords = { other: ['Annat skäl (skriv)', 'Other reason (write)'] };

/** What a flat is turned down for before it is offered, whoever asked the agency for it. */
export const flatDoesNotDo: ReasonWords = {
  size: ['Storleken', 'Size'],
  area: ['Läget', 'Area'],
  condition: ['Lägenhetens skick', 'Condition'],
  access: ['Tillgänglighet', 'Access'],
  rent: ['Hyran är för hög för målgruppen', 'Rent too high for the group'],
  time: ['Inflyttningstiden', 'Time to move in'],
};

/** Why whoever was offered a flat does not want it. */
export const offerDoesNotSuit: ReasonWords = {
  area: ['Läget passar inte', 'The area'],
  size: ['Storleken', 'Size'],
  access: ['Våning eller tillgänglighet', 'Floor or access'],
  rent: ['Hyran är för hög', 'Rent too high'],
  school: ['Skola eller förskola', 'School or preschool'],
  safety: ['Otryggt för familjen', 'Not safe for the family'],
  'own-housing': ['Har ordnat egen bostad', 'Found own housing'],
  'other-form': ['Vill ha annan boendeform', 'Wants another form of housing'],
  'no-answer': ['Inget svar', 'No answer'],
};

/** Why a housing company says no. */
export const companyDoesNotAgree: ReasonWords = {
  income: ['Inkomst', 'Income'],
  references: ['Referenser', 'References'],
  debt: ['Skuld', 'Debt'],
  'household-size': ['Hushållets storlek', 'Household size'],
  'let-to-other': ['Lägenheten uthyrd till annan', 'Flat let to another'],
};

/** What hinders a lease that is neither the tenant's nor the company's doing. */
export const flatIsNotReady: ReasonWords = {
  condition: ['Lägenhetens skick', 'Condition'],
  time: ['Inflyttningstiden', 'Time to move in'],
};

/** Why a case is taken back: by those whom it is about, and by those who have it. */
export const needIsGone = reasons('household', {
  'own-housing': ['Egen bostad', 'Own housing found'],
  'left-city': ['Flyttat från staden', 'Left the city'],
  reunited: ['Återförenat hushåll', 'Household reunited'],
  'not-wanted': ['Önskar inte', 'Not wanted'],
  deceased: ['Avliden', 'Deceased'],
});
export const caseIsNotNeeded: ReasonWords = {
  'other-service': ['Annan insats', 'Other service'],
  duplicate: ['Dubblett', 'Duplicate'],
};

/** How a follow-up was held. */
export const followUpKinds = reasons('district', {
  'home-visit': ['Hembesök', 'Home visit'],
  meeting: ['Möte', 'Meeting'],
  phone: ['Telefon', 'Phone'],
  video: ['Videosamtal', 'Video call'],
});

/** Free text goes with a reason that none of the coded ones is. */
export const otherReasonIsExplained: Guard<unknown> = {
  says: text('Skriv vad skälet är när du väljer Annat skäl.', 'Write what the reason is when it is another.'),
  needs: ['reason'],
  holds: ({ step }) => {
    const { reason, note } = dataOf<{ reason: string; note?: unknown }>(step);
    // A reason sent by another process was explained there: free text stays in the file it was sealed in.
    return reason !== 'other' || note !== undefined || step.meta.cause === 'process';
  },
};
