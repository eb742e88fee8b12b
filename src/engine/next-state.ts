import type { FileState } from './model.js';
import type { FileDraft } from './step-draft.js';

/** The file as it will be read once the draft is written. */
export function nextState(draft: FileDraft): FileState {
  return {
    id: draft.id,
    kind: draft.kind,
    version: draft.seq,
    record: draft.record,
    openedAt: draft.openedAt,
    recordedAt: draft.recordedAt,
    processes: [...draft.processes.values()].sort((a, b) => a.number - b.number),
    deadlines: [...draft.deadlines.values()].flat(),
  };
}
