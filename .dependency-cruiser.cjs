// The layers of the house: imports follow the flow (docs/flow.md).
// `npm run check` runs these and fails too when fewer modules than expected were seen.
const flow = ['collect', 'link', 'measure', 'protect', 'exchange', 'estimate', 'publish']
const below = ['vocabulary', 'numerics', 'govern', 'store']

const aheadOf = (stage) => flow.slice(flow.indexOf(stage) + 1)

const followTheFlow = flow
  .filter((stage) => aheadOf(stage).length > 0)
  .map((stage) => ({
    name: `flow-${stage}`,
    comment: `${stage} comes before ${aheadOf(stage).join(', ')}: it must not import from ahead of it.`,
    severity: 'error',
    from: { path: `^packages/(methods|platform)/src/${stage}/`, pathNot: '\\.test\\.ts$' },
    to: { path: `^packages/(methods|platform)/src/(${aheadOf(stage).join('|')})/` },
  }))

module.exports = {
  forbidden: [
    ...followTheFlow,
    {
      name: 'below-all-stages',
      comment: 'vocabulary, numerics, govern and store lie below every stage.',
      severity: 'error',
      from: {
        path: `^packages/(methods|platform)/src/(${below.join('|')})/`,
        pathNot: '\\.test\\.ts$',
      },
      to: {
        path: `^packages/(methods|platform)/src/(${[...flow, 'synthetic', 'app'].join('|')})/`,
        pathNot: '^packages/platform/src/app/command-context\\.ts$',
      },
    },
    {
      name: 'only-app-composes',
      comment:
        'Only app/ composes the stages; no stage imports it, but for the shape of its context.',
      severity: 'error',
      from: { path: '^packages/platform/src/(?!app/)', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/platform/src/app/',
        pathNot: '^packages/platform/src/app/command-context\\.ts$',
      },
    },
    {
      name: 'synthetic-is-a-source',
      comment: 'What is drawn enters through the same door as any file: no stage knows of it.',
      severity: 'error',
      from: {
        path: `^packages/(methods|platform)/src/(${flow.join('|')})/`,
        pathNot: '\\.test\\.ts$',
      },
      to: { path: '^packages/(methods|platform)/src/synthetic/' },
    },
    {
      name: 'methods-are-pure',
      comment: 'methods has no I/O: no Node core module and none of the other packages.',
      severity: 'error',
      from: { path: '^packages/methods/src', pathNot: '\\.test\\.ts$' },
      to: {
        path: '^packages/(platform|portal)/|^(node:)?(fs|path|os|crypto|child_process|worker_threads|stream|http|https|net|process|timers|url|util|zlib|events|perf_hooks)(/|$)',
      },
    },
    {
      name: 'methods-allow-list',
      comment: 'A package inside methods is pure and has a decision record (docs/decisions).',
      severity: 'error',
      from: { path: '^packages/methods/src', pathNot: '\\.test\\.ts$' },
      to: {
        path: 'node_modules/',
        pathNot: 'node_modules/(zod|saxes|@streamparser/json|@noble/hashes|@noble/curves)/',
      },
    },
    {
      name: 'portal-never-platform',
      comment: 'The portal speaks to the node over HTTP alone.',
      severity: 'error',
      from: { path: '^packages/portal/' },
      to: { path: '^packages/platform/' },
    },
    {
      name: 'platform-only-release-pages',
      comment: 'The platform bakes released pages and takes nothing else from the portal.',
      severity: 'error',
      from: { path: '^packages/platform/' },
      to: { path: '^packages/portal/', pathNot: '^packages/portal/src/release/' },
    },
    {
      name: 'only-service-opens-a-store',
      comment:
        'Routes and commands call the service; the service alone uses a store. (A job is declared with the store.)',
      severity: 'error',
      from: { path: '^packages/platform/src/(?!store/|app/).*/(routes|commands)\\.ts$' },
      to: { path: '^packages/platform/src/store/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'only-store-sees-a-driver',
      comment: 'Drivers of register and lake stay in store/.',
      severity: 'error',
      from: { path: '^packages/platform/src/(?!store/)', pathNot: '\\.test\\.ts$' },
      to: { path: 'node_modules/(pg|@electric-sql|@duckdb)/' },
    },
    {
      name: 'only-routes-see-fastify',
      comment: 'HTTP lives in routes.ts and in app/.',
      severity: 'error',
      from: {
        path: '^packages/platform/src/(?!app/)',
        pathNot: '(/[a-z-]*routes\\.ts|\\.test\\.ts)$',
      },
      to: { path: 'node_modules/(fastify|@fastify)/' },
    },
    { name: 'no-cycles', severity: 'error', from: { path: '^packages/' }, to: { circular: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'],
    },
  },
}
