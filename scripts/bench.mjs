// `npm run bench`: every benchmark, one after another, each in a process of its own.
// `npm run bench -- import table-request` runs those named; what follows a name and is none itself, as in
// `npm run bench -- releases 1000 --from 5000`, is for that benchmark.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const all = readdirSync('benchmarks')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const asked = []
const unknown = []
for (const word of process.argv.slice(2)) {
  if (all.includes(word)) asked.push({ name: word, words: [] })
  else if (asked.length > 0 && /^(--[a-z-]+|\d+)$/.test(word)) asked.at(-1).words.push(word)
  else unknown.push(word)
}
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const { name, words } of asked.length > 0
  ? asked
  : all.map((each) => ({ name: each, words: [] }))) {
  console.log(`\n# ${[name, ...words].join(' ')}`)
  const run = ['--import', 'tsx', `benchmarks/${name}.ts`, ...words]
  const { status } = spawnSync(process.execPath, run, { stdio: 'inherit' })
  if (status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
