import { framed } from '../../src/web/frame.js';
import type { Shown } from '../../src/web/page.js';
import * as messages from '../../src/web/pages/messages.page.js';
import { Letting } from './letting.js';
import type { Page, Visitor } from './visitor.js';
import type { WebWorld } from './web-world.js';

/** Every message that stands for a page. */
const all: Readonly<Record<keyof typeof messages, Shown>> = {
  notFound: messages.notFound('sv'),
  noPermission: messages.noPermission('sv', { sv: 'granskare', en: 'auditors' }),
  refused: messages.refused('sv', 'Det går inte', {
    ok: false,
    code: 'not-permitted',
    sentences: [{ sv: 'Ärendet är avslutat.', en: 'The case is closed.' }],
  }),
  notMeant: messages.notMeant('sv'),
  timedOut: messages.timedOut('sv', '/', true),
  mustShowAnew: messages.mustShowAnew('sv', '/', true),
  signInFailed: messages.signInFailed('sv'),
  providerAway: messages.providerAway('sv'),
  unknownPerson: messages.unknownPerson('sv'),
  tooOften: messages.tooOften('sv', 30),
  failed: messages.failed('sv', 500),
  starting: messages.starting('sv', 0.4),
};

/** The message in the frame of whoever has not signed in. */
const framedAlone = ({ title, main }: Shown): string =>
  framed({
    ...{ language: 'sv', title, main, path: '/', otherLanguage: '/?lang=en', theme: 'system', themes: [] },
    ...{ shortcuts: false, now: null, who: null, links: [], lists: [], finds: false, demoDay: null },
    ...{ nonce: '', renews: false },
  });

/** A form of a step, sent while somebody else has changed the case. */
async function stale(world: WebWorld, visitor: Visitor): Promise<Page> {
  const { farsta, shis } = new Letting(world);
  const referral = await new Letting(world).queued();
  await farsta.event(referral.file, 'assign', { handler: 'farsta.handlaggare' });
  const path = `/files/${referral.file}/steps/file.updateHousehold`;
  const { text } = await visitor.get(path);
  const fields = Object.fromEntries(
    [...text.matchAll(/<input type="hidden" name="(token|key|version)" value="([^"]*)"/g)].map(
      ([, name = '', value = '']) => [name, value],
    ),
  );
  await shis.event(referral, 'recordContact');
  return visitor.bareForm(path, fields);
}

/** What stands, in Swedish, before whoever is refused, comes too late, or meets a fault. Ends every session. */
export async function refusedPages(
  world: WebWorld,
  visitors: ReadonlyMap<string, Visitor>,
): Promise<Readonly<Record<string, string>>> {
  const [family, shis] = ['farsta.handlaggare', 'shis.handlaggare'].map((login) => visitors.get(login));
  const [caseworker, administrator] = [family as Visitor, shis as Visitor];
  for (const visitor of [caseworker, administrator]) await visitor.get('/?lang=sv');
  const told: [what: string, status: number, page: Page][] = [
    ['a page that is not there', 404, await caseworker.get('/nowhere')],
    ['what the role may not see', 403, await administrator.get('/security')],
    ['a page that one must sign in for', 401, await world.visitor().get('/account')],
    ['a form of another session', 403, await caseworker.bareForm('/settings', { token: 'x' })],
    ['a form that nobody can read', 400, await caseworker.form('/settings', { unknown: 'x' })],
    ['a case that others changed meanwhile', 409, await stale(world, caseworker)],
  ];
  const token = await caseworker.token();
  await world.later(31);
  const late = await caseworker.bareForm('/account/tokens', { token, label: 'För sent' });
  told.push(['a form sent too late', 401, late]);
  for (const [what, status, page] of told)
    if (page.status !== status) throw new Error(`${what}: ${page.status} ${page.text.slice(-900)}`);
  return {
    ...Object.fromEntries(told.map(([what, , { text }]) => [what, text])),
    ...Object.fromEntries(Object.entries(all).map(([name, shown]) => [name, framedAlone(shown)])),
  };
}
