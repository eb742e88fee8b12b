import { asset, beside, lookAssets, styleOf, type Asset } from '../look/assets.js';

/** The style of every page. */
export const style = styleOf('style', beside(import.meta.url, 'look/pages.css'));

/**
 * The one script: what pages are better with and do as well without. It warns before a session ends, lets single keys do
 * something, and tells of others' changes.
 */
export const script = asset(
  'page',
  'js',
  Buffer.concat(['session', 'keys', 'live'].map((name) => beside(import.meta.url, `look/${name}.js`))),
);

/** Every file that pages load. */
export const assets: readonly Asset[] = [style, script, ...lookAssets];
