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

/** What stands in a file beside the module at `base`. @throws Error when there is none. */
export const beside = (base: string, name: string): Buffer => readFileSync(new URL(name, base));

/** An asset out of what it holds. */
export function asset(name: string, kind: keyof typeof TYPES, body: Buffer): Asset {
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

/** The mark, for the browser's tab. */
export const icon = asset('icon', 'svg', beside(import.meta.url, 'icon.svg'));

/** The files of the look that every page may load, whichever face it belongs to. */
export const lookAssets: readonly Asset[] = [icon, ...Object.values(fonts)];

/** A whole style: tokens, components, and what the pages of one face add; fonts by their hashed names. */
export const styleOf = (name: string, own: Buffer): Asset =>
  asset(
    name,
    'css',
    Buffer.from(
      [beside(import.meta.url, 'tokens.css'), beside(import.meta.url, 'components.css'), own]
        .map((sheet) => sheet.toString('utf8'))
        .join('\n')
        .replaceAll('fonts/source-sans-3-latin.woff2', fonts.latin.path)
        .replaceAll('fonts/source-sans-3-latin-ext.woff2', fonts['latin-ext'].path),
    ),
  );
