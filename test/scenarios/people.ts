import type { OrgKind } from '../../workflows/definition.js';
import type { Person } from '../../src/engine/model.js';
import { cast } from '../support/cast.js';

interface Told {
  readonly code: string;
  readonly kind?: OrgKind;
  readonly login: string;
  readonly organisation: string;
  readonly role: string;
}

const told = cast.map(([register, data]) => [register, data as Told] as const);
const kinds = new Map(
  told.map(([register, { code, kind }]) => [code, register === 'district' ? 'district' : kind]),
);

/** The cast's people as the registers know them. */
export const people: readonly Person[] = told.flatMap(([register, { login, organisation, role }]) =>
  register === 'person' ? [{ login, organisation, kind: kinds.get(organisation) as OrgKind, role }] : [],
);
