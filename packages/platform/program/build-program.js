// Builds the program that Node runs from the TypeScript source: every module of this workspace that
// an entry needs, with installed packages left where they are.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, extname, join, relative, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, version } from 'esbuild'

const platform = fileURLToPath(new URL('../', import.meta.url))
const workspace = fileURLToPath(new URL('../../../', import.meta.url))

/** Where each entry of the program begins. */
const entriesOfProgram = {
  cli: 'src/app/cli.ts',
  worker: 'src/app/worker.ts',
  'draw-worker': 'src/synthetic/draw-worker.ts',
  'highs-worker': 'src/protect/solver/highs-worker.ts',
  'spreadsheet-worker': 'src/publish/spreadsheet/spreadsheet-worker.ts',
}

/** What shapes the program beside the modules that it is made of. */
const alsoRead = [
  'package-lock.json',
  'packages/methods/package.json',
  'packages/platform/package.json',
  'packages/platform/program/build-program.js',
]

/** A program that is no longer the current one is kept so long, for processes that still run it. */
const keptMilliseconds = 24 * 60 * 60 * 1000

/**
 * Builds the program beside those that are there and makes it the current one, at once and whole:
 * processes that build at the same time do not disturb each other.
 *
 * @param {string} folder where programs lie, each in a folder of its own
 * @param {Record<string, string>} [entryPoints] by name, from the folder of the platform
 * @returns {Promise<{ folder: string, inputs: [string, number, number, string][] }>} name of the
 *   program's folder, and path, size, time of change and SHA-256 of each file it was made of
 */
export async function buildProgram(folder, entryPoints = entriesOfProgram) {
  await mkdir(folder, { recursive: true })
  const begun = join(folder, `.building-${process.pid}-${Math.random().toString(36).slice(2)}`)
  try {
    const inputs = await buildOnce(begun, entryPoints)
    const name = await digestOf(begun)
    await rename(begun, join(folder, name)).catch((error) => {
      // the same program was built by another process meanwhile
      if (error.code !== 'ENOTEMPTY' && error.code !== 'EEXIST' && error.code !== 'EPERM')
        throw error
    })
    const current = { folder: name, inputs }
    await writeCurrent(folder, current)
    await clearOlder(folder, name)
    return current
  } finally {
    await rm(begun, { recursive: true, force: true })
  }
}

/**
 * Makes a program the current one.
 *
 * @param {string} folder
 * @param {object} current
 */
export async function writeCurrent(folder, current) {
  const draft = join(folder, `.current-${process.pid}-${Math.random().toString(36).slice(2)}`)
  await writeFile(draft, JSON.stringify(current))
  await rename(draft, join(folder, 'current.json'))
}

/** Builds once; what is told of each file is from before it was read, so that a later change is noticed. */
async function buildOnce(outdir, entryPoints) {
  const read = new Map()
  for (const path of alsoRead) await readInput(join(workspace, path), read)
  await build({
    absWorkingDir: platform,
    entryPoints,
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node20.19',
    sourcemap: 'linked',
    sourcesContent: false,
    logLevel: 'silent',
    tsconfigRaw: {},
    plugins: [workspaceModules(outdir, read)],
  })
  return [...read].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, input]) => input)
}

async function readInput(path, read) {
  const { size, mtimeMs } = await stat(path)
  const bytes = await readFile(path)
  read.set(path, [relative(workspace, path), size, mtimeMs, sha256(bytes)])
  return bytes.toString()
}

/** Takes modules of this workspace into the program, with the place of their source as their own. */
function workspaceModules(outdir, read) {
  return {
    name: 'workspace-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
        kind === 'entry-point' || path.startsWith('@caudal/')
          ? undefined
          : { path, external: true },
      )
      onLoad({ filter: /\.(?:[jt]s|json)$/ }, async ({ path }) => {
        const source = await readInput(path, read)
        const place = relative(outdir, path).split(sep).join('/')
        // queries, migrations and content lie beside the source and are found from there
        const contents = source.replaceAll(
          /\bimport\.meta\.url\b/g,
          `new URL(${JSON.stringify(place)}, import.meta.url).href`,
        )
        return { contents, loader: extname(path).slice(1), resolveDir: dirname(path) }
      })
    },
  }
}

async function digestOf(folder) {
  const hash = createHash('sha256').update(version)
  for (const name of (await readdir(folder)).sort()) {
    hash.update(`\0${name}\0`).update(await readFile(join(folder, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** @param {Buffer} bytes */
export function sha256(bytes) {
  return createHash('sha256').update(bytes).digest('base64')
}

async function clearOlder(folder, current) {
  for (const name of await readdir(folder)) {
    if (name === current || name === 'current.json') continue
    const path = join(folder, name)
    const made = await stat(path).catch(() => undefined)
    if (made === undefined || Date.now() - made.mtimeMs < keptMilliseconds) continue
    await rm(path, { recursive: true, force: true })
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await buildProgram(join(platform, 'dist'))
}
