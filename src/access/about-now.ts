import { dayOf } from '../domain/zone.js';
import { about } from '../engine/about.js';
import type { FileState } from '../engine/model.js';
import type { Clock, FileAbout } from '../engine/ports.js';
import type { Registry } from '../engine/registry.js';

/** Whose a file is today, and who was let into it. */
export const aboutNow = (
  { registry, clock }: { readonly registry: Registry; readonly clock: Clock },
  file: FileState,
): FileAbout => about(registry, file, dayOf(clock.now()));
