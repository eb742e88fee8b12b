import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { startDemo } from '../../src/demo-start.js';
import { readConfig } from '../../src/platform/config.js';
import { serve } from '../../src/serve.js';
import { openBrowser } from '../support/browser.js';
import { formsOf } from '../web/forms-met.js';
import {
  delegation,
  keptReport,
  protectedFamily,
  referrals,
  reviews,
  sample,
  signedOut,
  suiting,
  type Furnish,
} from '../web/furnished.js';
import { Visitor } from '../web/visitor.js';
import { kindOf, unmet, walk, type Met } from '../web/walk.js';
import { Camera } from './camera.js';

const FOLDER = 'screenshots';
const family = protectedFamily();
/** Who goes for a walk, in this order: a page is taken as the first who comes to it sees it. */
const PEOPLE: readonly (readonly [login: string | null, ...made: Furnish[]])[] = [
  [null, signedOut],
  ['farsta.handlaggare', referrals, family.made],
  ['farsta.chef', family.emergency],
  ['shis.handlaggare', suiting],
  ['shis.chef'],
  ['boendeenheten.handlaggare'],
  ['bostadsformedlingen.handlaggare'],
  ['socialforvaltningen.granskare', sample],
  ['socialforvaltningen.analytiker', keptReport],
  ['socialforvaltningen.systemforvaltare', delegation, reviews],
];

/**
 * `npm run screenshots [ADDRESS]`: every page of the demo years as a picture, wide and narrow; each route dark, in forced
 * colours and as printed too; each form sent empty. Of the program at the address, else of one that it starts. Exit code 1
 * when a page has no picture, and says which.
 */
async function main(): Promise<void> {
  const [address] = process.argv.slice(2);
  const started = address === undefined ? await startedDemo() : null;
  const browser = await openBrowser();
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER);
  try {
    const missing = await taken(browser, address ?? (started?.url as string));
    for (const { id, path } of missing) console.error(`no picture of ${id} (${path})`);
    if (missing.length > 0) process.exitCode = 1;
  } finally {
    await browser.close();
    await started?.stop();
  }
}

async function startedDemo(): Promise<{ readonly url: string; stop(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'husrum-pictures-'));
  const env = {
    HUSRUM_DATA: folder,
    PORT: '0',
    METRICS_PORT: '0',
    LOG_LEVEL: 'error',
    RATE_LIMIT: '1000000',
  };
  const served = await serve(readConfig({ ...process.env, ...env }), { loadDemo: startDemo });
  await served.ready;
  const stop = async () => {
    await served.stop();
    await rm(folder, { recursive: true, force: true });
  };
  return { url: served.url, stop };
}

/** Takes the pictures; gives the routes that nobody came to. */
async function taken(browser: Browser, url: string): Promise<ReturnType<typeof unmet>> {
  const all: Met[] = [];
  for (const [login, ...made] of PEOPLE) {
    const visitor = new Visitor(url);
    if (login !== null) await visitor.signIn(login);
    const begun: string[] = [];
    for (const make of made) begun.push(...(await make(visitor)));
    const met = await walk(visitor, { from: ['/', ...begun] });
    const fresh = met.filter((one) => one.path === '/' || !all.some((known) => isAlike(known, one)));
    console.error(`${login ?? 'nobody'}: ${fresh.length} pages`);
    await shown(await Camera.as(browser, url, login, FOLDER), { url, login, fresh, all });
  }
  return unmet(all);
}

const isAlike = (one: Met, other: Met): boolean =>
  one.kind === other.kind && one.isStopped === other.isStopped;

async function shown(
  camera: Camera,
  walked: {
    readonly url: string;
    readonly login: string | null;
    readonly fresh: readonly Met[];
    readonly all: Met[];
  },
): Promise<void> {
  const { url, login, fresh, all } = walked;
  const named = ({ path, isStopped }: Met): string =>
    `${slug(path)}${isStopped ? '.asked' : path === '/' ? `.${login ?? 'nobody'}` : ''}`;
  const known = new Set(formsOf(all).map(({ kind }) => kind));
  const forms = formsOf(fresh).filter(({ kind, isPost }) => isPost && !known.has(kind));
  for (const one of fresh) {
    const isFirst =
      one.path === '/' || !all.some(({ route, isStopped }) => route === one.route && !isStopped);
    await camera.take(`${url}${one.path}`, named(one), isFirst);
    all.push(one);
  }
  for (const form of forms) await camera.takeEmpty(url, form, `${slug(form.action)}.empty`);
  await camera.close();
}

const slug = (path: string): string =>
  kindOf(path)
    .replaceAll(/[^\w.-]+/g, '-')
    .replaceAll(/^-|-$/g, '') || 'first';

await main();
