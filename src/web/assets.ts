import { asset, beside, lookAssets, styleOf, type Asset } from '../look/assets.js';

/** The style of every page. */
export const style = styleOf('style', beside(import.meta.url, 'look/pages.css'));

/** The one script: it warns before a session ends. */
export const sessionScript = asset('session', 'js', beside(import.meta.url, 'look/session.js'));

/** Every file that pages load. */
export const assets: readonly Asset[] = [style, sessionScript, ...lookAssets];
