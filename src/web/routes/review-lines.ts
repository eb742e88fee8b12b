import type { Why } from '../../access/access-entry.js';
import { entryAt, openNote } from '../../access/access-log.queries.js';
import { Names, whyInWords } from '../../access/log-in-words.js';
import type { ReviewItem } from '../../access/review/review.queries.js';
import { outcomes, rules, type Outcome } from '../../access/review/review.words.js';
import { isSecurityOfficer } from '../../access/reviewers.js';
import { whatWords } from '../../access/words.js';
import type { Person } from '../../engine/model.js';
import type { Language } from '../../platform/language.js';
import type { Snapshot } from '../../register/snapshot.js';
import type { Runtime } from '../../runtime.js';
import { postIn } from '../around.js';
import type { Asked, Shown } from '../page.js';
import { reviewItemPage } from '../pages/review-item.page.js';
import type { ReviewLine } from '../pages/reviews.page.js';

/** An item as a line of the queue. */
export function lineOf(item: ReviewItem, snapshot: Snapshot, language: Language): ReviewLine {
  const names = new Names(snapshot);
  const { id, file, rule, outcome, reason } = item;
  return {
    id,
    file,
    at: item.at.toISOString(),
    name: names.person(item.login),
    organisation: names.organisation(item.organisation),
    why: whyInWords(item.why as Why, reason === null ? [] : [reason])[language],
    rule: rules[rule][language],
    isEmergency: rule === 'emergency',
    outcome: outcome === null ? null : outcomes[outcome][language],
  };
}

/** Where the queue goes on behind an item. */
export const placeOf = ({ id, rule }: ReviewItem): string => `${rule === 'emergency' ? 'e' : 'o'}${id}`;

/** What the page of an item is shown with beside it. */
interface Beside {
  readonly done?: number | undefined;
  readonly note?: string;
  readonly fault?: string;
}

/** The page of one item. A reader's own words are for officers only: the family may be another organisation's. */
export async function itemShown(
  { runtime, session, language }: Pick<Asked, 'runtime' | 'session' | 'language'>,
  person: Person,
  item: ReviewItem,
  { done, note = '', fault }: Beside,
): Promise<Shown> {
  const snapshot = await runtime.directory.snapshot();
  const isOfficer = isSecurityOfficer(person);
  const ports = readPorts(runtime);
  const { body, note: readersNote } = await entryAt(ports, item);
  const names = new Names(snapshot);
  const line = lineOf(item, snapshot, language);
  return reviewItemPage({
    ...{ language, token: session.formToken, line, done, note },
    what: whatWords[body.what][language],
    role: postIn(snapshot, body, language),
    onBehalfOf: body.onBehalfOf === undefined ? null : names.person(body.onBehalfOf),
    readersNote: isOfficer ? readersNote : null,
    given:
      item.outcomeBy === null
        ? null
        : {
            by: names.person(item.outcomeBy),
            at: item.outcomeAt?.toISOString() ?? '',
            note: item.note === null ? null : await openNote(ports, item.stream, item.note),
          },
    outcomes: (Object.keys(outcomes) as Outcome[]).map((outcome) => ({
      outcome,
      label: outcomes[outcome][language],
    })),
    faults: fault === undefined ? [] : [{ id: 'note', message: fault }],
    place: placeOf(item),
    mayReadLog: isOfficer,
  });
}

/** What reading the log works with. */
export const readPorts = ({ pool, engine }: Runtime) => ({
  pool,
  keys: engine.keys,
  vault: engine.ports.vault,
});
