import type { Person } from '../engine/model.js';
import { acts } from '../register/roles.js';

/** Roles that watch over who reads what, in every organisation. */
const SECURITY_OFFICERS: ReadonlySet<string> = new Set(['auditor', 'systemAdministrator']);

/** Whether a person watches over the log of readings. */
export const isSecurityOfficer = ({ role }: Pick<Person, 'role'>): boolean => SECURITY_OFFICERS.has(role);

/** Whether a person reviews readings: officers everybody's, a manager those of the own people. */
export const isReviewer = (person: Person): boolean => isSecurityOfficer(person) || person.role === 'manager';

/** Whether a person may come to read the log of a file: officers, and whoever works in cases. */
export const mayReadLogs = (person: Person): boolean => isSecurityOfficer(person) || acts(person.role);

/** Whether a person matches families and flats: those who offer flats at SHIS. */
export const mayMatch = ({ kind, role }: Person): boolean => kind === 'shis' && acts(role);

/** Who answers for families, and so may come to need one that is not theirs. */
const FAMILY_KINDS: ReadonlySet<Person['kind']> = new Set(['district', 'housingUnit', 'shis']);

/** Whether a person may open a file in an emergency: one who works with the cases of families. */
export const mayOpenInEmergency = ({ kind, role }: Person): boolean => acts(role) && FAMILY_KINDS.has(kind);
