import { readFile } from 'node:fs/promises';
import { Validator } from '@seriousme/openapi-schema-validator';
import { apiDocuments } from '../../src/api/openapi/documents.js';
import { eventsOf } from '../../src/api/openapi/components.js';
import { groups, openApi } from '../../src/api/openapi/document.js';
import { loadWorkflows } from '../../src/engine/load-workflows.js';
import type { FileKind, Workflow } from '../../workflows/definition.js';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a description is looked into freely
type Json = any;

let workflows: readonly Workflow[];
let kinds: readonly FileKind[];
let described: Json;
beforeAll(async () => {
  ({ workflows, kinds } = await loadWorkflows());
  described = openApi(workflows, kinds, 'en');
});

/** Every reference in a JSON value. */
function refsIn(value: Json): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = typeof value.$ref === 'string' ? [value.$ref] : [];
  return [...own, ...Object.values(value).flatMap(refsIn)];
}

describe('the description of the API', () => {
  it('is valid OpenAPI 3.1, in both languages', async () => {
    for (const language of ['sv', 'en'] as const) {
      const validator = new Validator();
      const text = JSON.stringify(openApi(workflows, kinds, language));
      const result = await validator.validate(JSON.parse(text) as Parameters<Validator['validate']>[0]);
      expect([language, result.errors ?? null]).toEqual([language, null]);
      expect(validator.version).toBe('3.1');
    }
  });

  it('refers to nothing that is not there', () => {
    const names = new Set(
      Object.keys(described.components.schemas).map((name) => `#/components/schemas/${name}`),
    );
    const refs = refsIn(described);
    expect(refs.length).toBeGreaterThan(50);
    expect(refs.filter((ref) => !names.has(ref))).toEqual([]);
  });

  it('tells every call, with its permission and its noes', () => {
    for (const { operations } of groups)
      for (const { id, path, method, permission } of operations) {
        const told = described.paths[path.replace(/:(\w+)/g, '{$1}')][method.toLowerCase()];
        expect(told).toMatchObject({ operationId: id, 'x-permission': permission });
        if (permission !== 'anyone')
          expect(Object.keys(told.responses)).toEqual(expect.arrayContaining(['401', '503']));
      }
  });

  it('holds the data of every event that a person may send, as one branch by its type', () => {
    const body = described.paths['/api/v1/files/{file}/processes/{process}/events'].post.requestBody;
    const branches: Json[] = body.content['application/json'].schema.oneOf;
    const types = branches.map((one) => one.properties.type.const);
    expect(new Set(types).size).toBe(types.length);
    for (const workflow of workflows)
      for (const [type] of eventsOf(workflow)) {
        expect(described.components.schemas).toHaveProperty([`${workflow.name}.${type}`]);
        if (type === 'open') continue;
        const branch = branches.find((one) => one.properties.type.const === type);
        expect(JSON.stringify(branch.properties.data)).toContain(`/${workflow.name}.${type}"`);
      }
  });

  it('says in each language what a field is', () => {
    const field = (language: 'sv' | 'en'): Json =>
      (openApi(workflows, kinds, language) as Json).components.schemas['referral.submit'].properties.ground;
    expect(field('sv').title).toBe('Uppgifterna lämnas ut med stöd av');
    expect(field('en').title).toBe('Disclosed on the ground of');
  });

  it('is committed as it is', async () => {
    for (const [path, text] of Object.entries(apiDocuments(workflows, kinds)))
      expect([path, (await readFile(path, 'utf8')) === text]).toEqual([path, true]);
  });
});
