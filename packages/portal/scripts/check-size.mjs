// What a first visit loads, against the budget of a slow line: measured on files built for it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

const portal = dirname(dirname(fileURLToPath(import.meta.url)))
const dist = mkdtempSync(join(tmpdir(), 'caudal-portal-'))
const budgets = [
  {
    page: 'what a baked page loads beside its HTML',
    entries: ['src/release/site/enhance.ts'],
    kibibytes: 15,
    apart: true,
  },
  { page: 'explore', entries: ['src/explore/cube-page.tsx'], kibibytes: 180 },
  {
    page: 'a chart, once asked for',
    entries: ['src/explore/chart/chart-drawing.ts'],
    kibibytes: 110,
    alone: true,
  },
]

execFileSync(
  process.execPath,
  [
    join(portal, '../../node_modules/vite/bin/vite.js'),
    'build',
    '--outDir',
    dist,
    '--logLevel',
    'error',
  ],
  { cwd: portal, stdio: 'inherit' },
)
const manifest = JSON.parse(readFileSync(join(dist, '.vite', 'manifest.json'), 'utf8'))

let failed = false
for (const { page, entries, kibibytes, alone, apart } of budgets) {
  const start = alone || apart ? entries : ['index.html', longestCatalogue(), ...entries]
  const before = alone ? filesOf(['index.html', 'src/explore/cube-page.tsx']) : new Set()
  const files = [...filesOf(start)].filter((file) => !before.has(file))
  if (!alone && !apart) files.push('index.html')
  const size = files.reduce((sum, file) => sum + gzipped(file), 0) / 1024
  const line = `${page}: ${size.toFixed(1)} of ${kibibytes} KiB gzip in ${files.length} files`
  if (size > kibibytes) {
    failed = true
    process.stderr.write(`Too heavy: ${line}.\n`)
  } else {
    process.stdout.write(`${line}\n`)
  }
}
rmSync(dist, { recursive: true, force: true })
process.exit(failed ? 1 : 0)

/** Files that the browser loads for these modules: what they import at once, with its styles. */
function filesOf(modules, seen = new Set()) {
  const files = new Set()
  for (const name of modules) {
    if (seen.has(name)) continue
    seen.add(name)
    const chunk = manifest[name]
    if (!chunk) throw new Error(`${name} is not among the built files: was it renamed?`)
    files.add(chunk.file)
    for (const style of chunk.css ?? []) files.add(style)
    for (const file of filesOf(chunk.imports ?? [], seen)) files.add(file)
  }
  return files
}

function longestCatalogue() {
  const catalogues = ['es', 'en', 'fr'].map((language) => `src/words/${language}.ts`)
  return catalogues.sort((a, b) => gzipped(manifest[b].file) - gzipped(manifest[a].file))[0]
}

function gzipped(file) {
  return gzipSync(readFileSync(join(dist, file)), { level: 6 }).length
}
