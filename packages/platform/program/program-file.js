// Finds the program that was built from the source as it is now, and builds it where there is none.
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const workspace = fileURLToPath(new URL('../../../', import.meta.url))
const ownFolder = fileURLToPath(new URL('../dist/', import.meta.url))

/**
 * Address of an entry of the program, to import. The source is the only truth: a program older than
 * the source is never run.
 *
 * @param {string} entry `cli`, `worker`, or that of a thread
 * @param {string} [folder] where programs lie
 * @returns {Promise<string>}
 */
export async function programFile(entry, folder = ownFolder) {
  const current = readCurrent(folder)
  const name =
    current !== undefined && isCurrent(current) ? current.folder : await renewed(folder, current)
  return pathToFileURL(join(folder, name, `${entry}.js`)).href
}

function readCurrent(folder) {
  try {
    const current = JSON.parse(readFileSync(join(folder, 'current.json'), 'utf8'))
    statSync(join(folder, current.folder))
    return current
  } catch {
    return undefined
  }
}

/** By size and time of change, as `make` does: a thousand files are looked at in some milliseconds. */
function isCurrent({ inputs }) {
  return inputs.every(([path, size, mtimeMs]) => {
    const found = statSync(join(workspace, path), { throwIfNoEntry: false })
    return found !== undefined && found.size === size && found.mtimeMs === mtimeMs
  })
}

async function renewed(folder, current) {
  const { buildProgram, sha256, writeCurrent } = await import('./build-program.js')
  // a copy of the source has other times, and is the same source
  const inputs = current?.inputs.map(([path, , , digest]) => {
    const found = statSync(join(workspace, path), { throwIfNoEntry: false })
    if (found === undefined) return undefined
    if (sha256(readFileSync(join(workspace, path))) !== digest) return undefined
    return [path, found.size, found.mtimeMs, digest]
  })
  if (inputs !== undefined && !inputs.includes(undefined)) {
    await writeCurrent(folder, { ...current, inputs }).catch(() => {})
    return current.folder
  }
  try {
    return (await buildProgram(folder)).folder
  } catch (error) {
    if (!['EACCES', 'EROFS', 'EPERM'].includes(error.code)) throw error
    process.stderr.write(
      `Caudal has to be built once, and this user may not write to ${folder}: run \`npm run build\` as the owner of that folder, and start again.\n`,
    )
    process.exit(2)
  }
}
