import type { PoolClient } from 'pg';
import { FileHistory } from '../engine/history/file-history.js';
import type { EventBody, Process } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';

const CORRECTIONS = `
select canonical from event
where ($1::text is null or file_id = $1) and
  (position('"type":"correct"'::bytea in canonical) > 0 or position('"type":"sealEntry"'::bytea in canonical) > 0)
order by file_id, seq`;

/** The files in which something was corrected or sealed, as they were known at each line of an export. */
export class CorrectedFiles {
  private readonly histories = new Map<string, FileHistory>();
  /** Ids of the events that a later one corrects or seals. */
  private readonly named = new Set<string>();
  private readonly sealed = new Set<string>();

  /** @param file only that one. */
  static async read(
    client: PoolClient,
    registry: Registry,
    file: string | undefined,
  ): Promise<CorrectedFiles> {
    const files = new CorrectedFiles();
    const { rows } = await client.query<{ canonical: Buffer }>(CORRECTIONS, [file ?? null]);
    for (const { canonical } of rows) {
      const body = JSON.parse(canonical.toString('utf8')) as EventBody;
      const of = ofEarlier(body);
      if (of === null) continue;
      files.named.add(of);
      if (body.seals !== undefined && body.proposed !== undefined && body.seals.ends !== true)
        files.sealed.add(of);
      if (body.corrects !== undefined) files.histories.set(body.file, new FileHistory(registry));
    }
    return files;
  }

  /** The next event of the export. */
  take(event: EventBody): void {
    this.histories.get(event.file)?.take(event);
  }

  /** The processes of a file by what has been taken of it; undefined when nothing there was corrected or it cannot be told. */
  processes(file: string): readonly Process[] | undefined {
    const history = this.histories.get(file);
    if (history?.state == null || history.unknown.size > 0) return undefined;
    return [...history.state.processes].sort((one, other) => one.number - other.number);
  }

  /** Whether two persons had the content of an event taken away, which also goes with the corrections of it. */
  isSealed(body: EventBody): boolean {
    return this.sealed.has(body.corrects?.of ?? `${body.file}:${body.seq}`);
  }

  /** The `id` of an event's line; null when nothing refers to it. */
  idOf({ file, seq }: EventBody): string | null {
    const id = `${file}:${seq}`;
    return this.named.has(id) ? id : null;
  }
}

/** The id of the earlier event that one corrects or seals; null for all others. */
export const ofEarlier = ({ file, corrects, seals }: EventBody): string | null =>
  corrects?.of ?? (seals === undefined ? null : `${file}:${seals.of}`);
