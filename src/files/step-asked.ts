import { randomUUID } from 'node:crypto';
import type { Reader } from '../access/access-entry.js';
import type { Asked as EngineAsked } from '../engine/command.js';
import type { Person } from '../engine/model.js';
import type { Language } from '../platform/language.js';

/** A step as asked for over HTTP. */
export interface StepAsked {
  readonly person: Person;
  readonly reader: Reader;
  readonly language: Language;
  readonly asked: EngineAsked;
  /** The caller's name for the step; empty: it has none, and each call is a step of its own. */
  readonly key: string;
  readonly occurredAt?: string | undefined;
  readonly expectedVersion?: number | undefined;
  readonly dryRun?: boolean | undefined;
}

/** A key is the caller's own: two people may use the same. */
export const commandId = ({ person, key }: Pick<StepAsked, 'person' | 'key'>): string =>
  `${person.login}:${key === '' ? randomUUID() : key}`;
