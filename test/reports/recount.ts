import type { FactRow } from './book.js';

/** The period and the moment before which a fact had to be recorded, for the slow count. */
export interface Asked {
  readonly from: string;
  readonly until: string;
  readonly knownBefore: string;
}

/**
 * The three reports counted again, slowly and from their definitions in words: one loop over the facts for each figure,
 * no SQL. Keys as `row column`, for figures that are not zero.
 */
export function recount(facts: readonly FactRow[], asked: Asked): Record<string, number> {
  const known = facts.filter(
    ({ recorded, voided }) =>
      recorded < asked.knownBefore && (voided === null || voided >= asked.knownBefore),
  );
  return {
    ...goal(known, asked),
    ...asking(known, asked),
    ...stays(known, asked),
    ...signed(known, asked),
    ...refusals(known, asked),
  };
}

const within = ({ on }: FactRow, { from, until }: Asked): boolean => from <= on && on <= until;
const is = ({ kind, stage }: FactRow, aKind: string, ...stages: string[]): boolean =>
  kind === aKind && stages.includes(stage ?? '');
const byDay = (a: FactRow, b: FactRow): number => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1);

function goal(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const count = new Count('goal');
  const flats = new Map<string, FactRow[]>();
  for (const fact of known)
    if (fact.kind === 'allocated' && fact.channel === 'agency')
      flats.set(fact.file, [...(flats.get(fact.file) ?? []), fact]);
  for (const signings of flats.values()) {
    const booked = signings.sort(byDay)[0] as FactRow;
    if (!within(booked, asked)) continue;
    for (const row of [booked.form, 'total']) count.add(`${row} allocated`);
    if (booked.form === 'supported-housing' && booked.formKind !== null)
      count.add(`${booked.form} ${booked.formKind}`);
  }
  return count.all;
}

function asking(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const count = new Count('goal');
  const sent = new Set<string>();
  const declined = new Set<string>();
  for (const fact of known.filter((one) => within(one, asked))) {
    if (is(fact, 'accepted', 'requested')) sent.add(`${fact.form} ${fact.file}/${fact.process}`);
    if (is(fact, 'refused', 'flat') && fact.party === 'shis') declined.add(fact.file);
  }
  for (const one of sent) for (const row of [one.split(' ')[0], 'total']) count.add(`${row} requested`);
  for (const _ of declined) for (const row of ['transitional', 'total']) count.add(`${row} declined`);
  return count.all;
}

function stays(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const last = new Map<string, FactRow>();
  for (const fact of known) {
    const tenancy = `${fact.file}/${fact.process}`;
    if (fact.kind === 'movedIn' && fact.seq > (last.get(tenancy)?.seq ?? 0)) last.set(tenancy, fact);
  }
  return households(
    'moved-in',
    [...last.values()].filter((one) => within(one, asked)),
    ({ channel }) => channel,
  );
}

function signed(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const signings = known.filter(
    (one) => one.kind === 'accepted' && one.stage === 'signed' && within(one, asked),
  );
  const isTransfer = (signing: FactRow): boolean =>
    known.some(
      (stay) =>
        stay.kind === 'movedIn' &&
        stay.file === signing.file &&
        stay.form === signing.form &&
        stay.process < signing.process &&
        !known.some(
          (end) =>
            end.kind === 'movedOut' &&
            end.file === stay.file &&
            end.process === stay.process &&
            end.on <= signing.on,
        ),
    );
  return households(
    'signed',
    signings.filter((one) => !isTransfer(one)),
    (one) => (isAgencyFlat(known, one) ? 'agency' : 'facility'),
  );
}

const isAgencyFlat = (known: readonly FactRow[], { dwelling }: FactRow): boolean =>
  known.some((one) => one.kind === 'allocated' && one.channel === 'agency' && one.file === dwelling);

function households(
  report: string,
  facts: readonly FactRow[],
  channelOf: (fact: FactRow) => string | null,
): Record<string, number> {
  const count = new Count(report);
  const seen = new Set<string>();
  for (const fact of [...facts].sort(byDay)) {
    if (seen.has(`${fact.household} ${fact.form}`)) continue;
    seen.add(`${fact.household} ${fact.form}`);
    count.add(`${fact.form} ${channelOf(fact)}`);
  }
  return count.all;
}

const thing = ({ file, process, dwelling }: FactRow): string => `${file}/${process}/${dwelling}`;

/** What was answered yes or no, by stage and party; whom the company took by flat, and all signings. */
function answers(known: readonly FactRow[], asked: Asked): (group: string) => number {
  const answered = new Map<string, Set<string>>();
  const put = (group: string, id: string) => answered.set(group, (answered.get(group) ?? new Set()).add(id));
  for (const fact of known.filter((one) => within(one, asked))) {
    const { stage, party } = fact;
    if (is(fact, 'accepted', 'referral', 'flat', 'offer')) put(`${stage} ${party}`, `yes ${thing(fact)}`);
    if (is(fact, 'accepted', 'signed')) put('signings', `${fact.file}/${fact.process}`);
    if (is(fact, 'accepted', 'signed') && isAgencyFlat(known, fact)) put('flats', `${fact.dwelling}`);
    if (fact.kind === 'refused') put(`${stage} ${party}`, `no ${thing(fact)}`);
  }
  return (group) => answered.get(group)?.size ?? 0;
}

function refusals(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const count = new Count('refusals');
  const size = answers(known, asked);
  const seen = new Set<string>();
  for (const fact of known.filter((one) => within(one, asked)).sort(byDay)) {
    const { stage, party, reason } = fact;
    if (!is(fact, 'refused', 'referral', 'flat', 'offer', 'tenant', 'fallthrough')) continue;
    if (seen.has(`${stage} ${party} ${thing(fact)}`)) continue;
    seen.add(`${stage} ${party} ${thing(fact)}`);
    const more = stage === 'tenant' ? size('flats') : stage === 'fallthrough' ? size('signings') : 0;
    count.add(`${party} ${stage} ${reason} count`);
    count.set(`${party} ${stage} ${reason} base`, size(`${stage} ${party}`) + more);
  }
  return count.all;
}

class Count {
  readonly all: Record<string, number> = {};
  constructor(private readonly report: string) {}

  add(key: string): void {
    this.set(key, (this.all[`${this.report} ${key}`] ?? 0) + 1);
  }

  set(key: string, value: number): void {
    this.all[`${this.report} ${key}`] = value;
  }
}
