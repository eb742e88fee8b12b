import { addDays } from '../domain/days.js';
import { dayOf, midnight } from '../domain/zone.js';
import type { Reader } from '../access/access-entry.js';
import type { Person } from '../engine/model.js';
import type { Runtime } from '../runtime.js';
import { sql, type DraftRow } from './drafts.queries.js';

/** A form that nobody has touched for so many days is gone, as a draft of a referral is. Policy: DESIGN.md, referral. */
const KEPT_DAYS = 180;
const MOST_TRIES = 5;

/** What was typed, each field by its path; and when each page was kept last, by the draft's version. */
export interface Typing {
  readonly sent: Readonly<Record<string, string>>;
  readonly kept: Readonly<Record<string, number>>;
}

/** A form under way, opened. */
export interface FormDraft extends Omit<DraftRow, 'wrapped' | 'sealed'> {
  readonly typing: Typing;
}

/** One page of a form (or several at once) as typed from a version of the draft. */
export interface KeptPage {
  readonly pages: readonly string[];
  /** Whether a field is of these pages. */
  readonly isOf: (field: string) => boolean;
  readonly sent: Readonly<Record<string, string>>;
  readonly version: number;
}

/** Begins a form under way with its first page. Sent twice, it is begun once. */
export async function draftBegun(
  { engine, pool, clock }: Runtime,
  { organisation, login }: Person,
  { id, workflow }: Pick<FormDraft, 'id' | 'workflow'>,
): Promise<void> {
  const { vault } = engine.ports;
  const { key, wrapped } = vault.newKey();
  const { ciphertext } = vault.seal(key, { sent: {}, kept: {} } satisfies Typing);
  await pool.query(sql.begin, [organisation, login, id, workflow, clock.now(), wrapped, ciphertext]);
}

/** A form under way of the reader's organisation, logged as read; null when there is none for them. */
export async function draftFor(runtime: Runtime, reader: Reader, id: string): Promise<FormDraft | null> {
  const { organisation, login } = reader.person;
  const { rows } = await runtime.pool.query<DraftRow>(sql.read, [organisation, login, id]);
  if (rows[0] === undefined) return null;
  await runtime.accessLog.other(reader, 'form-draft', { draft: id });
  return opened(runtime, rows[0]);
}

/** The forms under way that a person sees, those changed last first. Those that nobody touched for long are gone. */
export async function draftsOf(
  runtime: Runtime,
  { organisation, login }: Person,
  workflows: readonly string[],
): Promise<FormDraft[]> {
  const { pool, clock } = runtime;
  await pool.query(sql.expire, [midnight(addDays(dayOf(clock.now()), -KEPT_DAYS))]);
  const { rows } = await pool.query<DraftRow>(sql.list, [organisation, login, workflows]);
  return rows.map((row) => opened(runtime, row));
}

/** How many forms under way a person sees. */
export async function draftCount({ pool }: Runtime, { organisation, login }: Person): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(sql.count, [organisation, login]);
  return rows[0]?.count ?? 0;
}

/**
 * Keeps pages as typed, valid or not. When somebody else kept one of them since, nothing is kept and their draft is
 * given back; other pages are theirs to change meanwhile. Null when the draft is gone.
 */
export async function pageKept(
  runtime: Runtime,
  { organisation, login }: Person,
  id: string,
  page: KeptPage,
): Promise<{ readonly draft: FormDraft; readonly isKept: boolean } | null> {
  const { pool, engine, clock } = runtime;
  for (let tries = 0; tries < MOST_TRIES; tries++) {
    const { rows } = await pool.query<DraftRow>(sql.read, [organisation, login, id]);
    const [row] = rows;
    if (row === undefined) return null;
    const draft = opened(runtime, row);
    if (page.pages.some((one) => (draft.typing.kept[one] ?? 0) > page.version))
      return { draft, isKept: false };
    const typing = withPage(draft, page);
    const { vault } = engine.ports;
    const { ciphertext } = vault.seal(vault.unwrap(row.wrapped), typing);
    const values = [organisation, login, id, row.version, clock.now(), ciphertext];
    const { rowCount } = await pool.query(sql.change, values);
    if (rowCount === 1) return { draft: { ...draft, version: row.version + 1, typing }, isKept: true };
  }
  throw new Error('a form under way was changed by others again and again');
}

function withPage({ typing, version }: FormDraft, { pages, isOf, sent }: KeptPage): Typing {
  const rest = Object.entries(typing.sent).filter(([name]) => !isOf(name));
  const own = Object.entries(sent).filter(([name]) => isOf(name));
  const kept = Object.fromEntries(pages.map((one) => [one, version + 1]));
  return { sent: Object.fromEntries([...rest, ...own]), kept: { ...typing.kept, ...kept } };
}

/** Lets only who began it see it, or the whole organisation again. */
export async function draftShown(
  { pool }: Runtime,
  { organisation, login }: Person,
  id: string,
  isOwn: boolean,
) {
  await pool.query(sql.own, [organisation, login, id, isOwn]);
}

/** Takes a draft for sending, so that two colleagues do not send it both; false when another is at it. */
export async function draftClaimed(
  { pool }: Runtime,
  { organisation, login }: Person,
  id: string,
): Promise<boolean> {
  return (await pool.query(sql.claim, [organisation, login, id])).rowCount === 1;
}

/** It could not be sent: others may try again. */
export async function draftReleased({ pool }: Runtime, { organisation, login }: Person, id: string) {
  await pool.query(sql.release, [organisation, login, id]);
}

/** Throws a draft away, with its key. */
export async function draftDiscarded({ pool }: Runtime, { organisation, login }: Person, id: string) {
  await pool.query(sql.discard, [organisation, login, id]);
}

function opened({ engine }: Runtime, { wrapped, sealed, ...row }: DraftRow): FormDraft {
  const { vault } = engine.ports;
  return { ...row, typing: vault.unseal(vault.unwrap(wrapped), sealed) as Typing };
}
