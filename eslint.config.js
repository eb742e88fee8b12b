import tseslint from 'typescript-eslint';

const time = 'The time comes in with the event, or from the Clock that you are handed.';
const chance = 'Chance comes in with the event, or from the port that you are handed.';

/** No clock and no chance: what these rooms compute must come out the same when it is computed again. */
const repeatable = {
  files: ['workflows/**', 'src/domain/**', 'src/reports/**', 'src/engine/**', 'demo/**'],
  rules: {
    'no-restricted-properties': [
      'error',
      { object: 'Date', property: 'now', message: time },
      { object: 'performance', property: 'now', message: time },
      { object: 'performance', property: 'timeOrigin', message: time },
      { object: 'process', property: 'hrtime', message: time },
      { object: 'Temporal', property: 'Now', message: time },
      { object: 'Math', property: 'random', message: chance },
      ...['randomUUID', 'getRandomValues', 'randomBytes', 'randomInt'].map((property) => ({
        object: 'crypto',
        property,
        message: chance,
      })),
    ],
    'no-restricted-syntax': [
      'error',
      { selector: 'NewExpression[callee.name="Date"][arguments.length=0]', message: time },
      { selector: 'CallExpression[callee.name="Date"]', message: time },
      { selector: 'CallExpression[callee.name=/^set(Timeout|Interval|Immediate)$/]', message: time },
    ],
    'no-restricted-imports': [
      'error',
      ...['crypto', 'node:crypto'].map((name) => ({
        name,
        importNames: [
          'randomBytes',
          'randomUUID',
          'randomInt',
          'randomFillSync',
          'getRandomValues',
          'webcrypto',
        ],
        message: chance,
      })),
      ...[
        'timers',
        'node:timers',
        'timers/promises',
        'node:timers/promises',
        'perf_hooks',
        'node:perf_hooks',
      ].map((name) => ({ name, message: time })),
    ],
  },
};

export default tseslint.config(
  { ignores: ['dist/', 'node_modules/', '.husrum/', 'coverage/', 'screenshots/', 'bench-output/'] },
  tseslint.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 50 }],
      complexity: ['error', 15],
      'max-depth': ['error', 3],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // Nest's modules are classes that only carry a decorator.
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  repeatable,
  // Sealing needs a fresh nonce each time; what is sealed is stored, and never computed again.
  { files: ['src/engine/vault.ts'], rules: { 'no-restricted-imports': 'off' } },
  {
    // A description of a story is one function, however many sentences it has; a migration is one statement.
    files: ['test/**', 'src/migrations/**'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    files: ['src/cli/**', 'test/bench/**', 'test/pictures/**', 'src/main.ts', 'src/generate.ts'],
    rules: { 'no-console': 'off' },
  },
);
