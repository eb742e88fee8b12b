import type { Person } from '../../engine/model.js';
import { candidatesOf } from '../../files/assigning.js';
import { GOING_ON, nameOfTask, type Narrowed } from '../../files/work-list.queries.js';
import { workLists, type ListName } from '../../files/work-lists.js';
import type { Language } from '../../platform/language.js';
import type { Runtime } from '../../runtime.js';
import type { Chip, Filter } from '../pages/list-filters.js';
import { words } from '../pages/lists.words.js';
import { turnOf } from './work-lines.js';

/** What stands in the address of a list. */
export interface ListQuery {
  readonly list?: string | undefined;
  readonly district?: string | undefined;
  readonly handler?: string | undefined;
  readonly what?: string | undefined;
  readonly turn?: string | undefined;
  readonly late?: string | undefined;
  readonly order?: 'desc' | undefined;
  readonly after?: string | undefined;
}

/** In an address: files that nobody handles. */
const NOBODY = '-';

/** The address of a list; what is undefined or empty is left out. */
export function listAddress(query: ListQuery): string {
  const kept = Object.entries(query).filter(([, value]) => value !== undefined && value !== '');
  return `/files?${new URLSearchParams(kept as [string, string][]).toString()}`;
}

/** The ways in which somebody can narrow a list, in the order of the form. */
export async function filtersOf(
  runtime: Runtime,
  person: Person,
  list: ListName,
  query: ListQuery,
  language: Language,
): Promise<Filter[]> {
  const snapshot = await runtime.directory.snapshot();
  const say = words[language];
  const families = person.kind === 'district' || person.kind === 'housingUnit';
  const whole = typeof workLists[list].holds === 'string';
  const districts = [...snapshot.organisations]
    .filter(([, { kind }]) => kind === 'district')
    .map(([value, { name }]) => ({ value, text: name }));
  const handlers = [
    { value: NOBODY, text: say.nobody },
    ...candidatesOf(snapshot, person.organisation, runtime.clock.now()).map(({ login, name }) => ({
      value: login,
      text: name,
    })),
  ];
  const turns = ['district', 'shis', 'agency'].map((value) => ({
    value,
    text: turnOf(value, person, language),
  }));
  const all = [
    { name: 'district', options: families || person.kind === 'agency' ? [] : districts },
    { name: 'handler', options: families && list !== 'mine' && list !== 'unassigned' ? handlers : [] },
    { name: 'what', options: whatOf(runtime, person, list, language) },
    { name: 'turn', options: whole ? turns : [] },
  ] as const;
  return all
    .filter(({ options }) => options.length > 1)
    .map(({ name, options }) => ({
      name,
      options: [...options].sort((one, other) =>
        name === 'district' ? one.text.localeCompare(other.text, 'sv') : 0,
      ),
      value: options.some(({ value }) => value === query[name]) ? query[name] : undefined,
    }));
}

/** The tasks of a list, or the states in which the cases of a list of files may be. */
function whatOf(
  { registry }: Runtime,
  person: Person,
  list: ListName,
  language: Language,
): Filter['options'] {
  const { holds } = workLists[list];
  if (typeof holds !== 'string')
    return holds.map((task) => {
      const workflow = registry.newest(task.workflow)?.workflow;
      const label =
        'deadline' in task
          ? workflow?.deadlines[task.deadline]?.label
          : [...(registry.newest(task.workflow)?.leaves.values() ?? [])].find(
              ({ primary, shown }) => primary && shown === task.state,
            )?.spec?.label;
      return { value: nameOfTask(task), text: label?.[language] ?? nameOfTask(task) };
    });
  const names = person.kind === 'housingUnit' ? ['tenancy'] : ['referral', 'tenancy'];
  const states = names.flatMap((name) =>
    [...(registry.newest(name)?.leaves.values() ?? [])].flatMap(({ primary, shown, spec }) =>
      primary && spec?.open ? [{ value: shown, text: spec.label[language] }] : [],
    ),
  );
  return holds === 'all' ? [{ value: GOING_ON, text: words[language].goingOn }, ...states] : states;
}

/** What the filters in force mean for the list. */
export function narrowedBy(filters: readonly Filter[], late: boolean): Narrowed {
  const chosen = new Map(filters.map(({ name, value }) => [name, value]));
  const handler = chosen.get('handler');
  return {
    district: chosen.get('district'),
    handler: handler === NOBODY ? null : handler,
    what: chosen.get('what'),
    turn: chosen.get('turn'),
    ...(late && { late }),
  };
}

/** The filters in force as links that take each away. */
export function chipsOf(filters: readonly Filter[], query: ListQuery, language: Language): Chip[] {
  const say = words[language];
  const chips = filters.flatMap(({ name, options, value }) => {
    const option = options.find((one) => one.value === value);
    if (option === undefined) return [];
    const text = `${say[name]}: ${option.text}`;
    return [{ href: listAddress({ ...query, [name]: undefined, after: undefined }), text }];
  });
  const late = { href: listAddress({ ...query, late: undefined, after: undefined }), text: say.late };
  return query.late === undefined ? chips : [...chips, late];
}
