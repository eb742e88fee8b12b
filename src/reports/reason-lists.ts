import type { Party, Reason, Text, Workflow } from '../../workflows/definition.js';

/** What each workflow calls the list that the reasons of a stage are picked from. */
const LISTS: Readonly<Record<string, string>> = {
  referral: 'reject',
  flat: 'decline',
  offer: 'refusal',
  tenant: 'landlord',
  fallthrough: 'fallThrough',
  end: 'outcome',
  instead: 'instead',
  ownStock: 'ownStock',
};

/** The coded reasons of refusals, in the order of the workflows' own lists. */
export interface ReasonLists {
  /** The codes that a party can pick at a stage. */
  codes(stage: string, party: string): readonly string[];
  words(stage: string, code: string): Text | undefined;
}

/** Reads the reasons out of the workflows. A list that a party has no part in is open to it as a whole: who declines a flat picks from one list. */
export function reasonLists(workflows: readonly Workflow[]): ReasonLists {
  const all = (stage: string): readonly Reason[] =>
    workflows.flatMap((workflow) => workflow.reasons?.[LISTS[stage] ?? ''] ?? []);
  return {
    codes(stage, party) {
      const reasons = all(stage);
      const own = reasons.filter((reason) => reason.party === (party as Party));
      return [...new Set((own.length > 0 ? own : reasons).map(({ code }) => code))];
    },
    words: (stage, code) => all(stage).find((reason) => reason.code === code)?.label,
  };
}
