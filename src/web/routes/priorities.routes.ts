import { z } from 'zod';
import { priorities, type Priority, type Weights } from '../../domain/matching.js';
import { addDays, isDay } from '../../domain/days.js';
import { dayOf } from '../../domain/zone.js';
import { policyOn, policyRows } from '../../engine/policy.js';
import type { Refusal } from '../../engine/refusals.js';
import { flatsFor } from '../../files/flats.js';
import { logList } from '../../files/logged-list.js';
import { familiesForFlat, isFree, matchedToday } from '../../files/matching.js';
import { namesOf } from '../../files/work-list.js';
import { waitingFor } from '../../files/waiting.js';
import { page, type Asked, type Shown } from '../page.js';
import {
  prioritiesPage,
  type FlatBeside,
  type PrioritiesPage,
  type PrioritiesWish,
} from '../pages/priorities.page.js';
import { text } from '../pages/priorities.words.js';
import type { Fault } from '../parts.js';
import { flatName, houseNames } from './flat-lines.js';

const PATH = '/priorities';
const MOST = 1_000;
/** So many of those proposed for a flat are shown on each side. */
const SHOWN = 3;
/** What each priority is called in the policy of the referral. */
const POLICY: Readonly<Record<Priority, string>> = {
  waiting: 'pointsWaiting',
  children: 'pointsChildren',
  school: 'pointsSchool',
  ties: 'pointsTies',
};

const typed = () => z.string().max(200).optional();
const wished = {
  waiting: typed(),
  children: typed(),
  school: typed(),
  ties: typed(),
  from: typed(),
  why: typed(),
};
type Here = Pick<Asked, 'runtime' | 'session' | 'language' | 'reader'>;

const look = page(
  {
    id: 'priorities',
    method: 'GET',
    path: PATH,
    permission: 'priorities',
    audit: [],
    query: z.object({ done: typed() }),
  },
  (asked) => {
    const done = isDay(asked.query.done) ? asked.query.done : null;
    return shown(asked, wishIn(asked.kept ?? {}, asked), { faults: [], done });
  },
);

/** Shows what other points would do; only when they were seen and are sent once more do they hold. */
const change = page(
  {
    id: 'changePriorities',
    method: 'POST',
    path: PATH,
    permission: 'priorities',
    audit: [],
    logs: ['list'],
    form: PATH,
    fresh: PATH,
    body: z.strictObject({ ...wished, do: z.enum(['show', 'adopt']).default('show') }),
  },
  async (asked) => {
    const { body } = asked;
    const wish = wishIn(body, asked);
    const faults = faultsOf(wish, asked);
    if (faults.length > 0) return { ...(await shown(asked, wish, { faults })), status: 422 };
    if (body.do === 'show') return shown(asked, wish, { faults, isTried: true });
    const refused = await adopted(asked, wish);
    if (refused === null) return { go: `${PATH}?done=${wish.from}` };
    const message = (refused.fields?.[0]?.message ?? refused.sentences[0])?.[asked.language] ?? '';
    return { ...(await shown(asked, wish, { faults: [{ id: 'from', message }] })), status: 422 };
  },
);

/** Every value that another would be in force of, in one. */
function adopted(here: Here, wish: PrioritiesWish): Promise<Refusal | null> {
  const { runtime, session } = here;
  const at = runtime.clock.now();
  const before = weightsOn(here, wish.from);
  const lines = priorities
    .filter((one) => Number(wish[one]) !== before[one])
    .map((one) => ({
      ...{ workflow: 'referral', name: POLICY[one], from: wish.from },
      ...{ value: Number(wish[one]), source: wish.why },
    }));
  return runtime.registers.putAll('policy', lines, { at, by: session.login, recordedAt: at });
}

function referralOf({ runtime }: Pick<Here, 'runtime'>) {
  const referral = runtime.registry.newest('referral');
  if (referral === undefined) throw new RangeError('there is no referral');
  return referral.workflow;
}

function weightsOn(here: Pick<Here, 'runtime'>, day: string): Weights {
  const values = policyOn(referralOf(here), day);
  const entries = priorities.map((one) => [one, values[POLICY[one]] as number] as const);
  return Object.fromEntries(entries) as Record<Priority, number>;
}

