import { readFile } from 'node:fs/promises';
import { generated } from '../../src/generated.js';

describe('what is generated', () => {
  it('is committed as it comes out now (`npm run generate` writes it)', async () => {
    const stale: string[] = [];
    for (const { path, make } of await generated()) {
      const kept = await readFile(path, 'utf8').catch(() => null);
      if (kept !== (await make())) stale.push(path);
    }
    expect(stale).toEqual([]);
  });
});
