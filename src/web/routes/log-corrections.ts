import { dayOf } from '../../domain/zone.js';
import type { Said } from '../../files/in-words.js';
import type { Opened } from '../../files/file-view.js';
import type { TrailEvent } from '../../files/event-shapes.js';
import { correctionsIn } from '../../files/log-corrections.js';
import { asTold } from '../../files/trail.js';
import type { Asked } from '../page.js';
import type { LoggedEvent } from '../pages/file/case.js';
import { correctionWords as words } from '../pages/file/correction.words.js';

/** What the log says of an event that was corrected or sealed, that corrects or seals another, or that its reader may. */
export type OfCorrections = Pick<
  LoggedEvent,
  'mark' | 'mayCorrect' | 'corrects' | 'sealed' | 'maySeal' | 'seals'
>;

type Reading = Pick<Asked, 'runtime' | 'language'>;

/** Reads what was corrected and sealed in a case, for some events of its log. `said`: the data of an event in words. */
export async function correctionsTold(
  { runtime, language }: Reading,
  opened: Opened,
  events: readonly TrailEvent[],
  said: (event: TrailEvent) => readonly Said[],
): Promise<(event: TrailEvent) => OfCorrections> {
  const { marks, told, may, sealings, maySeal } = await correctionsIn(
    runtime,
    opened,
    events.map(({ seq }) => seq),
  );
  const changes = new Map<number, ReturnType<typeof changesOf>>();
  for (const { seq } of events) {
    const one = told.get(seq);
    if (one === undefined) continue;
    const bodies = one.after === null ? [one.before] : [one.before, one.after];
    const [before, after = null] = await asTold(runtime, opened, bodies, language);
    const isSeen = before !== undefined && (after === null) === (one.after === null);
    changes.set(seq, isSeen ? changesOf(before, after) : []);
  }
  return ({ seq, type, data }) => {
    const one = told.get(seq);
    return {
      mark: marks.get(seq) ?? null,
      mayCorrect: may(seq),
      sealed: sealings.get(seq) ?? null,
      maySeal: maySeal(seq),
      seals: type === 'sealEntry' ? Number(data['of']) : null,
      corrects: one === undefined ? null : { of: one.of, changes: changes.get(seq) ?? [] },
    };
  };

  function changesOf(before: TrailEvent, after: TrailEvent | null) {
    if (after === null)
      return [{ label: words.event[language], before: before.told, after: words.never[language] }];
    const days = [dayOf(before.occurredAt), dayOf(after.occurredAt)] as const;
    const [was, is] = [lines(said(before)), lines(said(after))];
    const labels = [...new Set([...was.keys(), ...is.keys()])];
    const none = words.none[language];
    return [
      ...(days[0] === days[1] ? [] : [{ label: words.happened[language], before: days[0], after: days[1] }]),
      ...labels
        .map((label) => ({ label, before: was.get(label) ?? none, after: is.get(label) ?? none }))
        .filter((line) => line.before !== line.after),
    ];
  }
}

/** Data in words as single lines, those within others with what they stand in. */
function lines(said: readonly Said[], within = ''): Map<string, string> {
  return new Map(
    said.flatMap(({ label, value, inner }): [string, string][] => [
      ...(value === null ? [] : [[`${within}${label}`, value] as [string, string]]),
      ...lines(inner, `${within}${label}, `),
    ]),
  );
}
