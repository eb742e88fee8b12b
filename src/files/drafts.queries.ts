/** A form under way as its row tells it. */
export interface DraftRow {
  readonly id: string;
  readonly workflow: string;
  readonly organisation: string;
  readonly begunBy: string;
  readonly begunAt: Date;
  readonly changedBy: string;
  readonly changedAt: Date;
  readonly version: number;
  /** Only who began it sees it. */
  readonly isOwn: boolean;
  readonly wrapped: Buffer;
  readonly sealed: Buffer;
}

const COLUMNS = `id, workflow, organisation, begun_by as "begunBy", begun_at as "begunAt", changed_by as "changedBy",
  changed_at as "changedAt", version, is_own as "isOwn", wrapped, sealed`;
/** Whose it is: the organisation's, or alone of who began it. */
const THEIRS = 'organisation = $1 and (not is_own or begun_by = $2)';

/** Statements on forms under way; `$1` and `$2` are the reader's organisation and login. */
export const sql = {
  begin: `insert into form_draft (organisation, begun_by, changed_by, id, workflow, begun_at, changed_at, version, wrapped, sealed)
    values ($1, $2, $2, $3, $4, $5, $5, 1, $6, $7) on conflict (id) do nothing`,
  read: `select ${COLUMNS} from form_draft where ${THEIRS} and id = $3`,
  list: `select ${COLUMNS} from form_draft where ${THEIRS} and workflow = any($3) order by changed_at desc, id limit 200`,
  count: `select count(*)::int as count from form_draft where ${THEIRS}`,
  change: `update form_draft set changed_by = $2, changed_at = $5, version = version + 1, sealed = $6
    where ${THEIRS} and id = $3 and version = $4`,
  own: `update form_draft set is_own = $4 where organisation = $1 and begun_by = $2 and id = $3`,
  claim: `update form_draft set sending_by = $2 where ${THEIRS} and id = $3 and (sending_by is null or sending_by = $2)`,
  release: `update form_draft set sending_by = null where ${THEIRS} and id = $3`,
  discard: `delete from form_draft where ${THEIRS} and id = $3`,
  expire: 'delete from form_draft where changed_at < $1',
} as const;
