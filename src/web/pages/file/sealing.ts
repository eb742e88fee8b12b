import type { Fault } from '../../parts.js';
import type { CaseSummary, LoggedEvent } from './case.js';

/** The form by which an entry is sealed, with what was typed. */
export interface SealingPage {
  readonly page: CaseSummary;
  readonly event: LoggedEvent;
  /** Who asked for it first, by name, perhaps the reader; null when nobody has. */
  readonly first: { readonly name: string; readonly on: string; readonly isReader: boolean } | null;
  readonly state: { readonly key: string; readonly version: string };
  readonly reason: string;
  readonly faults: readonly Fault[];
  /** What others did to the case since the form was opened. */
  readonly since: readonly LoggedEvent[];
}

/** Where an entry of a case is sealed. */
export const sealingHref = (file: string, seq: number): string => `/files/${file}/events/${seq}/sealing`;
