import type { Text } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import type { EventBody } from '../engine/model.js';
import { specOf } from '../engine/history/spec-of.js';
import { fieldsOf } from '../engine/schema-fields.js';
import type { Language } from '../platform/language.js';
import type { Runtime } from '../runtime.js';
import type { Opened } from './file-view.js';
import { showsWho } from './sight.js';

/** One time that a household's data was handed on to SHIS, or that the family took its consent back. */
export interface Disclosure {
  readonly on: string;
  readonly seq: number;
  /** On which ground, in words; null when the consent was taken back. */
  readonly ground: string | null;
  /** The ground that was told first, in words, where it was corrected; else null. */
  readonly was: string | null;
  /** Whether this is how it is now: nothing later in the same referral came instead, and no other referral says more. */
  readonly holds: boolean;
  /** The name of the paper that tells what was handed on; null when there is none for the reader. */
  readonly paper: string | null;
}

const GIVEN = ['submit', 'disclose'];
const TAKEN_BACK = 'withdrawConsent';
/** What goes without saying (docs/decisions/0007). */
const USUAL = 'consent';

/** Events that may be of some types, by the bytes that such a one has in it. */
const TOLD = `select canonical from event where file_id = $1
  and exists (select from unnest($2::bytea[]) as told where position(told in canonical) > 0) order by seq`;
const TYPES = new Set([...GIVEN, TAKEN_BACK, 'correct']);

/** What of an opened household was handed on to SHIS, when and on which ground, oldest first; without what was corrected away. */
export async function disclosuresOf(
  { guarded, registry, clock }: Runtime,
  { person, file, sight }: Opened,
  language: Language,
): Promise<Disclosure[]> {
  const referrals = sight.processes.filter(({ workflow }) => workflow === 'referral');
  if (referrals.length === 0) return [];
  const types = [...TYPES].map((type) => Buffer.from(`"type":"${type}"`));
  const query = { name: 'disclosures', text: TOLD, values: [file.id, types] };
  const { rows } = await guarded.as(person, clock.now(), (db) => db.query<{ canonical: Buffer }>(query));
  const bodies = rows
    .map(({ canonical }) => JSON.parse(canonical.toString('utf8')) as EventBody)
    .filter(({ type }) => TYPES.has(type));
  const corrected = new Map(
    bodies.flatMap(({ type, data }) => (type === 'correct' ? [[data['of'], data as Corrected]] : [])),
  );
  const told = bodies.filter(
    ({ workflow, seq, type }) =>
      workflow === 'referral' && type !== 'correct' && corrected.get(seq)?.void !== true,
  );
  const holding = nowIn(told);
  return told.map((body) => {
    const isGiven = GIVEN.includes(body.type);
    const { data, occurredAt = body.occurredAt } = corrected.get(body.seq)?.replacement ?? {};
    const inWords = (of: EventBody['data']): string => groundIn(specOf(registry, file, body), of, language);
    const [first, ground] = [inWords(body.data), inWords(data ?? body.data)];
    return {
      ...{ on: dayOf(occurredAt), seq: body.seq, holds: holding.has(body) },
      ground: isGiven ? ground : null,
      was: isGiven && first !== ground ? first : null,
      paper: isGiven && showsWho(sight.record) ? `${body.seq}.disclosure` : null,
    };
  });
}

/** What a correction says of an event. */
interface Corrected {
  readonly void?: true;
  readonly replacement?: Partial<Pick<EventBody, 'data' | 'occurredAt'>>;
}

/** What holds now: the last of each referral, if by one of them something is handed on; else the last consent taken back. */
function nowIn(told: readonly EventBody[]): ReadonlySet<EventBody> {
  const last = [...new Map(told.map((body) => [body.process, body])).values()];
  const given = last.filter(({ type }) => GIVEN.includes(type));
  return new Set(given.length > 0 ? given : last.slice(-1));
}

function groundIn(spec: ReturnType<typeof specOf>, data: EventBody['data'], language: Language): string {
  const code = String(data['ground'] ?? USUAL);
  const field = spec && fieldsOf(spec.schema).find(({ path }) => path.join('.') === 'ground');
  const said: Text | undefined = field?.meta.choices?.[code];
  return said?.[language] ?? code;
}
