import { dayOf } from '../../domain/zone.js';
import { organisationsHeld, type Holding } from '../../files/organisations.js';
import type { District } from '../../register/snapshot.js';
import type { OrganisationLine } from '../pages/organisation-tables.js';
import { text } from '../pages/organisations.words.js';
import { nameOf } from './merger-means.js';
import type { Told } from './told.js';

const ORDER = ['now', 'later', 'past'] as const;

const stateOn = ({ from, to }: District, today: string): (typeof ORDER)[number] =>
  to !== null && to < today ? 'past' : from > today ? 'later' : 'now';

/** Every organisation as it is listed: those that have ended last. */
export function organisationLines(told: Told, holding: (code: string) => Holding): OrganisationLine[] {
  const today = dayOf(told.now);
  const { kinds } = text[told.language];
  const lines = organisationsHeld(told.snapshot).map(({ code, name, kind, district }): OrganisationLine => {
    const { open, people } = holding(code);
    const days = district && {
      ...{ from: district.from, to: district.to, state: stateOn(district, today) },
      successor: district.successor && nameOf(told, district.successor),
    };
    return { ...{ code, name, open, people, days }, kind: kind === 'system' ? kind : kinds[kind] };
  });
  const place = ({ days }: OrganisationLine): number => ORDER.indexOf(days?.state ?? 'now');
  return lines.sort((one, other) => place(one) - place(other));
}
