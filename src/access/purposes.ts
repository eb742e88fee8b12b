import { dayOf } from '../domain/zone.js';
import type { Person } from '../engine/model.js';
import type { Day, Instant, OrgKind, Text } from '../../workflows/definition.js';

/** Why somebody reads a case that is not theirs. Codes are never renamed; one that is no longer chosen gets a last day. */
export interface Purpose {
  readonly code: string;
  readonly label: Text;
  readonly from: Day;
  readonly to?: Day;
  /** Whose work brings it about; everybody's where it says nobody's. Whoever states another is heard, and reviewed. */
  readonly of?: readonly OrgKind[];
}

const SINCE: Day = '2000-01-01';

const purpose = (code: string, sv: string, en: string, ...of: OrgKind[]): Purpose => ({
  code,
  label: { sv, en },
  from: SINCE,
  ...(of.length > 0 && { of }),
});

/** What a reader chooses from who does not handle the case. */
export const purposes: readonly Purpose[] = [
  purpose('absence', 'Vikarierar för handläggaren', 'Standing in for the handler'),
  purpose('contact', 'Familjen har ringt eller kommit hit', 'The family called or came here'),
  purpose('matching', 'Söker en familj som en lägenhet passar', 'Matching a flat with a family', 'shis'),
  purpose('follow-up', 'Chefens uppföljning', 'The manager’s follow-up'),
  purpose('child', 'Samarbete som gäller barnet', 'Cooperation about the child'),
  purpose('support', 'Hjälper handläggaren med ärendet', 'Helping the handler with the case'),
  purpose('audit', 'Granskning eller tillsyn', 'Audit or supervision', 'administration'),
  purpose('records-request', 'Begäran om att få ut handlingar', 'A request for access to records'),
  purpose('fault', 'Felsökning i systemet', 'A technical fault', 'system'),
];

/** Why somebody opens a case in an emergency. */
export const emergencyReasons: readonly Purpose[] = [
  purpose('danger', 'Fara för någons liv eller hälsa', 'Danger to somebody’s life or health'),
  purpose('child-at-risk', 'Ett barn kan fara illa', 'A child may be at risk'),
  purpose('on-call', 'Jour: ansvarig stadsdel går inte att nå', 'On call: the district cannot be reached'),
  purpose('here-now', 'Familjen är här och behöver hjälp nu', 'The family is here and needs help now'),
];

/** Why somebody takes a report out of the system as a file. */
export const exportPurposes: readonly Purpose[] = [
  purpose('delivery', 'Månads- eller tertialrapport', 'A monthly or four-month report'),
  purpose('board', 'Svar till nämnden eller på en skrivelse', 'An answer to the board'),
  purpose('analysis', 'Uppföljning och analys', 'Follow-up and analysis'),
  purpose('audit', 'Granskning eller tillsyn', 'Audit or supervision'),
  purpose('records-request', 'Begäran om att få ut handlingar', 'A request for access to records'),
];

/** Those of a list that may be chosen at a moment. */
export function offered(list: readonly Purpose[], now: Instant): readonly Purpose[] {
  const day = dayOf(now);
  return list.filter(({ from, to }) => from <= day && (to === undefined || day <= to));
}

/** Those of them that somebody's work may bring about. */
export const offeredTo = ({ kind }: Pick<Person, 'kind'>, list: readonly Purpose[], now: Instant) =>
  offered(list, now).filter(({ of }) => of === undefined || of.includes(kind));

/** Whether a code may be chosen from a list at a moment. */
export const isOffered = (list: readonly Purpose[], code: string, now: Instant): boolean =>
  offered(list, now).some((one) => one.code === code);

/** What a code is called, also when it is no longer chosen; the code itself when no list has it. */
export function purposeLabel(code: string): Text {
  const found = [...purposes, ...emergencyReasons, ...exportPurposes].find((one) => one.code === code);
  return found?.label ?? { sv: code, en: code };
}
