import { existsSync, readFileSync } from 'node:fs';

interface Row {
  readonly id: string;
  readonly file: string;
  readonly test: string;
}

const rows: readonly Row[] = readFileSync('docs/security.md', 'utf8')
  .split('\n')
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .filter(([, id = '']) => /^\d+\.\d+\.\d+$/.test(id))
  .map(([, id = '', , file = '', test = '']) => ({ id, file, test }));

/** Whether a file has a test of that name, in one line of code or laid out over several. */
const has = ({ file, test }: Row): boolean =>
  existsSync(file) &&
  new RegExp(`\\n\\s*(it\\(|it\\.each\\([\\s\\S]*?\\)\\(|)\\s*'${escaped(test)}'`).test(
    readFileSync(file, 'utf8'),
  );
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

describe('the table of security requirements', () => {
  it('names tests that there are', () => {
    expect(rows.length).toBeGreaterThan(40);
    expect(rows.filter((row) => !has(row))).toEqual([]);
  });

  it('finds a test that is not there', () => {
    expect(has({ id: '0', file: 'test/web/forms.spec.ts', test: 'is not there' })).toBe(false);
    expect(has({ id: '0', file: 'test/web/none.spec.ts', test: 'x' })).toBe(false);
  });
});
