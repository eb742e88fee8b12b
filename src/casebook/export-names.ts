import type { Pool } from 'pg';

type Then = Omit<Row, 'file'>;

interface Row {
  readonly file: string;
  readonly number: number;
  readonly workflow: string;
  readonly parent: string | null;
  readonly children: readonly string[];
}

const PROCESSES = `
select file_id as file, number, workflow, parent, children from process where file_id = any($1)
order by file_id, number`;

/**
 * The names of processes in an exported book: a process that a person opened is named after its file, and its number
 * there if it is not the first; one that another process opened is named from the file's own name, as an import finds it.
 */
export class ExportNames {
  private readonly files = new Map<string, readonly Row[]>();

  /** @param then the processes of a file as they were known at the line that is written, where later ones differ. */
  constructor(
    private readonly pool: Pool,
    private readonly then: (file: string) => readonly Then[] | undefined = () => undefined,
  ) {}

  /** Reads what naming these files' processes takes; forgets what it knew of others. */
  async know(files: Iterable<string>): Promise<void> {
    this.files.clear();
    for (let next = [...new Set(files)]; next.length > 0; next = this.besides()) await this.read(next);
  }

  /** Files not yet read that processes of those here opened for themselves, or that these were opened from. */
  private besides(): string[] {
    const rows = [...this.files.values()].flat();
    const refs = rows.flatMap(({ parent, children }) => [...(parent === null ? [] : [parent]), ...children]);
    return [...new Set(refs.map(fileOf))].filter((file) => !this.files.has(file));
  }

  /** The name of a process, or null when it is not there. */
  of(ref: string): string | null {
    const rows = this.rows(fileOf(ref));
    const row = rows.find(({ file, number }) => `${file}/${number}` === ref);
    if (row === undefined) return null;
    if (row.parent === null) return row.number === 1 ? row.file : `${row.file}-${row.number}`;
    if (fileOf(row.parent) !== row.file) return this.childElsewhere(row.parent, ref, row.workflow);
    const same = rows.filter(({ workflow }) => workflow === row.workflow);
    return below(this.file(row.file), row.workflow, same.indexOf(row));
  }

  /** The name by which a file is pointed at. */
  file(id: string): string {
    return this.of(`${id}/1`) ?? id;
  }

  private childElsewhere(parent: string, ref: string, workflow: string): string {
    const home = fileOf(parent);
    const children = this.rows(home).flatMap((row) => row.children);
    const same = children.filter((one) => this.rows(fileOf(one)).some((row) => isOf(row, one, workflow)));
    return below(this.file(home), workflow, same.indexOf(ref));
  }

  private rows(file: string): readonly Row[] {
    return this.then(file)?.map((one) => ({ ...one, file })) ?? this.files.get(file) ?? [];
  }

  private async read(files: readonly string[]): Promise<void> {
    for (const file of files) this.files.set(file, []);
    const { rows } = await this.pool.query<Row>({ name: 'export_names', text: PROCESSES, values: [files] });
    for (const row of rows) this.files.set(row.file, [...(this.files.get(row.file) ?? []), row]);
  }
}

const fileOf = (ref: string): string => ref.slice(0, ref.indexOf('/'));
const isOf = (row: Row, ref: string, workflow: string) =>
  row.workflow === workflow && `${row.file}/${row.number}` === ref;
const below = (root: string, workflow: string, index: number): string =>
  `${root}/${workflow}${index === 0 ? '' : `#${index + 1}`}`;
