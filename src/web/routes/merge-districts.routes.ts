import { z } from 'zod';
import type { Typed } from '../../access/session.js';
import { addDays } from '../../domain/days.js';
import { isRefusal } from '../../engine/refusals.js';
import { holdingsOf } from '../../files/organisations.js';
import { page, type Asked, type Shown } from '../page.js';
import type { Consequences } from '../pages/consequences.js';
import { mergePage, type MergeWish } from '../pages/merge-districts.page.js';
import type { Fault } from '../parts.js';
import { confirming, isConfirmed } from './consequences.js';
import { endingMeans, mergeFaults, nameOf, staying } from './merger-means.js';
import { refusedFields } from './refused-fields.js';
import { toldOf } from './told.js';
import { typed } from './typed.js';

const PATH = '/organisations/merge';
type Here = Pick<Asked, 'runtime' | 'session' | 'language'>;

const form = page(
  { id: 'mergeDistricts', method: 'GET', path: PATH, permission: 'systemAdministrator', audit: [] },
  (asked) => shown(asked, asked.kept === null ? {} : { wish: wishIn(asked.kept), wasKept: true }),
);

const several = z.union([
  z
    .string()
    .max(300)
    .transform((one) => [one]),
  z.array(z.string().max(300)).max(200),
]);

const merge = page(
  {
    id: 'districtsMerged',
    method: 'POST',
    path: PATH,
    permission: 'systemAdministrator',
    audit: ['districts-merged'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({ olds: several.default([]), successor: typed(), on: typed(), ...confirming }),
  },
  async (asked) => {
    const { runtime, session, body, language, record } = asked;
    const wish = wishIn(body);
    if (body.do === 'edit') return shown(asked, { wish });
    const told = await toldOf(asked);
    const faults = mergeFaults(told, wish);
    if (faults.length > 0) return shown(asked, { wish, faults });
    const holding = await holdingsOf(runtime.pool, told.snapshot, wish.olds, told.now);
    const means = endingMeans(told, wish, holding);
    if (!isConfirmed(body, means)) return shown(asked, { wish, told: means });
    const { olds, successor, on } = wish;
    const lines = staying(told)
      .filter(({ code }) => olds.includes(code))
      .map(({ code, from }) => ({ code, name: nameOf(told, code), from, to: addDays(on, -1), successor }));
    const entry = { at: told.now, by: session.login, recordedAt: told.now };
    const refused = await runtime.registers.putAll('district', lines, entry);
    if (refused !== null && isRefusal(refused))
      return shown(asked, { wish, faults: refusedFields(refused, 'olds', language) });
    await record('districts-merged', { ref: `${olds.join(' ')} ${successor} ${on}` });
    return { go: '/organisations?done=merged' };
  },
);

async function shown(
  here: Here,
  more: {
    readonly wish?: MergeWish;
    readonly told?: Consequences;
    readonly faults?: readonly Fault[];
    readonly wasKept?: boolean;
  },
): Promise<Shown> {
  const { session, language } = here;
  const told = await toldOf(here);
  const districts = staying(told)
    .map(({ code }) => ({ value: code, label: nameOf(told, code) }))
    .sort((one, other) => one.label.localeCompare(other.label, 'sv'));
  return mergePage({
    ...{ language, token: session.formToken, told: more.told ?? null },
    ...{ olds: districts, successors: districts, wish: more.wish ?? wishIn({}) },
    ...{ faults: more.faults ?? [], wasKept: more.wasKept ?? false },
  });
}

const wishIn = (given: Typed): MergeWish => ({
  olds: [...new Set([given['olds'] ?? []].flat())],
  successor: String(given['successor'] ?? '').trim(),
  on: String(given['on'] ?? '').trim(),
});

/** Merging districts. */
export const mergeDistrictsPages = [form, merge];
