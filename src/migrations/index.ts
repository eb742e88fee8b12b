import type { MigrationInterface } from 'typeorm';
import { Engine1700000000001 } from './0001-engine.js';

/** Every migration in order; only ever appended to. */
export const migrations: (new () => MigrationInterface)[] = [Engine1700000000001];
