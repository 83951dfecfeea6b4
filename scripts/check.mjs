// `npm run check`: all that a machine can say of the house, one line a check.
// `npm run check -- types layers` runs only those named.
import { spawn } from 'node:child_process'
import { performance } from 'node:perf_hooks'

const bin = (name) => `node_modules/.bin/${name}`
const checks = {
  format: [
    [
      bin('prettier'),
      '--check',
      '--cache',
      '--cache-strategy',
      'content',
      '--log-level',
      'warn',
      '.',
    ],
  ],
  lint: [[bin('oxlint'), '--type-aware', '--deny-warnings']],
  // Sources alone first (methods without a word of Node), then with their tests.
  types: [
    ...['methods', 'platform', 'portal'].flatMap((name) => [
      `packages/${name}/tsconfig.src.json`,
      `packages/${name}`,
    ]),
    'tsconfig.tests.json',
    'benchmarks',
  ].map((project) => [bin('tsc'), '-p', project]),
  layers: [['node', 'scripts/check-layers.mjs']],
  'dead code': [[bin('knip')]],
  docs: [['node', 'scripts/check-docs.mjs']],
  sizes: [['node', 'scripts/check-sizes.mjs']],
}
/** Asked for by name alone: its answer depends on the day and needs the registry. */
const onDemand = { libraries: [['node', '--import', 'tsx', 'scripts/components.ts', '--check']] }
const known = { ...checks, ...onDemand }

const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !(name in known))
if (unknown.length > 0) {
  console.error(
    `No check is called ${unknown.join(', ')}. There are: ${Object.keys(known).join(', ')}.`,
  )
  process.exit(2)
}

let failed = 0
for (const [name, commands] of Object.entries(wanted.length > 0 ? known : checks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue
  const started = performance.now()
  const outputs = []
  let ok = true
  for (const command of commands) {
    const { code, output } = await run(command)
    if (code !== 0) {
      ok = false
      outputs.push(`$ ${command.join(' ')}\n${output}`)
    }
  }
  const seconds = ((performance.now() - started) / 1000).toFixed(1)
  console.log(`${ok ? 'ok  ' : 'FAIL'} ${name} (${seconds} s)`)
  if (!ok) {
    failed += 1
    console.log(outputs.join('\n'))
  }
}
process.exit(failed === 0 ? 0 : 1)

function run([command, ...args]) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'] })
    let output = ''
    child.stdout.on('data', (chunk) => (output += chunk))
    child.stderr.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: String(error) }))
    child.on('close', (code) => resolve({ code, output }))
  })
}
