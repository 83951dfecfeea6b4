// `npm run components`: writes docs/reference/components.json, what the registry said on a day of every
// library of a node: whether there is a newer version, since when, and which weaknesses are known.
// `npm run components -- --advisories FOLDER` takes the weaknesses from a copy of an OSV database.
// `npm run check -- libraries` asks the same, and writes nothing. Both say what breaches the times of
// docs/reference/libraries.json, and fail then; what nobody answered is not taken for a good answer.
import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { askFolder } from './advisory-folder.ts'
import {
  type ComponentRecord,
  findBreaches,
  findNewerSince,
  isNewer,
  type LibraryBehind,
  type LibraryRecord,
} from './library-times.ts'
import { type Lock, lockedComponents } from './locked-components.ts'

const recordFile = 'docs/reference/components.json'
const { values } = parseArgs({
  options: { advisories: { type: 'string' }, check: { type: 'boolean', default: false } },
})
const times = read('docs/reference/libraries.json') as LibraryRecord
const components = lockedComponents(read('package-lock.json') as Lock)
const today = new Date().toISOString().slice(0, 10)
const problems: string[] = []

interface Outdated {
  readonly current?: string
  readonly wanted: string
  readonly latest: string
}

const outdated = npm(['outdated', '--all', '--omit=dev', '--json']) as
  Readonly<Record<string, Outdated | readonly Outdated[]>> | undefined
const answered = outdated !== undefined && !('error' in outdated) ? outdated : undefined
if (answered === undefined) problems.push('The registry did not say which versions there are.')
const named = namedLibraries()
const behind: LibraryBehind[] = []
for (const { name, version, build } of answered === undefined ? [] : components) {
  if (build) continue
  const own = [answered![name] ?? []].flat().filter(({ current }) => current === version)
  if (own.length === 0) continue
  // what asks for a library allows it up to `wanted`; a workspace that names it allows what is not held back
  const isNamed = named.get(name) === version
  const held = isNamed ? times.held.find(({ library }) => library === name)?.from : undefined
  const wanted = own.map((each) => each.wanted).reduce((a, b) => (isNewer(a, b) ? a : b))
  const latest = own[0]!.latest
  const newest = isNewer(latest, version) ? latest : wanted
  if (newest === version) continue
  const releases = npm(['view', name, 'time', '--json']) as Record<string, string> | undefined
  if (releases?.[version] === undefined) {
    problems.push(`The registry did not say when ${name} ${version} came out.`)
    continue
  }
  const allowed = Object.fromEntries(
    Object.entries(releases).filter(([each]) => isNamed || !isNewer(each, wanted)),
  )
  const newerSince = findNewerSince(allowed, version, held)
  behind.push({
    library: name,
    version,
    newest,
    ...(newerSince === undefined ? {} : { newerSince: newerSince.slice(0, 10) }),
  })
}

const record: ComponentRecord = {
  about:
    'What was answered on a day about every library of a node: `npm run components` writes it. A library under `behind` with no `newerSince` is the newest that what asks for it allows.',
  askedOn: today,
  advisories: askAdvisories(),
  behind,
  builds: components.filter(({ build }) => build).map(nameAndVersion),
  newest: components
    .filter(
      ({ name, version, build }) =>
        !build && !behind.some((each) => each.library === name && each.version === version),
    )
    .map(nameAndVersion),
}
if (answered !== undefined && !values.check) {
  writeFileSync(recordFile, `${JSON.stringify(record, null, 2)}\n`)
  spawnSync('node_modules/.bin/prettier', ['--write', recordFile])
}
const { known, source, said } = record.advisories
if (source === null) {
  problems.push(
    `Nobody said which weaknesses are known (${said}): name a registry that does, as npm_config_registry=https://…, or a copy of a database, as --advisories FOLDER.`,
  )
}
problems.push(...findBreaches(times, known, behind, today))
for (const problem of problems) console.error(problem)
console.log(
  `${today}: ${components.length} libraries, ${behind.filter(({ newerSince }) => newerSince).length} of them with a newer version that can be taken; known weaknesses: ${source === null ? 'not told' : known.length}.`,
)
process.exit(problems.length === 0 ? 0 : 1)

function askAdvisories(): ComponentRecord['advisories'] {
  if (values.advisories !== undefined) {
    const { advisories, newest, known } = askFolder(values.advisories, components)
    return {
      source: 'OSV',
      said: `${advisories} advisories, the newest of ${newest}`,
      newest,
      known,
    }
  }
  const audit = npm(['audit', '--omit=dev', '--json']) as
    | {
        readonly message?: string
        readonly statusCode?: number
        readonly vulnerabilities?: Readonly<
          Record<
            string,
            {
              readonly name: string
              readonly via: readonly ({ url?: string; source?: number } | string)[]
            }
          >
        >
      }
    | undefined
  if (audit?.vulnerabilities === undefined) {
    const said = audit?.statusCode === undefined ? 'no answer' : `HTTP ${audit.statusCode}`
    return { source: null, said, known: [] }
  }
  const known = Object.values(audit.vulnerabilities).flatMap(({ name, via }) =>
    via.flatMap((each) =>
      // not every registry gives an advisory an address
      typeof each === 'object'
        ? [{ id: each.url?.split('/').at(-1) ?? String(each.source ?? '?'), library: name }]
        : [],
    ),
  )
  return { source: 'npm audit', said: `${known.length} known`, newest: today, known }
}

/** Libraries that a workspace asks for itself, with their versions. */
function namedLibraries(): Map<string, string> {
  return new Map(
    ['methods', 'platform', 'portal'].flatMap((workspace) =>
      Object.entries(
        (read(`packages/${workspace}/package.json`) as { dependencies?: Record<string, string> })
          .dependencies ?? {},
      ).filter(([, version]) => /^\d/.test(version)),
    ),
  )
}

function nameAndVersion({ name, version }: { name: string; version: string }): string {
  return `${name}@${version}`
}

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
