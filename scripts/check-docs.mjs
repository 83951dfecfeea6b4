// The documents: links lead somewhere, the glossary is whole in three languages, generated
// reference pages are current, and nothing speaks of the machine that something was written on.
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'

const problems = []
const tracked = execFileSync('git', ['ls-files', '-co', '--exclude-standard'], { encoding: 'utf8' })
  .split('\n')
  .filter((file) => file !== '' && existsSync(file))

for (const file of tracked.filter((name) => name.endsWith('.md'))) {
  const text = readFileSync(file, 'utf8').replace(/```[\s\S]*?```/g, '')
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    // Addresses of the node itself, figures and steps: the tests of themes and courses follow them.
    if (/^(https?:|mailto:|figure:|step:|#)/.test(target)) continue
    if (file.startsWith('data/content/') && target.startsWith('/')) continue
    const path = normalize(join(dirname(file), decodeURI(target.split('#')[0])))
    if (!existsSync(path)) problems.push(`${file}: the link to ${target} leads nowhere.`)
  }
}

for (const line of readFileSync('docs/glossary.md', 'utf8').split('\n')) {
  if (!line.startsWith('|') || line.startsWith('| ---')) continue
  const cells = line.split('|').slice(1, -1)
  if (cells.length !== 4 || cells.some((cell) => cell.trim() === '')) {
    problems.push(`docs/glossary.md: a term needs three languages and a meaning: ${line.trim()}`)
  }
}

for (const language of ['es', 'fr']) {
  const file = `docs/glossary.${language}.md`
  const [terms, translated] = ['docs/glossary.md', file].map((name) => firstCells(name))
  for (const term of terms.filter((each, place) => terms.indexOf(each) !== place)) {
    problems.push(`docs/glossary.md explains twice: ${term}`)
  }
  const lacking = terms.filter((term) => !translated.includes(term))
  const spare = translated.filter((term) => !terms.includes(term))
  for (const term of lacking) problems.push(`${file} has no meaning for: ${term}`)
  for (const term of spare)
    problems.push(`${file} explains what the glossary does not have: ${term}`)
}

const decisions = tracked.flatMap((file) => /^docs\/decisions\/(\d.*)$/.exec(file)?.[1] ?? [])
const listed = [...readFileSync('docs/decisions/README.md', 'utf8').matchAll(/\]\(([^)]+)\) *\|/g)]
const inOrder = decisions.sort().join('\n') === listed.map(([, file]) => file).join('\n')
if (!inOrder) problems.push('docs/decisions/README.md does not list each decision once, in order.')

const readme = readFileSync('README.md', 'utf8')
for (const command of ['npm ci && npm start', 'npm ci && npm test']) {
  if (!readme.includes(command)) problems.push(`README.md does not show "${command}".`)
}

for (const stage of stageFolders()) {
  if (!existsSync(join(stage, 'README.md'))) problems.push(`${stage} has no README.md.`)
}

// A path of somebody's machine, or a registry's address, is true on that machine alone.
const local = /((?<![\w.])\/(home|Users|root|work)\/[a-z]|registry\.[a-z]+js\.org)/
for (const file of tracked) {
  if (/^(LICENSE|package-lock\.json|scripts\/check-docs\.mjs)$/.test(file)) continue
  if (statSync(file).size > 2_000_000) continue
  const found = local.exec(readFileSync(file, 'utf8'))
  if (found !== null) problems.push(`${file} names a place on one machine: ${found[0]}`)
}

const generated = spawnSync('node', ['--import', 'tsx', 'scripts/reference.ts', '--check'], {
  encoding: 'utf8',
})
if (generated.status !== 0) problems.push(`${generated.stdout}${generated.stderr}`.trim())

for (const problem of problems) console.error(problem)
process.exit(problems.length === 0 ? 0 : 1)

function stageFolders() {
  const folders = new Set()
  for (const file of tracked) {
    const folder = /^packages\/platform\/src\/[^/]+(?=\/.*\.ts$)/.exec(file)?.[0]
    if (folder !== undefined && !folder.endsWith('/app')) folders.add(folder)
  }
  return folders
}

/** The first cells of the rows of a document's tables, without their headings. */
function firstCells(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !line.startsWith('| --'))
    .map((line) => line.split('|')[1].trim())
    .filter((cell) => !['English', 'Term'].includes(cell))
}
