import type { VNode } from 'preact';
import { MANY_NOTICES } from '../notices/inbox.js';
import type { Language } from '../platform/language.js';
import { keys } from './keys.js';
import { words } from './words.js';

/** The way to one's inbox, with how many notices one has not read. */
export const Inbox = (inbox: {
  readonly unread: number;
  readonly language: Language;
  readonly shortcuts: boolean;
}): VNode => (
  <a class="bell" href="/inbox" aria-keyshortcuts={inbox.shortcuts ? keys.inbox : undefined}>
    {words.inbox[inbox.language]}
    {inbox.unread > 0 && (
      <>
        {' '}
        <span class="n">{inbox.unread > MANY_NOTICES ? `${MANY_NOTICES}+` : inbox.unread}</span>
        <span class="vh"> {words.unread[inbox.language]}</span>
      </>
    )}
  </a>
);
