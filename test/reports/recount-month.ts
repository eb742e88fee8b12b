import type { FactRow } from './book.js';
import type { Asked } from './recount.js';

/** What was known of the facts by a moment. */
const knownOf = (facts: readonly FactRow[], { knownBefore }: Asked): FactRow[] =>
  facts.filter(
    ({ recorded, voided }) => recorded < knownBefore && (voided === null || voided >= knownBefore),
  );
const within = ({ on }: FactRow, { from, until }: Asked): boolean => from <= on && on <= until;
const processOf = ({ file, process }: FactRow): string => `${file}/${process}`;
const isOurs = ({ form }: FactRow): boolean => form === 'transitional';
const thing = ({ party, stage, file, process, dwelling }: FactRow): string =>
  [party, stage, file, process, dwelling].join('/');
const byDay = (a: FactRow, b: FactRow): number => (a.on === b.on ? a.seq - b.seq : a.on < b.on ? -1 : 1);
/** The first of each, by day and then by order of recording. */
function firsts(facts: readonly FactRow[], idOf: (fact: FactRow) => string): FactRow[] {
  const found = new Map<string, FactRow>();
  for (const fact of [...facts].sort(byDay)) if (!found.has(idOf(fact))) found.set(idOf(fact), fact);
  return [...found.values()];
}

/** The lines of a month's statistics counted again, slowly, stay by stay and process by process. */
export function recountMonth(facts: readonly FactRow[], asked: Asked): Record<string, number> {
  const known = knownOf(facts, asked);
  const now = known.filter((one) => within(one, asked));
  const told = (kind: string, stage: string): number =>
    new Set(now.filter((one) => one.kind === kind && one.stage === stage && isOurs(one)).map(processOf)).size;
  const answers = (kind: string, stage: string, party?: string): number =>
    firsts(
      now.filter((one) => one.kind === kind && one.stage === stage),
      thing,
    ).filter((one) => (stage === 'flat' || isOurs(one)) && (party === undefined || one.party === party))
      .length;
  return {
    ...staysIn(known, asked),
    submitted: told('accepted', 'submitted'),
    withdrawn: told('refused', 'withdrawn'),
    offered: told('accepted', 'offered'),
    approved: answers('accepted', 'referral'),
    rejected: answers('refused', 'referral'),
    yes: answers('accepted', 'offer'),
    no: answers('refused', 'offer'),
    declined: answers('refused', 'flat', 'shis'),
    requested: ofProcess(now, 'requested'),
    signed: ofProcess(now, 'signed'),
    proposed: now.filter(({ kind, data, ...one }) => {
      const { state, to } = data as { state?: string; to?: string };
      return kind === 'step' && state === 'sent' && to === 'evaluating' && one.form === 'transitional';
    }).length,
  };
}

/** By the first of a process, whose form decides. */
const ofProcess = (now: readonly FactRow[], stage: string): number =>
  firsts(
    now.filter((one) => one.kind === 'accepted' && one.stage === stage),
    processOf,
  ).filter(isOurs).length;

