import type { OrgKind, StateSpec } from '../definition.js';
import { text } from '../files/parts.js';

const waiting = (sv: string, en: string, due: string, waitsFor: OrgKind): StateSpec => ({
  label: text(sv, en),
  waitsFor,
  due,
  open: true,
});
const closed = (sv: string, en: string): StateSpec => ({ label: text(sv, en), open: false });

/** What each state is called, who must act there (`provider`: whoever took the application), and its term. */
export const statesFor = (provider: OrgKind): Readonly<Record<string, StateSpec>> => ({
  applied: waiting('Ansökt', 'Applied', 'decisionTerm', provider),
  denied: closed('Avslag', 'Denied'),
  granted: waiting('Beviljad', 'Granted', 'requestTerm', provider),
  requested: waiting(
    'Begärd, väntar på förslag',
    'Requested, waiting for a proposal',
    'proposalTerm',
    'agency',
  ),
  proposed: waiting('Förslag att ta ställning till', 'A proposal to answer', 'answerTerm', provider),
  offered: waiting('Erbjuden', 'Offered', 'offerTerm', provider),
  accepted: waiting('Tackat ja', 'Accepted', 'signTerm', provider),
  leased: waiting('Hyrd av nämnden', 'Leased by the board', 'subletTerm', provider),
  sublet: waiting('Uthyrd i andra hand', 'Sublet', 'followUp', provider),
  takenOver: closed('Övertagen', 'Taken over'),
  ended: closed('Avslutat', 'Ended'),
  withdrawn: closed('Återkallad', 'Withdrawn'),
});
