import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { CaudalNode } from '../../store/index.ts'
import { plainFileRefusals } from '../plain-csv/refusals.ts'
import { makeImportFolder, removeImportFolder } from '../staging/import-folder.ts'
import { readCodeFile } from './code-table.ts'
import type { NewCode } from './plan-codes.ts'
import { codeRefusals } from './refusals.ts'

/** Largest file of codes that is received, in MiB: many times what the most codes need. */
const mostMebibytes = 8
export const mostCodeFileBytes = mostMebibytes * 2 ** 20

/** A file of codes that somebody sends. */
export interface SentCodeFile {
  readonly fileName: string
  readonly content: Buffer
  /** The reason of the codes that give none of their own. */
  readonly because: string
}

/** Reads a file of codes that came over the network, from a folder of its own, which goes afterwards. */
export async function readSentCodes(
  node: CaudalNode,
  { fileName, content, because }: SentCodeFile,
): Promise<NewCode[]> {
  const name = plainName(fileName)
  if (content.length > mostCodeFileBytes) {
    throw codeRefusals.refuse('file-too-large', { file: name, most: mostMebibytes })
  }
  if (content.subarray(0, 2).toString('latin1') === 'PK') {
    throw plainFileRefusals.refuse('file-unreadable', { file: name, reason: 'XLSX, ZIP' })
  }
  const folder = await makeImportFolder(node.folder, { unpackedBytes: content.length })
  try {
    const path = join(folder, name)
    await writeFile(path, content, { mode: 0o600, flag: 'wx' })
    return await readCodeFile(path, because)
  } finally {
    await removeImportFolder(node.folder, folder)
  }
}

/** A name without a folder and without signs that steer a terminal or a file system. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const plain = last.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '').trim()
  return plain.replace(/^\.+/, '').slice(-180) || 'codes.csv'
}
