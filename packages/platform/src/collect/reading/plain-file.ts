import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { TextPass } from './table.ts'

/**
 * Path of the file itself where it lies plain on the disk, else of a copy in the workspace taken
 * out of its archive: for formats that are not read from start to end.
 */
export async function plainFile(pass: TextPass): Promise<string> {
  const { source, path } = pass.request
  if (source.packing === 'plain') return path
  const copy = join(await pass.folder(), 'unpacked')
  await pipeline(source.read(), createWriteStream(copy, { mode: 0o600, flags: 'wx' }))
  return copy
}
