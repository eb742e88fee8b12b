import hooks from 'node:async_hooks';
import { createRequire } from 'node:module';
import { relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import circus from 'jest-circus/runner';

const require = createRequire(import.meta.url);
const INITIALIZER = resolve(require.resolve('jest-circus/runner'), '../jestAdapterInit.js');

/** What Jest asks of the runtime that reads modules: here Node itself reads them. */
const node = {
  requireInternalModule: require,
  requireModule: require,
  setGlobalsForRuntime: () => undefined,
  unstable_shouldLoadAsEsm: () => true,
  unstable_importModule: (spec: string): Promise<unknown> => import(pathToFileURL(built(spec)).href),
  enterTestCode: () => undefined,
  leaveTestCode: () => undefined,
};

/**
 * Runs a spec as it was built, read by Node itself in the realm of the worker: what is tried is what is shipped, and a
 * worker reads TypeORM, Nest and the charts once and not for every spec again. See docs/decisions/0019-tests-as-built.md.
 */
export default async function run(
  ...[global, config, , , spec, send]: Parameters<typeof circus.default>
): Promise<unknown> {
  forget();
  const storages = initialized();
  try {
    return await circus.default(global, config, { global: globalThis }, node, spec, send);
  } finally {
    for (const storage of storages) storage.disable();
  }
}

/** Reads what a spec begins with; gives the storages it made, each of which every later promise would be shown to. */
function initialized(): readonly hooks.AsyncLocalStorage<unknown>[] {
  const given = Object.getOwnPropertyDescriptor(hooks, 'AsyncLocalStorage') as PropertyDescriptor;
  const { AsyncLocalStorage } = hooks;
  const made: hooks.AsyncLocalStorage<unknown>[] = [];
  const value = class<T> extends AsyncLocalStorage<T> {
    constructor() {
      super();
      made.push(this);
    }
  };
  Object.defineProperty(hooks, 'AsyncLocalStorage', { configurable: true, enumerable: true, value });
  try {
    require(INITIALIZER);
  } finally {
    Object.defineProperty(hooks, 'AsyncLocalStorage', given);
  }
  return made;
}

/** Tests and timeouts of the spec before are no longer known. */
function forget(): void {
  Reflect.deleteProperty(require.cache, INITIALIZER);
  for (const name of ['EVENT_HANDLERS', 'TEST_TIMEOUT_SYMBOL'])
    Reflect.deleteProperty(globalThis, Symbol.for(name));
}

/** `test/web/case.spec.ts` as it stands in `dist`. */
const built = (spec: string): string => resolve('dist', relative('.', spec)).replace(/\.tsx?$/, '.js');
