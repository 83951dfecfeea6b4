// `npm run check -- libraries`: asks the registry of the day which weaknesses of the libraries of a node are
// known, and since when there are newer versions of those that a workspace names; says what breaches the
// times of docs/reference/libraries.json. What the registry does not answer is not taken for a good answer.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import {
  findBreaches,
  findNewerSince,
  type LibraryBehind,
  type LibraryRecord,
} from './library-times.ts'

interface Audit {
  readonly message?: string
  readonly vulnerabilities?: Readonly<
    Record<string, { readonly name: string; readonly via: readonly ({ url: string } | string)[] }>
  >
}

const record = read('docs/reference/libraries.json') as LibraryRecord
const problems: string[] = []

const audit = npm(['audit', '--omit=dev', '--json']) as Audit | undefined
const known: { id: string; library: string }[] = []
if (audit?.vulnerabilities === undefined) {
  problems.push(
    `The registry did not say which weaknesses are known (${audit?.message ?? 'no answer'}): name one that does, as npm_config_registry=https://…`,
  )
} else {
  for (const { name, via } of Object.values(audit.vulnerabilities)) {
    for (const each of via) {
      if (typeof each === 'object') known.push({ id: each.url.split('/').at(-1)!, library: name })
    }
  }
}

const named = new Map(
  ['methods', 'platform', 'portal'].flatMap((workspace) =>
    Object.entries(
      (read(`packages/${workspace}/package.json`) as { dependencies?: Record<string, string> })
        .dependencies ?? {},
    ).filter(([name, version]) => !name.startsWith('@caudal/') && /^\d/.test(version)),
  ),
)
const behind: LibraryBehind[] = []
for (const [library, version] of named) {
  const releases = npm(['view', library, 'time', '--json']) as Record<string, string> | undefined
  if (releases?.[version] === undefined) {
    problems.push(`The registry did not say when ${library} ${version} came out.`)
    continue
  }
  const held = record.held.find((each) => each.library === library)
  const newerSince = findNewerSince(releases, version, held?.from)
  if (newerSince !== undefined) behind.push({ library, version, newerSince })
}

const today = new Date().toISOString().slice(0, 10)
problems.push(...findBreaches(record, known, behind, today))
for (const problem of problems) console.error(problem)
console.log(
  `${today}: ${named.size} named libraries, ${behind.length} of them with a newer version; known weaknesses: ${audit?.vulnerabilities === undefined ? 'not told' : known.length}.`,
)
process.exit(problems.length === 0 ? 0 : 1)

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'))
}

function npm(words: readonly string[]): unknown {
  const { stdout } = spawnSync('npm', words, { encoding: 'utf8', maxBuffer: 64 * 2 ** 20 })
  try {
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}
