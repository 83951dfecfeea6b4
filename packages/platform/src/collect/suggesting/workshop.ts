import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { openDuckDb } from '../../store/index.ts'
import type { LakeEngine } from '../../store/lake-engine.ts'
import type { ByteSource } from '../reading/byte-source.ts'

/** A private folder and an engine for a look at a file outside any node; both go afterwards. */
export interface Workshop {
  readonly folder: string
  engine(): Promise<LakeEngine>
  /** Path of the file itself, or of a copy taken out of its archive. */
  plain(source: ByteSource, path: string): Promise<string>
}

/** Memory of the engine: a look at some rows needs little. */
const engineMemory = 256 * 2 ** 20

export async function withWorkshop<Result>(
  work: (workshop: Workshop) => Promise<Result>,
): Promise<Result> {
  // Readable by its owner alone: what is looked at may name persons.
  const folder = await mkdtemp(join(tmpdir(), 'caudal-look-'))
  let opened: Promise<LakeEngine> | undefined
  const engine = () => {
    opened ??= openDuckDb({ temporaryFolder: folder, memoryLimit: engineMemory, connections: 2 })
    return opened
  }
  try {
    return await work({
      folder,
      engine,
      async plain(source, path) {
        if (source.packing === 'plain') return path
        const copy = join(folder, 'unpacked')
        await pipeline(source.read(), createWriteStream(copy, { mode: 0o600, flags: 'wx' }))
        return copy
      },
    })
  } finally {
    if (opened !== undefined) (await opened).close()
    await rm(folder, { recursive: true, force: true })
  }
}
