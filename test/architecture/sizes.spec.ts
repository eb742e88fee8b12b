import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOTS = ['src', 'workflows'];
const LEFT_OUT = [/^src\/migrations\//, /^workflows\/[^/]+\/past\//, /(^|\/)generated\//, /\.generated\./];
const LISTED = 200;
const MOST = 300;
const DEEPEST = 4;

interface SourceFile {
  readonly path: string;
  readonly lines: number;
}

const files: readonly SourceFile[] = ROOTS.filter(existsSync)
  .flatMap((root) => readdirSync(root, { recursive: true, encoding: 'utf8' }).map((name) => join(root, name)))
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\.tsx?$/.test(path) && !LEFT_OUT.some((pattern) => pattern.test(path)))
  .map((path) => ({ path, lines: readFileSync(path, 'utf8').trimEnd().split('\n').length }));

const tell = ({ path, lines }: SourceFile): string => `${path} (${lines} lines)`;

describe('sizes', () => {
  it('stay below 300 lines a file; those over 200 are listed', () => {
    const long = files.filter(({ lines }) => lines > LISTED).sort((one, other) => other.lines - one.lines);
    if (long.length > 0)
      process.stdout.write(`Files over ${LISTED} lines:\n  ${long.map(tell).join('\n  ')}\n`);
    expect(long.filter(({ lines }) => lines > MOST).map(tell)).toEqual([]);
  });

  it('stay at most four folders deep', () => {
    const folders = new Set(files.map(({ path }) => path.slice(0, path.lastIndexOf('/'))));
    expect([...folders].filter((folder) => folder.split('/').length > DEEPEST)).toEqual([]);
  });
});
