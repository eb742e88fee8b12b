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
  const gone = new Set(
    bodies
      .filter(({ type, data }) => type === 'correct' && data['void'] === true)
      .map(({ data }) => data['of']),
  );
  return bodies
    .filter(({ workflow, seq, type }) => workflow === 'referral' && type !== 'correct' && !gone.has(seq))
    .map((body) => {
      const isGiven = GIVEN.includes(body.type);
      return {
        on: dayOf(body.occurredAt),
        seq: body.seq,
        ground: isGiven ? groundOf(specOf(registry, file, body), body, language) : null,
        paper: isGiven && showsWho(sight.record) ? `${body.seq}.disclosure` : null,
      };
    });
}

function groundOf(spec: ReturnType<typeof specOf>, { data }: EventBody, language: Language): string {
  const code = String(data['ground'] ?? USUAL);
  const field = spec && fieldsOf(spec.schema).find(({ path }) => path.join('.') === 'ground');
  const said: Text | undefined = field?.meta.choices?.[code];
  return said?.[language] ?? code;
}
