import { PATH_METADATA } from '@nestjs/common/constants.js';
import { controllers } from '../../src/api/api.module.js';
import { OPERATION } from '../../src/api/asked.js';
import type { Operation } from '../../src/api/operation.js';
import { groups } from '../../src/api/openapi/document.js';
import { problems } from '../../src/api/problems.js';

const routes = controllers.flatMap((controller) =>
  Object.getOwnPropertyNames(controller.prototype)
    .filter((name) => name !== 'constructor')
    .map((name) => (controller.prototype as unknown as Record<string, object>)[name] as object)
    .filter((method) => typeof method === 'function' && Reflect.hasMetadata(PATH_METADATA, method)),
);
const operations = routes.map((route) => Reflect.getMetadata(OPERATION, route) as Operation | undefined);

describe('every route', () => {
  it('declares its operation, and with it its permission', () => {
    expect(routes.length).toBeGreaterThan(20);
    const undeclared = routes.filter((_, i) => operations[i]?.permission === undefined);
    expect(undeclared.map((route) => (route as { name: string }).name)).toEqual([]);
  });

  it('is open to anyone only where nothing of a case can stand', () => {
    const open = operations.filter((op) => op?.permission === 'anyone').map((op) => op?.path);
    expect(open.sort()).toEqual([
      '/api',
      '/api/openapi.json',
      '/api/page.css',
      '/health/live',
      '/health/ready',
    ]);
  });

  it('that changes a case waits until the demo years are loaded, and takes a key', () => {
    for (const op of operations)
      if (op?.method === 'POST' && op.id !== 'searchFiles') expect([op.id, op.writes]).toEqual([op.id, true]);
    expect(operations.filter((op) => op?.key === 'required').map((op) => op?.id)).toEqual([
      'sendFileEvent',
      'sendProcessEvent',
      'correctEvent',
      'sealEntry',
    ]);
  });

  it('under /api/v1 and /health is described', () => {
    const described = groups.flatMap((group) => group.operations.map(({ id }) => id));
    const served = operations
      .filter((op) => /^\/(api\/v1|health)\b/.test(op?.path ?? ''))
      .map((op) => op?.id);
    expect([...described].sort()).toEqual(served.sort());
  });

  it('names only problems that there are', () => {
    for (const op of operations) for (const code of op?.problems ?? []) expect(problems).toHaveProperty(code);
  });
});
