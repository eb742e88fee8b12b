import type { OrgKind, Text } from '../../workflows/definition.js';
import type { Person } from '../engine/model.js';

/** A link of the side navigation and the start page. */
export interface NavigationEntry {
  readonly href: string;
  readonly label: Text;
  /** What one does there, for the start page. */
  readonly says: Text;
  readonly group: 'work' | 'own' | 'system';
  /** Whom it is for; everybody who acts in a role when neither is told. */
  readonly kinds?: readonly OrgKind[];
  readonly roles?: readonly string[];
}

/** The groups of the side navigation, in their order. */
export const groups: Readonly<Record<NavigationEntry['group'], Text>> = {
  work: { sv: 'Arbete', en: 'Work' },
  own: { sv: 'Eget', en: 'My own' },
  system: { sv: 'System', en: 'System' },
};

/** Every link there is. A new page for colleagues adds its line here. */
export const navigation: readonly NavigationEntry[] = [
  {
    href: '/account',
    label: { sv: 'Mitt konto', en: 'My account' },
    says: {
      sv: 'Dina roller, inloggningar och åtkomstnycklar',
      en: 'Your roles, sessions and access tokens',
    },
    group: 'own',
  },
  {
    href: '/security',
    label: { sv: 'Inloggningar och nycklar', en: 'Sessions and tokens' },
    says: {
      sv: 'Se vilka som är inloggade, avsluta inloggningar och återkalla nycklar',
      en: 'See who is signed in, end sessions and revoke tokens',
    },
    group: 'system',
    roles: ['systemAdministrator'],
  },
  {
    href: '/api',
    label: { sv: 'API för andra system', en: 'API for other systems' },
    says: {
      sv: 'Beskrivningen av gränssnittet för andra system',
      en: 'The description of the interface for other systems',
    },
    group: 'system',
  },
];

/** The links that somebody has use of in the role they act in. */
export const navigationFor = ({ kind, role }: Person): NavigationEntry[] =>
  navigation.filter(
    (entry) => (entry.kinds?.includes(kind) ?? true) && (entry.roles?.includes(role) ?? true),
  );
