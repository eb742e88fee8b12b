import type { Text } from '../../../workflows/definition.js';
import type { Person } from '../../engine/model.js';
import type { ListedTerm, WorkRow } from '../../files/work-rows.js';
import type { Language } from '../../platform/language.js';
import { facilityNames, flatName as nameOfFlat } from '../../files/called.js';
import type { Snapshot } from '../../register/snapshot.js';
import type { Runtime } from '../../runtime.js';
import { nameIn } from '../around.js';
import { leftWords, SOON } from '../days.js';
import type { DueLine, WorkLine } from '../pages/work-line.js';
import { isOurs, shapeOf } from '../state-shape.js';

/** What rows are put into words with. */
export interface Wording {
  readonly snapshot: Snapshot;
  readonly facilities: ReadonlyMap<string, string>;
  readonly person: Person;
  readonly language: Language;
}

/** Reads what rows are put into words with. */
export async function wordingFor(
  { directory, pool }: Runtime,
  person: Person,
  language: Language,
): Promise<Wording> {
  const [snapshot, facilities] = await Promise.all([directory.snapshot(), facilityNames(pool)]);
  return { snapshot, facilities, person, language };
}

/** A row of a work list in words. */
export function lineOf(wording: Wording, row: WorkRow): WorkLine {
  const { language, person } = wording;
  const { state } = row;
  return {
    file: row.file,
    href: `/files/${row.file}`,
    ...titleOf(wording, row),
    ...whoseOf(wording, row),
    state: { label: state.label[language], shape: shapeOf(state, person), days: state.days },
    turn: state.waitsFor && turnOf(state.waitsFor, person, language),
    due: row.term && dueOf(row.term, language),
    steps: row.steps.map(({ type, label }) => ({
      href: `/files/${row.file}/steps/${row.process}.${type}`,
      label: label[language],
    })),
    people: row.size && peopleOf(row.size, language),
  };
}

/** A family goes by its name or number, a flat by its own; the flat that a family's row is about stands beside it. */
function titleOf(wording: Wording, row: WorkRow): Pick<WorkLine, 'title' | 'isNumber' | 'flat'> {
  const { name, file, flat } = row;
  const called = flat && flatName(wording, flat);
  if (row.kind === 'dwelling') return { title: called ?? file, isNumber: false, flat: null };
  const beside = flat && { name: called ?? '', href: `/files/${flat.file}` };
  return { title: name ?? file, isNumber: name === null, flat: beside };
}

function whoseOf(
  { snapshot, person }: Wording,
  { district, assignee }: WorkRow,
): Pick<WorkLine, 'district' | 'handler' | 'isMine'> {
  return {
    district: district && (snapshot.organisations.get(district)?.name ?? null),
    handler: assignee && nameIn(snapshot, assignee),
    isMine: assignee !== null && assignee === (person.onBehalfOf ?? person.login),
  };
}

const flatName = ({ facilities, snapshot }: Wording, flat: NonNullable<WorkRow['flat']>): string =>
  nameOfFlat(flat, facilities, snapshot.organisations);

function peopleOf({ adults, children }: NonNullable<WorkRow['size']>, language: Language): string {
  return language === 'sv'
    ? `${adults} ${adults === 1 ? 'vuxen' : 'vuxna'}, ${children} barn`
    : `${adults} ${adults === 1 ? 'adult' : 'adults'}, ${children} ${children === 1 ? 'child' : 'children'}`;
}

const text = (sv: string, en: string): Text => ({ sv, en });
const WHO: Readonly<Record<string, Text>> = {
  district: text('stadsdelen', 'the district'),
  housingUnit: text('Boendeenheten', 'the housing unit'),
  shis: text('SHIS', 'SHIS'),
  agency: text('Bostadsförmedlingen', 'the housing agency'),
  company: text('bostadsbolaget', 'the housing company'),
};

/** Whose turn it is. For a household of the housing unit, the unit stands in the district's place. */
export function turnOf(waitsFor: string, person: Person, language: Language): string {
  return isOurs(waitsFor, person) ? text('oss', 'us')[language] : (WHO[waitsFor]?.[language] ?? waitsFor);
}

const HALF_A_YEAR = 183;

/** A term with what is left of it: days for the next quarter, then months. */
export function dueOf({ name, label, day, left, isLate }: ListedTerm, language: Language): DueLine {
  const isLimit = name === 'limitPasses';
  const shape = isLate || (isLimit && left < HALF_A_YEAR) ? 'late' : left <= SOON ? 'soon' : 'ok';
  return { label: label[language], day, words: leftWords(left, isLate && !isLimit, language), shape };
}
