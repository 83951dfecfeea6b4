import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formFaultWords, type ReadForm } from '@caudal/methods/collect/xlsform'
import type { CaudalNode } from '../../store/index.ts'
import { makeImportFolder, removeImportFolder } from '../staging/import-folder.ts'
import { readFormFile } from '../xlsform/read-form-file.ts'
import { formRefusals } from './refusals.ts'

/** Largest workbook that is read as a form, in MiB. */
const mostMebibytes = 8
export const mostFormBytes = mostMebibytes * 2 ** 20

/** A workbook that somebody brings. */
export interface FormWorkbook {
  readonly fileName: string
  readonly content: Buffer
}

/** Reads a workbook from a folder of its own, which goes afterwards. */
export async function readWorkbook(
  node: CaudalNode,
  { fileName, content }: FormWorkbook,
): Promise<ReadForm & { readonly fileName: string; readonly sha256: string }> {
  const name = plainName(fileName)
  if (content.length > mostFormBytes) {
    throw formRefusals.refuse('too-large', { file: name, most: mostMebibytes })
  }
  // whatever it is called: told what it is not, and not that it is damaged
  if (content.toString('latin1', 0, 2) !== 'PK') {
    throw formRefusals.refuse('not-a-workbook', { file: name })
  }
  const folder = await makeImportFolder(node.folder, { unpackedBytes: content.length })
  try {
    const path = join(folder, name)
    await writeFile(path, content, { mode: 0o600, flag: 'wx' })
    const read = await readFormFile(path)
    return { ...read, fileName: name, sha256: createHash('sha256').update(content).digest('hex') }
  } finally {
    await removeImportFolder(node.folder, folder)
  }
}

/** @throws {Refusal} collect.forms.workbook-wrong where there is a fault */
export function checkFaults({ faults }: Pick<ReadForm, 'faults'>, file: string): void {
  const [first] = faults
  if (first === undefined) return
  const { sheet, row, text } = first
  const reason = formFaultWords[first.fault]
  throw formRefusals.refuse('workbook-wrong', {
    file,
    count: faults.length,
    sheet,
    row,
    text,
    reason,
  })
}

/** A name without a folder and without signs that steer a terminal or a file system. */
function plainName(name: string): string {
  const last = name.split(/[/\\]/).at(-1)!
  const plain = last.replace(/[\p{Cc}\p{Cf}:*?"<>|]/gu, '').trim()
  return plain.replace(/^\.+/, '').slice(-180) || 'form.xlsx'
}
