import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';
import { watched } from './complaints.js';

const INSTALLED = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/**
 * A real browser, headless: `CHROMIUM_PATH`, else an installed Chromium, else the one that comes as a package. It does not
 * close without an error once a page has complained.
 */
export async function openBrowser(): Promise<Browser> {
  return watched(await chromium.launch({ executablePath: await found(), args: ARGS }));
}

async function found(): Promise<string> {
  const path = process.env['CHROMIUM_PATH'] ?? INSTALLED.find((one) => existsSync(one));
  if (path !== undefined) return path;
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}
