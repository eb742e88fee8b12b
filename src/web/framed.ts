import type { VNode } from 'preact';
import type { Language } from '../platform/language.js';
import type { Theme } from './choices.js';
import type { NavigationEntry } from './navigation.js';
import type { Fault } from './parts.js';

/** Who has signed in, in the words of the registers. */
export interface Who {
  readonly name: string;
  /** Role and organisation; null until a role is chosen. */
  readonly as: string | null;
  /** Whose work is done, under cover. */
  readonly onBehalfOf: string | null;
  readonly hasSeveral: boolean;
  readonly token: string;
  /** Notices not read; null until a role is chosen. */
  readonly unread: number | null;
  /** Seconds until the session ends when nobody uses it, and at the latest. */
  readonly idle: number;
  readonly rest: number;
}

/** A work list beside the page. `count` null where it is not counted. */
export interface ListLink {
  readonly href: string;
  readonly label: string;
  readonly count: string | null;
  readonly isLate: boolean;
  readonly isNow: boolean;
}

/** What stands round a page. */
export interface Framed {
  readonly language: Language;
  readonly title: string;
  readonly main: VNode;
  readonly faults?: readonly Fault[] | undefined;
  readonly path: string;
  /** With the switch of language appended. */
  readonly otherLanguage: string;
  readonly theme: Theme;
  /** The way to each look, in this very place. */
  readonly themes: readonly { readonly theme: Theme; readonly href: string }[];
  /** Whether single keys do something. */
  readonly shortcuts: boolean;
  /** When the page was made, for its print. */
  readonly now: string | null;
  readonly who: Who | null;
  readonly links: readonly NavigationEntry[];
  /** The work lists of the role, with how much stands in each. */
  readonly lists: readonly ListLink[];
  /** Whether there is anything for them to search. */
  readonly finds: boolean;
  readonly demoDay: string | null;
  /** Of the one script. */
  readonly nonce: string;
  readonly again?: number | undefined;
  readonly leaves?: boolean | undefined;
  readonly live?: number | 'list' | undefined;
  /** Whether a page that nobody is using is made new by itself. */
  readonly renews: boolean;
}
