/** What is read of a session. */
export interface SessionRow {
  readonly hash: Buffer;
  readonly ref: string;
  readonly login: string;
  readonly acting: { organisation: string; role: string; onBehalfOf?: string } | null;
  readonly sid: string | null;
  readonly beganAt: Date;
  readonly seenAt: Date;
  readonly endsAt: Date;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly authenticatedAt: Date | null;
  readonly kept: Buffer | null;
  readonly keptForm: string | null;
  readonly keptUntil: Date | null;
}

const COLUMNS = `hash, ref, login, acting, sid, began_at as "beganAt", seen_at as "seenAt",
  ends_at as "endsAt", ended_at as "endedAt", ended_by as "endedBy", authenticated_at as "authenticatedAt", kept, kept_form as "keptForm",
  kept_until as "keptUntil"`;

/** Statements on sessions; `$1` is the hash, the login or the reference, the last one the moment. */
export const sql = {
  read: `select ${COLUMNS} from session where hash = $1`,
  begin: `insert into session (hash, ref, login, acting, subject, sid, began_at, seen_at, ends_at, authenticated_at, id_token)
    values ($1, $2, $3, $4, $5, $6, $7, $7, $8, $9, $10)`,
  touch: 'update session set seen_at = $2 where hash = $1 and ended_at is null and seen_at < $2',
  rotate: `update session set hash = $2, acting = $3, kept = null, kept_form = null, kept_until = null,
    seen_at = $4, id_token = $5 where hash = $1 and ended_at is null returning ref`,
  idToken: 'select id_token as "idToken" from session where hash = $1',
  actAs: 'update session set acting = $2 where hash = $1 and acting is null',
  end: 'update session set ended_at = $3, ended_by = $2 where hash = $1 and ended_at is null',
  endByRef: `update session set ended_at = $4, ended_by = $3
    where ref = $1 and ($2::text is null or login = $2) and ended_at is null returning login`,
  endOfProvider: `update session set ended_at = $4, ended_by = $3
    where ($1::text is null or sid = $1) and ($2::text is null or subject = $2) and coalesce($1, $2) is not null
      and ended_at is null returning login`,
  living: `select encode(hash, 'hex') as hash from session where hash = any(select decode(one, 'hex') from unnest($1::text[]) as one)
    and ended_at is null and ends_at > $2 and seen_at > $3`,
  live: `select ${COLUMNS} from session
    where ($1::text is null or login = $1) and ended_at is null and ends_at > $2 and seen_at > $3
    order by seen_at desc, ref limit 500`,
  keep: 'update session set kept = $2, kept_form = $3, kept_until = $4 where hash = $1',
  forgetKept: 'update session set kept = null, kept_form = null, kept_until = null where hash = $1',
  purge: `delete from session where coalesce(ended_at, ends_at) < $1::timestamptz - interval '1 day'`,
} as const;
