import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file that pages load. Its address holds its hash, so browsers may keep it for ever. */
export interface Asset {
  readonly path: string;
  readonly type: string;
  readonly body: Buffer;
}

const FONTS = '@fontsource-variable/source-sans-3/files/source-sans-3';
const TYPES = {
  css: 'text/css; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
} as const;

const here = (name: string): Buffer => readFileSync(new URL(`look/${name}`, import.meta.url));

function asset(name: string, kind: keyof typeof TYPES, body: Buffer): Asset {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 12);
  return { path: `/assets/${name}.${hash}.${kind}`, type: TYPES[kind], body };
}

const packages = createRequire(import.meta.url);
const font = (subset: string): Asset =>
  asset(
    `source-sans-3-${subset}`,
    'woff2',
    readFileSync(packages.resolve(`${FONTS}-${subset}-wght-normal.woff2`)),
  );

const fonts = { latin: font('latin'), 'latin-ext': font('latin-ext') };

/** The style of every page: tokens, components, and what the pages add; fonts by their hashed names. */
export const style = asset(
  'style',
  'css',
  Buffer.from(
    ['tokens.css', 'components.css', 'pages.css']
      .map((name) => here(name).toString('utf8'))
      .join('\n')
      .replaceAll('fonts/source-sans-3-latin.woff2', fonts.latin.path)
      .replaceAll('fonts/source-sans-3-latin-ext.woff2', fonts['latin-ext'].path),
  ),
);

/** The one script: it warns before a session ends. */
export const sessionScript = asset('session', 'js', here('session.js'));

/** The mark, for the browser's tab. */
export const icon = asset('icon', 'svg', here('icon.svg'));

/** Every file that pages load. */
export const assets: readonly Asset[] = [style, sessionScript, icon, ...Object.values(fonts)];
