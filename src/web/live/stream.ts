import type { ServerResponse } from 'node:http';
import type { Person } from '../../engine/model.js';
import type { Versions } from '../../files/versions.js';
import type { Language } from '../../platform/language.js';

/** What somebody's page asks to be told of: changes of the files that stand on it, and of the counts of their lists. */
export interface LiveWish {
  readonly person: Person;
  readonly language: Language;
  /** Of the session: it ends with it. */
  readonly secret: string;
  readonly session: string;
  /** The versions as the page shows them. */
  readonly seen: Versions;
  /** Whether the page shows a list that files may come into. */
  readonly isList: boolean;
}

/** One open page, as server-sent events (WHATWG HTML, 9.2). */
export class LiveStream {
  seen: Versions;
  counts: string | null = null;

  constructor(
    readonly wish: LiveWish,
    private readonly response: ServerResponse,
  ) {
    this.seen = wish.seen;
    response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
      'x-content-type-options': 'nosniff',
    });
    response.write('retry: 5000\n\n');
  }

  /** Something that the page shows has changed. */
  changed(told: string): void {
    this.response.write(`event: changed\ndata: ${JSON.stringify({ told })}\n\n`);
  }

  /** So that nobody between takes the silence for an end. */
  beat(): void {
    this.response.write(':\n\n');
  }

  /** `for-good`: the browser does not come back. */
  end(how: 'for-good' | 'for-now'): void {
    if (how === 'for-good') this.response.write('event: over\ndata: {}\n\n');
    this.response.end();
  }
}
