// The layer rules of .dependency-cruiser.cjs, and the assurance that they saw the house at all:
// a resolver that finds no TypeScript reports no violation either.
import { execFile } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'

const { stdout } = await promisify(execFile)(
  'node_modules/.bin/depcruise',
  ['packages', '--config', '.dependency-cruiser.cjs', '--output-type', 'json'],
  { maxBuffer: 256 * 1024 * 1024 },
).catch((error) => error)

const { summary, modules } = JSON.parse(stdout)
const written = sourceFiles('packages').length
const seen = modules.filter(({ source }) => /^packages\/.*\.tsx?$/.test(source)).length
for (const { from, to, rule, cycle } of summary.violations) {
  const path = cycle ? cycle.map(({ name }) => name).join(' → ') : to
  console.error(`${rule.name}: ${from} → ${path}`)
}
if (seen < written * 0.95) {
  console.error(
    `Only ${seen} of ${written} source files were seen: the rules say nothing about the rest.`,
  )
  process.exit(1)
}
const dependencies = modules.reduce((sum, module) => sum + module.dependencies.length, 0)
if (dependencies < written) {
  console.error(`Only ${dependencies} imports were followed among ${written} files.`)
  process.exit(1)
}
process.exit(summary.violations.length === 0 ? 0 : 1)

function sourceFiles(folder) {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    if (['node_modules', 'dist'].includes(entry.name)) return []
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return sourceFiles(path)
    return /\.tsx?$/.test(entry.name) ? [path] : []
  })
}
