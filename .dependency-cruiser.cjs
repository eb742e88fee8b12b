/** Which room may see which. Imports run one way; `npm run imports` fails on any other. */
const rooms = {
  domain: '^src/domain/',
  workflows: '^workflows/',
  engine: '^src/engine/',
  middle: '^src/(register|access|audit|notices|reports|casebook|diagram)/',
  files: '^src/files/',
  faces: '^src/(api|web|cli)/',
  platform: '^src/platform/',
  look: '^src/look/',
  migrations: '^src/migrations/',
};

/** A rule that lets the room `from` import only paths that match one of `allowed`, and packages. */
const only = (name, from, allowed, comment) => ({
  name,
  severity: 'error',
  comment,
  from: { path: from },
  to: { path: '^(src|workflows|test)/', pathNot: allowed },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'Of two files that import each other neither can be read, tested or moved alone.',
      from: { path: '^(src|workflows|test)/' },
      to: { circular: true },
    },
    {
      name: 'no-unresolved',
      severity: 'error',
      comment: 'What is imported has to be there, in the repository or in package.json.',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'domain-stands-alone',
      severity: 'error',
      comment:
        'The words and sums of housing outlive every framework; they know themselves and the calendar only.',
      from: { path: rooms.domain },
      to: { pathNot: [rooms.domain, 'node_modules/temporal-polyfill/'] },
    },
    only(
      'workflows-know-the-domain',
      rooms.workflows,
      [rooms.workflows, rooms.domain],
      'A workflow says what may happen. How it is kept, seen or shown is for others, so that it can be read alone.',
    ),
    {
      name: 'workflows-are-pure',
      severity: 'error',
      comment:
        'A chart is replayed years later and has to come out the same: no Nest, no database, no files, no network.',
      from: { path: rooms.workflows },
      to: { pathNot: [rooms.workflows, rooms.domain, 'node_modules/(xstate|zod|temporal-polyfill)/'] },
    },
    {
      name: 'engine-knows-no-workflow',
      severity: 'error',
      comment:
        'The engine sees only the contract. A new workflow is a new folder, and not a change to the engine.',
      from: { path: rooms.engine },
      to: { path: rooms.workflows, pathNot: '^workflows/[^/]+\\.ts$' },
    },
    only(
      'engine-looks-down',
      rooms.engine,
      [rooms.engine, rooms.workflows, rooms.domain, rooms.platform],
      'The engine asks through its ports; whoever answers imports the engine, never the other way round.',
    ),
    only(
      'middle-looks-down',
      rooms.middle,
      [rooms.middle, rooms.engine, rooms.workflows, rooms.domain, rooms.platform],
      'Registers, access, audit, notices and reports serve all three faces, and so know none of them.',
    ),
    only(
      'files-serve-the-faces',
      rooms.files,
      [
        rooms.files,
        '^src/runtime\\.ts$',
        rooms.middle,
        rooms.engine,
        rooms.workflows,
        rooms.domain,
        rooms.platform,
      ],
      'What a person sees of a file, and the steps they take in it, is the same for pages and for other systems.',
    ),
    {
      name: 'faces-stay-apart',
      severity: 'error',
      comment:
        'The three faces are thin and replaceable one by one; what two of them need belongs in a room below.',
      from: { path: '^src/(api|web|cli)/' },
      to: { path: rooms.faces, pathNot: '^src/$1/' },
    },
    only(
      'platform-knows-no-rule',
      rooms.platform,
      [rooms.platform, rooms.migrations],
      'Config, database and logging are the same for any product; they only carry the list of migrations.',
    ),
    only(
      'look-stands-alone',
      rooms.look,
      [rooms.look],
      'Colours, sizes and type are the same for every page, whichever face it belongs to.',
    ),
    only(
      'migrations-are-frozen',
      rooms.migrations,
      [rooms.migrations],
      'A migration has to mean in ten years what it meant when it ran, so it uses nothing that will change.',
    ),
    {
      name: 'nobody-imports-tests',
      severity: 'error',
      comment: 'What the product needs is product.',
      from: { path: '^(src|workflows)/' },
      to: { path: '^test/' },
    },
    {
      name: 'no-development-packages',
      severity: 'error',
      comment: 'A package that the product needs at run time stands under dependencies.',
      from: { path: '^(src|workflows)/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['npm', 'type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
    },
  },
};
