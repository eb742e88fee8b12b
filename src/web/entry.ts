import { isReviewer, isSecurityOfficer, mayReadLogs } from '../access/reviewers.js';
import type { Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';

/** Whom a page lets in that is for some roles only, and what they are called when somebody else comes. */
interface Letting {
  readonly lets: (person: Person) => boolean;
  readonly told: Text;
}

const text = (sv: string, en: string): Text => ({ sv, en });

/** Every entry there is for those who act in a role. */
export const entries = {
  colleague: { lets: () => true, told: text('kollegor', 'colleagues') },
  accessLog: {
    lets: mayReadLogs,
    told: text(
      'den som arbetar med ärenden, och för granskare',
      'those who work with cases, and for auditors',
    ),
  },
  reviewer: {
    lets: isReviewer,
    told: text('chefer, granskare och systemförvaltare', 'managers, auditors and system administrators'),
  },
  officer: {
    lets: isSecurityOfficer,
    told: text('granskare och systemförvaltare', 'auditors and system administrators'),
  },
  systemAdministrator: {
    lets: ({ role }) => role === 'systemAdministrator',
    told: text('systemförvaltare', 'system administrators'),
  },
} as const satisfies Record<string, Letting>;
export type Entry = keyof typeof entries;
