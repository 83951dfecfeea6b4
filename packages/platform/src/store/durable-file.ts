import { randomUUID } from 'node:crypto'
import { closeSync, fsyncSync, openSync, renameSync, writeFileSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { dirname } from 'node:path'

/** Replaces a small file as a whole, so that a reader or a crash meets the old one or the new one. */
export function replaceFile(path: string, content: string | Buffer): void {
  const draft = `${path}.${randomUUID()}`
  writeFileSync(draft, content, { mode: 0o600, flush: true })
  renameSync(draft, path)
  syncDirectory(dirname(path))
}

/** Puts a file's content on the disk. */
export async function syncFile(path: string): Promise<void> {
  const file = await open(path, 'r')
  try {
    await file.sync()
  } finally {
    await file.close()
  }
}

/** Puts the names in a folder on the disk, where the system knows how. */
export function syncDirectory(path: string): void {
  try {
    const directory = openSync(path, 'r')
    try {
      fsyncSync(directory)
    } finally {
      closeSync(directory)
    }
  } catch (error) {
    // some systems cannot open or sync a folder; they promise nothing beyond it either
    if (
      !['EISDIR', 'EPERM', 'EINVAL', 'EACCES'].includes((error as NodeJS.ErrnoException).code ?? '')
    )
      throw error
  }
}
