import type { ServerResponse } from 'node:http';
import { changedBy, versionsOf, versionsSeen } from '../../files/versions.js';
import { recentCounts } from '../../files/work-counts.js';
import type { Runtime } from '../../runtime.js';
import { nameIn } from '../around.js';
import { LiveStream, type LiveWish } from './stream.js';
import { liveWords as words } from './live.words.js';

/** Milliseconds between two looks at the database, one for all pages that a node has open. */
const EVERY_MS = 3_000;
/** Looks after which a stream ends; the browser opens it again, and is asked anew who it is. */
const LONGEST_LOOKS = 200;
const BEAT_LOOKS = 5;
const MOST = 400;
const MOST_OF_SESSION = 4;

/**
 * The pages that are open before people's eyes, and are told when what they show has changed. Each node looks for itself: one
 * query for the versions of all files on all its pages, one for the sessions. So any node tells of a change made at any other.
 */
export class Live {
  private readonly streams = new Map<LiveStream, number>();
  private timer: NodeJS.Timeout | null = null;
  private looking = false;

  constructor(private readonly failed: (error: unknown) => void) {}

  /** Whether there may be one more stream, of this session and of all. */
  hasRoom({ session }: Pick<LiveWish, 'session'>): boolean {
    const own = [...this.streams.keys()].filter(({ wish }) => wish.session === session).length;
    return this.streams.size < MOST && own < MOST_OF_SESSION;
  }

  /** Opens a stream. */
  open(runtime: Runtime, wish: LiveWish, response: ServerResponse): void {
    const stream = new LiveStream(wish, response);
    this.streams.set(stream, 0);
    response.on('close', () => this.streams.delete(stream));
    this.timer ??= setInterval(() => void this.look(runtime), EVERY_MS).unref();
    void this.look(runtime);
  }

  /** Ends every stream. */
  stop(): void {
    if (this.timer !== null) clearInterval(this.timer);
    this.timer = null;
    for (const stream of this.streams.keys()) stream.end('for-now');
    this.streams.clear();
  }

  /** One look at what has changed. */
  async look(runtime: Runtime): Promise<void> {
    if (this.looking || this.streams.size === 0) return;
    this.looking = true;
    try {
      await this.endOver(runtime);
      const all = [...this.streams.keys()];
      const ids = [...new Set(all.flatMap(({ seen }) => [...seen.keys()]))];
      const now = await versionsOf(runtime, ids);
      for (const stream of all) await this.tell(runtime, stream, now);
      this.grow();
    } catch (error) {
      this.failed(error);
    } finally {
      this.looking = false;
    }
  }

  /** Of a session that has ended, or is another by now. */
  private async endOver({ sessions }: Runtime): Promise<void> {
    const all = [...this.streams.keys()];
    const living = await sessions.living(all.map(({ wish }) => wish.secret));
    for (const stream of all) if (!living.has(stream.wish.secret)) stream.end('for-good');
  }

  private async tell(runtime: Runtime, stream: LiveStream, now: ReadonlyMap<string, number>): Promise<void> {
    const { wish, seen } = stream;
    const changed = [...seen].filter(([id, version]) => now.get(id) !== version).map(([id]) => id);
    const counts = wish.isList ? JSON.stringify(await recentCounts(runtime, wish.person)) : null;
    const isMoved = stream.counts !== null && counts !== stream.counts;
    stream.counts = counts;
    if (changed.length === 0) {
      if (isMoved) stream.changed(words.list[wish.language]);
      return;
    }
    stream.seen = new Map([...seen].map(([id, version]) => [id, now.get(id) ?? version]));
    // What is no longer theirs to see changes on the page too, and nothing is said of by whom.
    const visible = await versionsSeen(runtime, wish.person, changed);
    stream.changed(await this.told(runtime, stream, changed.length === 1 ? visible : new Map()));
  }

  private async told(
    runtime: Runtime,
    { wish: { language, isList } }: LiveStream,
    changed: ReadonlyMap<string, number>,
  ): Promise<string> {
    const [[file, version] = ['', 0]] = changed;
    const change = changed.size === 1 ? await changedBy(runtime, file, version) : null;
    if (change === null) return words[isList ? 'list' : 'page'][language];
    const snapshot = await runtime.directory.snapshot();
    const name = snapshot.people.has(change.by) ? nameIn(snapshot, change.by) : null;
    return words.changed(name, change.at, isList)[language];
  }

  private grow(): void {
    for (const [stream, looks] of this.streams) {
      if (looks >= LONGEST_LOOKS) stream.end('for-now');
      else this.streams.set(stream, looks + 1);
      if (looks % BEAT_LOOKS === BEAT_LOOKS - 1) stream.beat();
    }
  }
}
