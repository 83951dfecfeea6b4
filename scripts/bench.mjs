// `npm run bench`: every benchmark, one after another, each in a process of its own.
// `npm run bench -- import table-request` runs those named.
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

const all = readdirSync('benchmarks')
  .filter((file) => file.endsWith('.ts'))
  .map((file) => file.slice(0, -'.ts'.length))
const asked = process.argv.slice(2)
const unknown = asked.filter((name) => !all.includes(name))
if (unknown.length > 0) {
  console.error(`No benchmark is called ${unknown.join(', ')}. There are: ${all.join(', ')}.`)
  process.exit(2)
}

let failed = 0
for (const name of asked.length > 0 ? asked : all) {
  console.log(`\n# ${name}`)
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', `benchmarks/${name}.ts`], {
    stdio: 'inherit',
  })
  if (status !== 0) failed += 1
}
process.exit(failed === 0 ? 0 : 1)
