// Builds the program that Node runs from the TypeScript source: every module of this workspace that
// an entry needs, with installed packages left where they are.
import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative, sep } from 'node:path'
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
    let inputs
    do inputs = await buildOnce(begun, entryPoints)
    while (inputs === undefined)
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

/** Inputs of a build that no file changed under; otherwise nothing. */
async function buildOnce(outdir, entryPoints) {
  await rm(outdir, { recursive: true, force: true })
  const started = Date.now()
  const { metafile } = await build({
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
    metafile: true,
    logLevel: 'silent',
    tsconfigRaw: {},
    plugins: [workspaceModules(outdir)],
  })
  const paths = Object.keys(metafile.inputs).map((path) => join(platform, path))
  paths.push(...alsoRead.map((path) => join(workspace, path)))
  const inputs = await Promise.all(
    [...new Set(paths)].sort().map(async (path) => {
      const [{ size, mtimeMs }, text] = await Promise.all([stat(path), readFile(path)])
      return [relative(workspace, path), size, mtimeMs, sha256(text)]
    }),
  )
  const changed = inputs.some(([, , mtimeMs]) => mtimeMs >= started)
  return changed ? undefined : inputs
}

/** Takes modules of this workspace into the program, with the place of their source as their own. */
function workspaceModules(outdir) {
  return {
    name: 'workspace-modules',
    setup({ onResolve, onLoad }) {
      onResolve({ filter: /^[^./]/ }, ({ path, kind }) =>
        kind === 'entry-point' || path.startsWith('@caudal/')
          ? undefined
          : { path, external: true },
      )
      onLoad({ filter: /\.ts$/ }, async ({ path }) => {
        const source = await readFile(path, 'utf8')
        const place = relative(outdir, path).split(sep).join('/')
        // queries, migrations and content lie beside the source and are found from there
        const contents = source.replaceAll(
          /\bimport\.meta\.url\b/g,
          `new URL(${JSON.stringify(place)}, import.meta.url).href`,
        )
        return { contents, loader: 'ts', resolveDir: dirname(path) }
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
