import { escapeIdentifier, escapeLiteral } from 'pg';
import type { Connection } from './connection.js';
import { tables, type Table } from './tables.js';

const ROWS_AT_ONCE = 1_000;

/**
 * One table read in order of file through a cursor, the next rows fetched while the present ones are worked on. Rows of
 * files that do not exist (`orphans`) are passed over.
 */
export class Stream<Row extends { readonly file_id: string }> {
  private rows: readonly Row[] = [];
  private at = 0;
  private coming: Promise<readonly Row[]>;

  private constructor(
    private readonly connection: Connection,
    private readonly cursor: string,
    private readonly orphans: ReadonlySet<string>,
  ) {
    this.coming = this.fetch();
  }

  /** Opens a cursor in the client's transaction; `file` leaves out all others. */
  static async open<Row extends { readonly file_id: string }>(
    connection: Connection,
    table: Table,
    orphans: ReadonlySet<string>,
    file?: string,
  ): Promise<Stream<Row>> {
    const { columns, order, file: name } = tables[table];
    const where = file === undefined ? '' : `where ${name} = ${escapeLiteral(file)}`;
    const cursor = escapeIdentifier(`verify_${table}`);
    await connection.query(
      `declare ${cursor} no scroll cursor for select ${columns} from ${table} ${where} order by ${order}`,
    );
    return new Stream<Row>(connection, cursor, orphans);
  }

  /** The next row, without taking it; undefined at the end. */
  async peek(): Promise<Row | undefined> {
    for (;;) {
      const row = this.rows[this.at];
      if (row !== undefined && !this.orphans.has(row.file_id)) return row;
      if (row !== undefined) this.at++;
      else if (!(await this.refill())) return undefined;
    }
  }

  async next(): Promise<Row | undefined> {
    const row = await this.peek();
    if (row !== undefined) this.at++;
    return row;
  }

  /** The next row if it is of that file (and `fits`), else undefined. */
  async nextOf(file: string, fits: (row: Row) => boolean = () => true): Promise<Row | undefined> {
    const row = await this.peek();
    if (row === undefined || row.file_id !== file || !fits(row)) return undefined;
    this.at++;
    return row;
  }

  /** Every further row of that file that fits. */
  async allOf(file: string, fits?: (row: Row) => boolean): Promise<Row[]> {
    const all: Row[] = [];
    for (let row = await this.nextOf(file, fits); row !== undefined; row = await this.nextOf(file, fits))
      all.push(row);
    return all;
  }

  private async refill(): Promise<boolean> {
    this.rows = await this.coming;
    this.at = 0;
    if (this.rows.length > 0) this.coming = this.fetch();
    return this.rows.length > 0;
  }

  private fetch(): Promise<readonly Row[]> {
    const coming = this.connection
      .query<Row>(`fetch ${ROWS_AT_ONCE} from ${this.cursor}`)
      .then((result): readonly Row[] => result.rows);
    // A fetch that fails is told when its rows are asked for.
    coming.catch(() => undefined);
    return coming;
  }
}
