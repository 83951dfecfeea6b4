import { createWriteStream } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { formRows, type FormMapping } from '@caudal/methods/collect/xlsform'
import type { CaudalNode } from '../../../store/index.ts'
import { makeImportFolder, removeImportFolder } from '../../staging/import-folder.ts'
import type { KeptForm } from '../kept-form.ts'
import { profileOf } from '../profile-of-form.ts'
import { openAnswers, type SealedEntry } from './entry.ts'

/** Bytes that a record takes at most, as far as a guess goes. */
const bytesOfRecord = 4096

/**
 * Runs `work` on a file of records, one a line in JSON, and the profile by which they are read; in the
 * workspace, from which the file goes afterwards. The same records give the same file.
 */
export async function withEntriesFile<Result>(
  node: CaudalNode,
  form: KeptForm,
  entries: readonly SealedEntry[],
  work: (file: string, profile: Readonly<Record<string, unknown>>) => Promise<Result>,
): Promise<Result> {
  const version = entries[0]?.mapping ?? 0
  const [found] = await node.register.query<{ mapping: FormMapping }>(
    'select mapping from form_mappings where id = $1 and form = $2',
    [version, form.id],
  )
  if (found === undefined) throw new Error(`Form ${form.id} has no mapping ${version}.`)
  const { mapping } = found
  const profile = profileOf(form, mapping, version)
  function* lines() {
    for (const entry of entries) {
      const content = openAnswers(node, entry)
      if (content === undefined) throw new Error(`Entry ${entry.id} waits without answers.`)
      const { answers, day } = content
      const rows = formRows(form.definition, mapping, answers, { day, number: entry.id })
      for (const { row } of rows) yield `${JSON.stringify(row)}\n`
    }
  }
  const folder = await makeImportFolder(node.folder, {
    unpackedBytes: entries.reduce((sum, { records }) => sum + records, 0) * bytesOfRecord,
  })
  try {
    const drawn = form.fileName.startsWith('SYNTHETIC') ? 'SYNTHETIC-' : ''
    const file = join(folder, `${drawn}${form.form}-${entries.length}.ndjson`)
    await pipeline(Readable.from(lines()), createWriteStream(file, { mode: 0o600, flags: 'wx' }))
    return await work(file, profile)
  } finally {
    await removeImportFolder(node.folder, folder)
  }
}
