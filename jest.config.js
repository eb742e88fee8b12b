/** Specs are run as built: `npm test` builds first, and `test/support/test-runner.ts` reads them out of `dist`. */
export default {
  roots: ['<rootDir>/test'],
  testMatch: ['<rootDir>/test/**/*.spec.{ts,tsx}'],
  testRunner: '<rootDir>/dist/test/support/test-runner.js',
  transform: {},
  globalSetup: '<rootDir>/dist/test/support/global-setup.js',
  globalTeardown: '<rootDir>/dist/test/support/global-teardown.js',
  testTimeout: 150_000,
  maxWorkers: 2,
};
