import type { PoolClient } from 'pg';
import { FileHistory } from '../engine/history/file-history.js';
import type { EventBody, Process } from '../engine/model.js';
import type { Registry } from '../engine/registry.js';

const CORRECTIONS = `
select canonical from event
where ($1::text is null or file_id = $1) and position('"type":"correct"'::bytea in canonical) > 0`;

/** The files in which something was corrected, as they were known at each line of an export. */
export class CorrectedFiles {
  private readonly histories = new Map<string, FileHistory>();
  private readonly corrected = new Set<string>();

  /** @param file only that one. */
  static async read(
    client: PoolClient,
    registry: Registry,
    file: string | undefined,
  ): Promise<CorrectedFiles> {
    const files = new CorrectedFiles();
    const { rows } = await client.query<{ canonical: Buffer }>(CORRECTIONS, [file ?? null]);
    for (const { canonical } of rows) {
      const { file: own, corrects } = JSON.parse(canonical.toString('utf8')) as EventBody;
      if (corrects === undefined) continue;
      files.corrected.add(corrects.of);
      files.histories.set(own, new FileHistory(registry));
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

  /** The `id` of an event's line; null when nothing refers to it. */
  idOf({ file, seq }: EventBody): string | null {
    const id = `${file}:${seq}`;
    return this.corrected.has(id) ? id : null;
  }
}
