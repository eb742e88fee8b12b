import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { DefinitionError } from '../../src/engine/check/index.js';
import { loadWorkflows, projectWorkflows } from '../../src/engine/load-workflows.js';

/** A folder that holds folders with these index files. */
async function folderOf(indexes: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'husrum-workflows-'));
  made.push(folder);
  await writeFile(join(folder, 'package.json'), '{"type":"module"}');
  for (const [name, content] of Object.entries(indexes)) {
    await mkdir(join(folder, name));
    await writeFile(join(folder, name, 'index.js'), content);
  }
  return folder;
}
const made: string[] = [];
afterAll(() => Promise.all(made.map((folder) => rm(folder, { recursive: true }))));

const refused = async (folders: string[]): Promise<string> => {
  const error: unknown = await loadWorkflows(folders).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(DefinitionError);
  return (error as Error).message;
};

describe("the project's workflows", () => {
  it('are without a fault, and are read in order of their names', async () => {
    const { workflows, kinds } = await loadWorkflows();
    const names = workflows.map(({ name }) => name);
    expect(names).toEqual([...names].sort());
    expect(names).toEqual(
      expect.arrayContaining(['agency-request', 'dwelling', 'offer', 'referral', 'tenancy']),
    );
    expect(kinds.map(({ name }) => name).sort()).toEqual(['dwelling', 'household']);
  });

  it('are joined by a folder given beside them', async () => {
    const other = await folderOf({});
    const alone = await loadWorkflows();
    expect(await loadWorkflows([projectWorkflows(), other])).toEqual(alone);
  });

  it('are read once, however often they are given', async () => {
    const { workflows } = await loadWorkflows([projectWorkflows(), join(projectWorkflows(), 'offer')]);
    expect(workflows.filter(({ name }) => name === 'offer')).toHaveLength(1);
  });
});

describe('a folder is refused', () => {
  it('that holds neither a workflow nor kinds of file, with those that cannot be read', async () => {
    const folder = await folderOf({
      empty: 'export const nothing = {};',
      broken: "throw new Error('no such chart');",
    });
    expect(await refused([folder])).toBe(
      [
        '2 faults in the definitions:',
        '  broken (index.ts): it cannot be read: no such chart',
        '  empty (index.ts): it exports neither a workflow nor `fileKinds`.',
      ].join('\n'),
    );
  });

  it('that is given itself, the same way', async () => {
    const folder = await folderOf({ empty: 'export const nothing = {};' });
    expect(await refused([join(folder, 'empty')])).toContain('empty (index.ts): it exports neither');
  });

  it('whose workflow is there already', async () => {
    const there = pathToFileURL(join(projectWorkflows(), 'offer', 'index.js')).href;
    const folder = await folderOf({ offer: `export { default } from '${there}';` });
    expect(await refused([projectWorkflows(), folder])).toBe(
      '1 fault in the definitions:\n  offer version 1 (index.ts): there are two of this name.',
    );
  });
});
