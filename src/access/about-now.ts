import type { OrgKind } from '../../workflows/definition.js';
import { dayOf } from '../domain/zone.js';
import { about } from '../engine/about.js';
import type { FileState } from '../engine/model.js';
import type { Clock, FileAbout } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';
import { shownState } from '../engine/shown.js';

/** A file as somebody comes to read it. */
export interface FileNow extends FileAbout {
  /** The kinds of organisation that something in it waits for. */
  readonly waitsFor: readonly OrgKind[];
}

/** Whose a file is today, who was let into it, and whom it waits for. */
export const aboutNow = (
  { registry, clock }: { readonly registry: Registry; readonly clock: Clock },
  file: FileState,
): FileNow => ({
  ...about(registry, file, dayOf(clock.now())),
  waitsFor: file.processes
    .map((one) => shownState(registry, one))
    .flatMap(({ open, waitsFor }) => (open && waitsFor !== null ? [waitsFor] : [])),
});
