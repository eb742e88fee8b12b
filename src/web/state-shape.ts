import type { Person } from '../engine/model.js';
import type { Shape } from './pages/work-line.js';

/** A state as far as its shape hangs on it. `name`: its workflow and the name it is shown by, as `tenancy limit.planning`. */
interface Standing {
  readonly name: string;
  readonly open: boolean;
  readonly waitsFor: string | null;
}

/** States whose shape says more than whose turn it is. */
const SHAPES: Readonly<Record<string, Shape>> = {
  'tenancy followUp.due': 'soon',
  'tenancy followUp.overdue': 'late',
  'tenancy limit.planning': 'soon',
  'tenancy limit.final': 'late',
  'tenancy limit.exceeded': 'late',
  'tenancy active': 'done',
  'tenancy leaseExpired': 'late',
  'offer unanswered': 'late',
  'offer signed': 'done',
  'referral placed': 'done',
  'referral hold.paused': 'hold',
  'agency-request fulfilled': 'done',
  'dwelling occupied': 'done',
  'dwelling let': 'done',
  'dwelling available': 'now',
  'dwelling reserved': 'wait',
  'dwelling turnaround': 'idle',
  'dwelling service.outOfService': 'stop',
};

/** Whether it is the turn of a person's own organisation. The housing unit stands in the district's place for its households. */
export const isOurs = (waitsFor: string, { kind }: Pick<Person, 'kind'>): boolean =>
  waitsFor === kind || (waitsFor === 'district' && kind === 'housingUnit');

/** The shape of a state (LOOK.md), seen by a person: what it is, else whose turn it is. */
export function shapeOf({ name, open, waitsFor }: Standing, person: Pick<Person, 'kind'>): Shape {
  const known = SHAPES[name];
  if (known !== undefined) return known;
  if (!open) return 'stop';
  if (waitsFor === null) return 'idle';
  return isOurs(waitsFor, person) ? 'now' : 'wait';
}
