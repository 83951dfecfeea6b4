import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { DataFolder } from '../../store/index.ts'

/** Where a node's records come from: drawn at its first start, or brought in by its owner. */
export type Origin = 'synthetic' | 'own'

/**
 * What was decided when the node was first started. A node that was never started has no origin.
 */
export async function findOrigin(folder: DataFolder): Promise<Origin | undefined> {
  const text = await readFile(originFile(folder), 'utf8').catch(() => undefined)
  if (text === undefined) return undefined
  const { origin } = JSON.parse(text) as { origin?: unknown }
  return origin === 'synthetic' ? 'synthetic' : 'own'
}

export async function recordOrigin(folder: DataFolder, origin: Origin): Promise<void> {
  const file = originFile(folder)
  await writeFile(`${file}.new`, `${JSON.stringify({ origin })}\n`)
  await rename(`${file}.new`, file)
}

function originFile(folder: DataFolder): string {
  return join(folder.root, 'origin.json')
}
