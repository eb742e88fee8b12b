import type { Correction, EventBody, FileState } from '../model.js';
import type { Registry } from '../registry.js';
import type { AskedCorrection } from './asked.js';
import type { FileHistory } from './file-history.js';

/** How a file's history differs from how it was known. */
export type Change = Pick<Correction, 'keeps' | 'then'> & { readonly file: string };

/** The events of a correction: its own in the first of the files, and one that this causes in each of the others. */
export function correctionEvents(
  registry: Registry,
  asked: AskedCorrection,
  changes: readonly Change[],
  histories: readonly FileHistory[],
): EventBody[] {
  const { event, command, data, request, delegation, recordedAt } = asked;
  const all = changes.map((change, n) => common(registry, asked, change, histories[n] as FileHistory));
  const [own, ...others] = all as [Common, ...Common[]];
  const id = `${own.file}:${own.seq}`;
  const origin: EventBody = {
    ...own,
    ...(event.process === undefined ? {} : { process: event.process }),
    ...{ data, cause: { kind: 'person' }, step: id, occurredAt: recordedAt },
    ...{ command: command.id, request },
    ...(delegation === undefined ? {} : { delegation }),
    ...(others.length === 0 ? {} : { caused: others.map(({ file, seq }) => `${file}:${seq}`) }),
  };
  const caused = others.map((one): EventBody => {
    const cause = { kind: 'process' as const, event: id };
    return { ...one, data: {}, cause, step: id, occurredAt: recordedAt };
  });
  return [origin, ...caused];
}

type Common = Omit<EventBody, 'data' | 'cause' | 'step' | 'occurredAt'>;

function common(
  registry: Registry,
  { event, how, command, recordedAt, instead, isWithin }: AskedCorrection,
  { file, keeps, then }: Change,
  history: FileHistory,
): Common {
  const { by, importedAt } = command;
  const state = history.state as FileState;
  const counts = how === 'noted' && instead !== null && file === event.file ? { counts: instead.data } : {};
  return {
    ...{ format: 1, file, seq: history.version + 1, type: 'correct', known: {} },
    recordedAt: state.recordedAt > recordedAt ? state.recordedAt : recordedAt,
    ...(importedAt === undefined ? {} : { importedAt }),
    ...{ by: by.login, organisation: by.organisation, orgKind: by.kind, role: by.role },
    ...(by.onBehalfOf === undefined ? {} : { onBehalfOf: by.onBehalfOf }),
    district: registry.kind(state.kind).responsible(state.record),
    corrects: {
      ...{ of: `${event.file}:${event.seq}`, how, keeps, then },
      ...counts,
      ...(isWithin ? { within: true } : {}),
    },
  };
}
