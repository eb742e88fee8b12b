import {
  isReviewer,
  isSecurityOfficer,
  mayMatch,
  mayOpenInEmergency,
  mayReadLogs,
} from '../access/reviewers.js';
import type { OrgKind, Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';
import { acts } from '../register/roles.js';

/** Whom a page lets in that is for some roles only, and what they are called when somebody else comes. */
interface Letting {
  readonly lets: (person: Person) => boolean;
  readonly told: Text;
}

const text = (sv: string, en: string): Text => ({ sv, en });

/** Those who work with what the kinds of organisation do, and the city's auditors. */
const workingAt =
  (...kinds: readonly OrgKind[]) =>
  ({ kind, role }: Person): boolean =>
    kind === 'administration' ? role === 'auditor' : kinds.includes(kind) && acts(role);

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
  auditor: {
    lets: ({ kind, role }) => kind === 'administration' && role === 'auditor',
    told: text('granskare', 'auditors'),
  },
  officer: {
    lets: isSecurityOfficer,
    told: text('granskare och systemförvaltare', 'auditors and system administrators'),
  },
  emergency: {
    lets: mayOpenInEmergency,
    told: text('den som arbetar med familjer', 'those who work with families'),
  },
  flats: {
    lets: workingAt('shis', 'agency', 'district', 'housingUnit'),
    told: text(
      'den som arbetar med lägenheter eller familjer, och för granskare',
      'those who work with flats or families, and for auditors',
    ),
  },
  tenancies: {
    lets: workingAt('shis', 'district', 'housingUnit'),
    told: text(
      'den som arbetar med familjer, och för granskare',
      'those who work with families, and for auditors',
    ),
  },
  matching: {
    lets: mayMatch,
    told: text('den som erbjuder lägenheter på SHIS', 'those who offer flats at SHIS'),
  },
  stock: {
    lets: ({ kind, role }) => kind === 'shis' && acts(role),
    told: text('den som sköter SHIS lägenheter', 'those who look after SHIS’s flats'),
  },
  priorities: {
    lets: ({ kind, role }) => kind === 'shis' && role === 'manager',
    told: text('chefer på SHIS', 'managers at SHIS'),
  },
  forecast: {
    lets: ({ kind, role }) =>
      ((kind === 'district' || kind === 'housingUnit') && acts(role)) ||
      (kind === 'administration' && role === 'analyst'),
    told: text(
      'den som remitterar familjer eller beviljar boende med stöd, och för socialförvaltningens analytiker',
      'those who refer families or grant homes with support, and for the administration’s analysts',
    ),
  },
  survey: {
    lets: ({ kind, role }) => kind === 'administration' && role === 'analyst',
    told: text('socialförvaltningens analytiker', 'the administration’s analysts'),
  },
  dialogue: {
    lets: ({ kind, role }) =>
      (kind === 'administration' && role === 'analyst') || (kind === 'shis' && role === 'manager'),
    told: text(
      'socialförvaltningens analytiker och chefer på SHIS',
      'the administration’s analysts and managers at SHIS',
    ),
  },
  systemAdministrator: {
    lets: ({ role }) => role === 'systemAdministrator',
    told: text('systemförvaltare', 'system administrators'),
  },
} as const satisfies Record<string, Letting>;
export type Entry = keyof typeof entries;
