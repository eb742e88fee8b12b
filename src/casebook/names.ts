import type { FileState, Process } from '../engine/model.js';

/** Where a name points. */
export interface Place {
  readonly file: string;
  readonly process: number;
}

/** Reads a file as it stands at this point of the book; null when there is none. */
export type ReadFile = (id: string) => Promise<FileState | null>;

/** The names that a book has given, and those that follow from them. */
export class BookNames {
  private readonly given = new Map<string, Place>();

  isGiven(name: string): boolean {
    return this.given.has(name);
  }

  give(name: string, place: Place): void {
    this.given.set(name, place);
  }

  /** The line that gave the name was not taken after all. */
  takeBack(name: string): void {
    this.given.delete(name);
  }

  /** The place whose name a path begins with. */
  root(path: string): Place | undefined {
    return this.given.get(path.split('/', 1)[0] as string);
  }

  /**
   * Where a path points: `r-17` where the book opened it, `r-17/offer#2` at the second offer of that file, in order of
   * opening. A workflow that runs in files of its own is counted there. Null when nothing is there.
   */
  async find(path: string, read: ReadFile): Promise<Place | null> {
    const root = this.root(path);
    if (root === undefined || !path.includes('/')) return root ?? null;
    const file = await read(root.file);
    if (file === null) return null;
    const [last = '', ordinal = '1'] = path.slice(path.lastIndexOf('/') + 1).split('#');
    const here = file.processes.filter((one) => one.workflow === last).sort(byNumber);
    if (here.length === 0) return childElsewhere(file, last, Number(ordinal), read);
    const found = here[Number(ordinal) - 1];
    const between = path.split('/').slice(1, -1);
    if (found === undefined || !descends(file, found, between)) return null;
    return { file: file.id, process: found.number };
  }
}

/** A correction may leave processes in another order than they are read in. */
const byNumber = (one: Process, other: Process): number => one.number - other.number;

/** Whether the workflows named in between stand above a process, in that order. */
function descends(file: FileState, process: Process, between: readonly string[]): boolean {
  const above: string[] = [];
  let one: Process | undefined = process;
  while (one !== undefined) {
    const ref: string | null = one.parent;
    one = ref === null ? undefined : file.processes.find(({ number }) => `${file.id}/${number}` === ref);
    if (one !== undefined) above.unshift(one.workflow);
  }
  const left = [...between];
  for (const workflow of above) if (workflow === left[0]) left.shift();
  return left.length === 0;
}

async function childElsewhere(
  file: FileState,
  workflow: string,
  ordinal: number,
  read: ReadFile,
): Promise<Place | null> {
  let count = 0;
  for (const ref of [...file.processes].sort(byNumber).flatMap(({ children }) => children)) {
    const [id = '', number] = ref.split('/');
    const child = (await read(id))?.processes.find((one) => one.number === Number(number));
    if (child?.workflow === workflow && ++count === ordinal) return { file: id, process: child.number };
  }
  return null;
}
