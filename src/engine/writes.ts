import { dayOf } from '../domain/zone.js';
import type { Done, Prepared } from './command.js';
import { ENGINE } from './deciding.js';
import type { Actor, FileWrite } from './payload.js';
import type { Plan } from './decide.js';
import { nextState } from './next-state.js';

/** The writes of a plan, file by file; the command's sealed values go with its own event. */
export function writesOf(plan: Plan, prepared: Prepared | null): FileWrite[] {
  return plan.files
    .filter((draft) => draft.events.length > 0)
    .map((draft) => {
      const own = prepared !== null && plan.origin !== null && draft.id === plan.origin.file;
      const seq = plan.origin?.seq ?? 0;
      const carried = carriedInto(draft, own ? seq : 1, prepared);
      const key = (own ? prepared.newKey : undefined) ?? carried.key;
      return {
        before: draft.base,
        after: nextState(draft),
        events: draft.events,
        facts: draft.facts,
        outbox: draft.outbox,
        sealed: [...(own ? prepared.sealed.map((s) => ({ ...s, seq })) : []), ...carried.sealed],
        terms: [...(own ? prepared.terms : []), ...carried.terms],
        ...(own && draft.base !== null && prepared.by !== ENGINE ? { actor: actorOf(prepared) } : {}),
        ...(key === undefined ? {} : { key }),
      };
    });
}

/** What the step carried into a file goes with the event that brought it there: its opening, or the command's own. */
function carriedInto({ id }: Plan['files'][number], seq: number, prepared: Prepared | null) {
  const carried = prepared?.carried;
  if (carried === undefined || carried.into !== id) return { sealed: [], terms: [], key: undefined };
  const { sealed, terms, newKey } = carried;
  return { sealed: sealed.map((one) => ({ ...one, seq })), terms, key: newKey };
}

function actorOf({ by, recordedAt }: Prepared): Actor {
  const { login, kind, organisation, onBehalfOf } = by;
  return { login: onBehalfOf === undefined ? login : '', kind, organisation, day: dayOf(recordedAt) };
}

/** The answer that a written plan gives. */
export function doneOf(plan: Plan): Done {
  const origin = plan.origin;
  if (origin === null) throw new Error('a command has an event of its own');
  const { file, seq, process } = origin;
  return { ok: true, file, seq, process: process ?? null, repeated: false, proposed: plan.proposed };
}
