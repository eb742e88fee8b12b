import type { VNode } from 'preact';
import { dayOf } from '../../../domain/zone.js';
import type { CorrectedFileView, FactView, ForeseenCorrection } from '../../../files/correction-shapes.js';
import { DayPairs } from '../../days.js';
import { correctionWords as words, factWords, otherFact } from './correction.words.js';
import type { CorrectionPage } from './correction.js';
import { Effects } from './step-effects.js';

interface Line {
  readonly label: string;
  readonly day: string;
}

/** What a correction would change: states and terms as with a step, what no longer stands, and what counts instead. */
export function CorrectionEffects({
  foreseen,
  page,
  called,
}: Pick<CorrectionPage, 'page' | 'called'> & { readonly foreseen: ForeseenCorrection }): VNode {
  const { language, flats, view } = page;
  const { files, keptReports } = foreseen;
  const asStep = files.map((file) => ({ ...file, isNew: false, isLost: false }));
  const where = ({ id }: CorrectedFileView) =>
    id === view.id ? '' : `${flats.find(({ file }) => file === id)?.label ?? id}: `;
  const each = (lines: (file: CorrectedFileView) => readonly Line[]): Line[] =>
    files.flatMap((file) => lines(file).map((one) => ({ ...one, label: `${where(file)}${one.label}` })));
  const happened = ({ told, occurredAt }: { readonly told: string; readonly occurredAt: string }) => ({
    label: told,
    day: dayOf(occurredAt),
  });
  const counts = ({ kind, on }: FactView) => ({ label: (factWords[kind] ?? otherFact)[language], day: on });
  return (
    <>
      <Effects foreseen={{ proposed: false, files: asStep }} page={page} called={called} />
      <Lines title={words.gone[language]} lines={each(({ gone }) => gone.map(happened))} />
      <Lines title={words.told[language]} lines={each(({ events }) => events.map(happened))} />
      <Lines
        title={words.ended[language]}
        lines={each(({ ended }) => ended.map(({ label, on }) => ({ label, day: on })))}
      />
      <Lines title={words.closed[language]} lines={each(({ closed }) => closed.map(counts))} />
      <Lines title={words.counted[language]} lines={each(({ counted }) => counted.map(counts))} />
      <Lines
        title={words.kept[language]}
        lines={keptReports.map(({ name, keptAt }) => ({ label: name, day: dayOf(keptAt) }))}
      />
    </>
  );
}

/** Lines under a heading, each with its day; nothing when there are none. */
const Lines = ({ title, lines }: { readonly title: string; readonly lines: readonly Line[] }) =>
  lines.length === 0 ? null : (
    <section class="sec">
      <h2>{title}</h2>
      <DayPairs all={lines} />
    </section>
  );
