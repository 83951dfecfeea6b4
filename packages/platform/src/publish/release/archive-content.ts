import { join } from 'node:path'
import { Refusal } from '@caudal/methods/vocabulary'
import { usualExpansionLimit } from '../../collect/reading/expansion-limit.ts'
import { openZipParts } from '../../collect/reading/zip-member.ts'
import type { CaudalNode } from '../../store/index.ts'
import { archiveName } from './bake.ts'
import { releaseFolder } from './release-folder.ts'

/** Whether the archive of a release holds these files and no other, however it was packed. */
export async function holdsFiles(
  node: CaudalNode,
  id: string,
  files: ReadonlyMap<string, Buffer | undefined>,
): Promise<boolean> {
  const path = join(releaseFolder(node, id), 'public', archiveName)
  try {
    const archive = await openZipParts(path, archiveName, usualExpansionLimit)
    try {
      if (archive.names.length !== files.size) return false
      for (const [name, content] of files) {
        const part = archive.read(name)
        if (part === undefined || content === undefined) return false
        const chunks: Buffer[] = []
        for await (const chunk of part) chunks.push(chunk)
        if (!Buffer.concat(chunks).equals(content)) return false
      }
      return true
    } finally {
      archive.close()
    }
  } catch (error) {
    if (error instanceof Refusal) return false
    throw error
  }
}
