import type { Actor, Decision } from '../../../workflows/definition.js';
import { openingInEmergency } from '../../access/emergency.delegation.js';
import { offered } from '../../access/matrix.js';
import type { Registry } from '../../engine/registry.js';
import type { Language } from '../../platform/language.js';
import { kindNames } from '../../register/kinds.js';
import { roles } from '../../register/roles.js';
import type { Snapshot } from '../../register/snapshot.js';
import { nameIn, organisationIn, roleIn } from '../around.js';
import type { DelegationLine } from '../pages/delegation.page.js';

/** Every decision that is delegated, once each. */
export function decisionsIn(registry: Registry): Decision[] {
  const all = [...registry.allKinds(), ...registry.all().map(({ workflow }) => workflow)];
  const decisions = all.flatMap((of) => offered(of).flatMap(([, { decision }]) => decision ?? []));
  decisions.push(openingInEmergency);
  return [...new Map(decisions.map((one) => [one.name, one])).values()];
}

/** The lines of the workflows themselves, which hold wherever an organisation has none of its own. */
export const generalLines = (registry: Registry, today: string, language: Language): DelegationLine[] =>
  decisionsIn(registry).flatMap(({ label, lines }) =>
    lines.map(({ line, from, to, by }) => ({
      ...{ line, from, to: to ?? null, organisation: null },
      decision: label[language],
      who: by.map((actor) => actorIn(actor, language)).join(', '),
      state: stateOn(today, from, to ?? null),
      ends: null,
    })),
  );

const ORDER = ['now', 'later', 'past'] as const;

/** What lines are told from. */
interface Told {
  readonly snapshot: Snapshot;
  readonly registry: Registry;
  readonly today: string;
  readonly language: Language;
  /** Whether the reader may end a line. */
  readonly mayEnd: boolean;
}

/** Each organisation's own lines: what is in force first, then by organisation and line. */
export function ownLines({ snapshot, registry, today, language, mayEnd }: Told): DelegationLine[] {
  const labels = new Map(decisionsIn(registry).map(({ name, label }) => [name, label[language]]));
  const lines = [...snapshot.delegations.values()]
    .flat()
    .map(({ line, decision, organisation, role, login, from, to }): DelegationLine => ({
      ...{ line, from, to },
      organisation: organisationIn(snapshot, organisation),
      decision: labels.get(decision) ?? decision,
      who: role === null ? nameIn(snapshot, login ?? '') : roleIn(role, language),
      state: stateOn(today, from, to),
      ends:
        mayEnd && stateOn(today, from, to) !== 'past'
          ? `/delegation/end?${new URLSearchParams({ organisation, line }).toString()}`
          : null,
    }));
  const keyOf = ({ state, organisation, line }: DelegationLine): string =>
    [ORDER.indexOf(state), organisation, line].join(' ');
  return lines.sort((one, other) => keyOf(one).localeCompare(keyOf(other), 'sv'));
}

const stateOn = (today: string, from: string, to: string | null): DelegationLine['state'] =>
  to !== null && to < today ? 'past' : from > today ? 'later' : 'now';

function actorIn({ org, rank }: Actor, language: Language): string {
  const kind = kindNames[org][language];
  return rank === 'manager' ? `${kind}: ${roles.manager.label[language].toLowerCase()}` : kind;
}