function staysIn(known: readonly FactRow[], asked: Asked): Record<string, number> {
  const { from, until } = asked;
  const before = new Date(Date.parse(`${from}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10);
  const count = { atStart: 0, in: 0, out: 0, atEnd: 0, transfers: 0 };
  for (const name of new Set(known.map(processOf))) {
    const own = known.filter((one) => processOf(one) === name);
    const begun = own.filter(({ kind }) => kind === 'movedIn').at(-1);
    const ends = own.filter(({ kind }) => kind === 'movedOut').sort(byDay);
    if (begun === undefined || !isOurs(begun)) continue;
    const isOpen = (day: string): boolean => begun.on <= day && !ends.some(({ on }) => on <= day);
    if (isOpen(before)) count.atStart++;
    if (isOpen(until)) count.atEnd++;
    if (within(begun, asked) && !ends.some(({ on }) => on < begun.on)) count.in++;
    const end = ends.find(({ on }) => begun.on <= on);
    if (end !== undefined && within(end, asked)) count.out++;
  }
  for (const signing of known.filter((one) => one.stage === 'signed' && isOurs(one) && within(one, asked))) {
    const isFirst = !known.some(
      (one) =>
        one.stage === 'signed' &&
        isOurs(one) &&
        within(one, asked) &&
        processOf(one) === processOf(signing) &&
        byDay(one, signing) < 0 &&
        livesElsewhere(known, one),
    );
    if (isFirst && livesElsewhere(known, signing)) count.transfers++;
  }
  return count;
}

/** Whether a family that signs lives in another flat of the form that day. */
const livesElsewhere = (known: readonly FactRow[], signing: FactRow): boolean =>
  known.some(
    (stay) =>
      stay.kind === 'movedIn' &&
      stay.file === signing.file &&
      stay.form === signing.form &&
      stay.process < signing.process &&
      !known.some(
        (end) => end.kind === 'movedOut' && processOf(end) === processOf(stay) && end.on <= signing.on,
      ),
  );

/** What became of each request of the year by its last day, request by request. */
export function recountBridge(facts: readonly FactRow[], asked: Asked): Record<string, number> {
  const known = knownOf(facts, asked);
  const byThen = known.filter(({ on }) => on <= asked.until);
  const count: Record<string, number> = { open: 0, closed: 0, declined: 0, accepted: 0, signed: 0 };
  const sent = known.filter((one) => one.stage === 'requested' && isOurs(one) && within(one, asked));
  for (const request of new Set(sent.map(processOf))) {
    const steps = byThen.filter((one) => processOf(one) === request && one.kind === 'step');
    const last = steps.at(-1);
    const { to } = (last?.data ?? {}) as { to?: string };
    const there = (kind: string, more: (fact: FactRow) => boolean = () => true): boolean =>
      byThen.some((one) => one.kind === kind && one.file === last?.dwelling && more(one));
    const wasDeclined = steps.some(({ data }) => {
      const step = data as { state?: string; to?: string };
      return step.state === 'evaluating' && step.to === 'sent';
    });
    const isGone = there('step', ({ data }) => (data as { to?: string }).to === 'service.stopped');
    const fate =
      last === undefined || to === 'sent' || to === 'evaluating'
        ? 'open'
        : to === 'fulfilled'
          ? there('allocated')
            ? 'signed'
            : isGone
              ? 'closed'
              : 'accepted'
          : wasDeclined
            ? 'declined'
            : 'closed';
    count[fate] = (count[fate] ?? 0) + 1;
  }
  return count;
}

/** What each company's flats came to: `company column`, for figures that are not zero. */
export function recountCompanies(
  facts: readonly FactRow[],
  asked: Asked,
  companyOf: (flat: string | null) => string,
): Record<string, number> {
  const known = knownOf(facts, asked);
  const count: Record<string, number> = {};
  const add = (key: string): void => void (count[key] = (count[key] ?? 0) + 1);
  const booked = firsts(
    known.filter(
      ({ kind, channel, on }) => kind === 'allocated' && channel === 'agency' && on <= asked.until,
    ),
    ({ dwelling }) => String(dwelling),
  );
  for (const one of booked) if (within(one, asked)) add(`${companyOf(one.dwelling)} allocated`);
  const now = known.filter((one) => within(one, asked) && one.kind === 'refused');
  for (const one of firsts(now, thing))
    if (one.stage === 'flat' && one.party === 'shis') add(`${companyOf(one.file)} declined`);
  const rejected = now.filter(({ stage }) => stage === 'tenant');
  for (const one of firsts(rejected, ({ file, process, dwelling }) => `${file}/${process}/${dwelling}`))
    add(`${companyOf(one.dwelling)} rejected`);
  return count;
}
