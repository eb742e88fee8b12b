import type { VNode } from 'preact';
import type { Language } from '../../platform/language.js';
import { liveWords as words } from './live.words.js';

/** What a page says of itself to the script: the version of its case, nothing for a list; undefined when it is not told of changes. */
export function liveOf({ live }: { readonly live?: number | 'list' | undefined }): string | undefined {
  if (live === undefined) return undefined;
  return live === 'list' ? '' : String(live);
}

/** Where it is said that somebody else has changed something. Empty and hidden until then. */
export const LiveNote = ({ language, renews }: { language: Language; renews: boolean }): VNode => (
  <section aria-label={words.about[language]} aria-live="polite">
    <div
      class="notice timeout live-note"
      id="live-note"
      hidden
      data-renews={renews ? 'yes' : 'no'}
      data-shown={words.shown[language]}
    >
      <p></p>
      <a class="btn btn-small" href="">
        {words.show[language]}
      </a>
    </div>
  </section>
);
