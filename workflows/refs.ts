import type { ProcessRef } from './definition.js';

/** The file that a process stands in: the part of its ref before the slash. */
export function fileOf(process: ProcessRef): string {
  const slash = process.ref.indexOf('/');
  return slash < 0 ? process.ref : process.ref.slice(0, slash);
}

/** Whether two processes stand in the same file (the same household, or the same flat). */
export function sameFile(one: ProcessRef | null | undefined, other: ProcessRef | null | undefined): boolean {
  return one != null && other != null && fileOf(one) === fileOf(other);
}
