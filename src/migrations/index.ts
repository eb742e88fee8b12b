import type { MigrationInterface } from 'typeorm';
import { Engine1700000000001 } from './0001-engine.js';
import { Register1700000000002 } from './0002-register.js';
import { Sessions1700000000004 } from './0004-sessions.js';

/** Every migration in order; only ever appended to. */
export const migrations: (new () => MigrationInterface)[] = [
  Engine1700000000001,
  Register1700000000002,
  Sessions1700000000004,
];
