import type { Text } from '../../workflows/definition.js';

/** What a colleague may hold as a role, and whether the role takes steps in cases at all. */
interface RoleSpec {
  readonly label: Text;
  readonly acts: boolean;
}

/**
 * The roles. What a role may do in an organisation is declared by the workflows (`by`, `seenBy`) and kept by the gate;
 * `manager` is the rank that some steps ask for.
 */
export const roles = {
  caseworker: { label: { sv: 'Handläggare', en: 'Caseworker' }, acts: true },
  manager: { label: { sv: 'Chef', en: 'Manager' }, acts: true },
  administrator: { label: { sv: 'Bostadsadministratör', en: 'Housing administrator' }, acts: true },
  officer: { label: { sv: 'Handläggare på enhet eller förmedling', en: 'Officer' }, acts: true },
  analyst: { label: { sv: 'Analytiker (bara statistik)', en: 'Analyst (statistics only)' }, acts: false },
  auditor: { label: { sv: 'Granskare (läser)', en: 'Auditor (reads)' }, acts: false },
  systemAdministrator: { label: { sv: 'Systemförvaltare', en: 'System administrator' }, acts: false },
} as const satisfies Record<string, RoleSpec>;

export type Role = keyof typeof roles;

/** Whether a role takes steps in cases. A role that is not known does not. */
export const acts = (role: string): boolean => Object.hasOwn(roles, role) && roles[role as Role].acts;

/** What the log of readings calls whoever runs the command line; nobody else has this login. */
export const COMMAND_LINE_LOGIN = 'cli';