/** What was typed; what was not begins with tomorrow, and what is in force by then. */
function wishIn(given: Readonly<Record<string, unknown>>, here: Here): PrioritiesWish {
  const tomorrow = addDays(dayOf(here.runtime.clock.now()), 1);
  const now = weightsOn(here, tomorrow);
  const of = (name: keyof PrioritiesWish, otherwise: string): string => {
    const one = given[name];
    return (typeof one === 'string' ? one : otherwise).trim();
  };
  return {
    waiting: of('waiting', String(now.waiting)),
    children: of('children', String(now.children)),
    school: of('school', String(now.school)),
    ties: of('ties', String(now.ties)),
    from: of('from', tomorrow),
    why: of('why', ''),
  };
}

function faultsOf(wish: PrioritiesWish, here: Here): Fault[] {
  const say = text[here.language];
  const isPoints = (given: string): boolean => /^\d{1,4}$/.test(given) && Number(given) <= MOST;
  const numbers = priorities.flatMap((id) =>
    isPoints(wish[id]) ? [] : [{ id, message: say.notNumber(say.priorities[id]) }],
  );
  const today = dayOf(here.runtime.clock.now());
  const isAhead = isDay(wish.from) && wish.from > today && wish.from <= '2199-12-31';
  const then = isAhead ? weightsOn(here, wish.from) : null;
  const isSame =
    numbers.length === 0 && then !== null && priorities.every((one) => Number(wish[one]) === then[one]);
  return [
    ...numbers,
    ...(isSame ? [{ id: 'waiting', message: say.unchanged }] : []),
    ...(isAhead ? [] : [{ id: 'from', message: say.notDay }]),
    ...(wish.why === '' ? [{ id: 'why', message: say.noSource }] : []),
  ];
}

async function shown(
  here: Here,
  wish: PrioritiesWish,
  more: { readonly faults: readonly Fault[]; readonly isTried?: boolean; readonly done?: string | null },
): Promise<Shown> {
  const { language, session } = here;
  const beside = more.isTried === true ? await besideEachOther(here, wish) : null;
  return prioritiesPage({
    ...{ language, token: session.formToken, wish, faults: more.faults, done: more.done ?? null },
    rows: rowsOf(here),
    beside,
    firstChanges: (beside ?? []).filter(({ today, then }) => today[0]?.href !== then[0]?.href).length,
  });
}

/** The value in force of each priority, and those that are still to come. */
function rowsOf(here: Here): PrioritiesPage['rows'] {
  const today = dayOf(here.runtime.clock.now());
  const { policy } = referralOf(here);
  return priorities.flatMap((priority) => {
    const own = policy[POLICY[priority]] ?? [];
    const rows = policyRows(referralOf(here), POLICY[priority]);
    const now = rows.findLast(({ from }) => from <= today);
    // Of two for the same day the later counts.
    const coming = rows.filter(({ from }, at) => from > today && rows[at + 1]?.from !== from);
    return [...(now === undefined ? [] : [now]), ...coming].map((row) => ({
      ...{ priority, value: row.value as number, isNow: row.from <= today },
      given: own.includes(row) ? null : { since: row.from, source: row.source },
    }));
  });
}

/** Each free flat with the order of today and the one that other points would give, of the same families and flats. */
async function besideEachOther(here: Here, wish: PrioritiesWish): Promise<FlatBeside[]> {
  const { runtime, reader } = here;
  const who = await reader();
  const by = await matchedToday(runtime);
  const weights = Object.fromEntries(priorities.map((one) => [one, Number(wish[one])])) as Record<
    Priority,
    number
  >;
  const other = { ...by, rules: { ...by.rules, weights } };
  const free = (await flatsFor(runtime, who.person)).filter(isFree);
  const families = await waitingFor(runtime, who.person);
  const files = families.map(({ file }) => file);
  await logList(runtime, who, { list: 'priorities' }, files);
  const called = await namesOf(runtime, who.person, files);
  const names = await houseNames(runtime);
  return free.flatMap((flat) => {
    const order = (one: typeof by): FlatBeside['today'] =>
      familiesForFlat(flat, families, one).fit.map(({ family: { file }, points }) => {
        return { href: `/files/${file}`, name: called.get(file) ?? file, points };
      });
    const [today, then] = [order(by), order(other)];
    if (today.length === 0) return [];
    const moved = today.filter(({ href }, at) => then[at]?.href !== href).length;
    return {
      ...{ href: `/flats/${flat.file}/families`, name: flatName(flat, names), all: today.length, moved },
      ...{ today: today.slice(0, SHOWN), then: then.slice(0, SHOWN) },
    };
  });
}

/** The points that the queue is ordered by. */
export const prioritiesPages = [look, change];
