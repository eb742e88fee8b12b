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
    ...stays(known, asked),
    ...signed(known, asked),
    ...refusals(known, asked),
  };
}

const within = ({ on }: FactRow, { from, until }: Asked): boolean => from <= on && on <= until;
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
  const sent = new Set<string>();
  const declined = new Set<string>();
  for (const fact of known.filter((one) => within(one, asked))) {
    if (fact.kind === 'accepted' && fact.stage === 'requested')
      sent.add(`${fact.form} ${fact.file}/${fact.process}`);
    if (fact.kind === 'refused' && fact.stage === 'flat' && fact.party === 'shis') declined.add(fact.file);
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

function refusals(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const count = new Count('refusals');
  const seen = new Set<string>();
  const answered = new Map<string, Set<string>>();
  const put = (group: string, id: string) => answered.set(group, (answered.get(group) ?? new Set()).add(id));
  const noes: FactRow[] = [];
  for (const fact of known.filter((one) => within(one, asked)).sort(byDay)) {
    const { kind, stage, party } = fact;
    const thing = `${fact.file}/${fact.process}/${fact.dwelling}`;
    if (kind === 'accepted' && ['referral', 'flat', 'offer'].includes(stage ?? ''))
      put(`${stage} ${party}`, `yes ${thing}`);
    if (kind === 'accepted' && stage === 'signed') put('signings', `yes ${fact.file}/${fact.process}`);
    if (kind === 'accepted' && stage === 'signed' && isAgencyFlat(known, fact))
      put('flats', `yes ${fact.dwelling}`);
    if (kind !== 'refused' || !['referral', 'flat', 'offer', 'tenant', 'fallthrough'].includes(stage ?? ''))
      continue;
    if (seen.has(`${stage} ${party} ${thing}`)) continue;
    seen.add(`${stage} ${party} ${thing}`);
    put(`${stage} ${party}`, `no ${thing}`);
    noes.push(fact);
  }
  const size = (group: string): number => answered.get(group)?.size ?? 0;
  for (const { stage, party, reason } of noes) {
    const row = `${party} ${stage} ${reason}`;
    count.add(`${row} count`);
    const more = stage === 'tenant' ? size('flats') : stage === 'fallthrough' ? size('signings') : 0;
    count.set(`${row} base`, size(`${stage} ${party}`) + more);
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
