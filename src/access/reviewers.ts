import type { Person } from '../engine/model.js';

/** Roles that watch over who reads what, in every organisation. */
const SECURITY_OFFICERS: ReadonlySet<string> = new Set(['auditor', 'systemAdministrator']);

/** Whether a person watches over the log of readings. */
export const isSecurityOfficer = ({ role }: Pick<Person, 'role'>): boolean => SECURITY_OFFICERS.has(role);
