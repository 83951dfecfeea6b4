import { open, readFile, rename, rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { columnRoles, type ColumnKind, type LinkSettings } from '@caudal/methods/link'
import { ClkEncoder, foldClk, shortestSecret, type ClkFeature } from '@caudal/methods/link/encode'
import type { LakeEngine } from '../store/index.ts'
import { linkCommandRefusals } from './command-refusals.ts'
import { linkRefusals } from './refusals.ts'
import { readFiles } from './source-files.ts'

export interface EncodeReport {
  readonly records: number
  /** Columns encoded, in the order of their names. */
  readonly columns: readonly string[]
  /** Records without a value in any of them: their key is empty, and matches nobody. */
  readonly empty: number
}

const linesAtOnce = 2048

/**
 * Encodes a CSV file: `id,clk`, the key in base64. What is encoded follows from the settings or from
 * the names of the columns alone, never from what the columns hold, so that two sides with the same
 * columns encode alike.
 */
export async function encodeFile(
  engine: LakeEngine,
  file: string,
  settings: LinkSettings,
  secret: Uint8Array,
  out: string,
  fold: boolean,
): Promise<EncodeReport> {
  const { source, id } = await readFiles(engine, [file], settings)
  const features = featuresOf(source.columns, settings, id)
  if (features.length === 0) {
    throw linkRefusals.refuse('nothing-to-encode', {
      file: basename(file),
      columns: source.columns.join(', '),
    })
  }
  const encoder = new ClkEncoder(secret, features)
  const columns = features.map(({ column }) => `c${source.columns.indexOf(column)}`)
  const partial = `${out}.${process.pid}.partial`
  const handle = await open(partial, 'w').catch((error: Error) => {
    throw linkCommandRefusals.refuse('file-not-written', { file: out, reason: error.message })
  })
  let records = 0
  let empty = 0
  try {
    let lines = ['id,clk']
    for await (const rows of engine.stream<Record<string, string | null>>(
      `select id, ${columns.join(', ')} from link_source order by n`,
    )) {
      for (const row of rows) {
        const clk = encoder.encode(columns.map((column) => row[column] ?? ''))
        if (clk.every((byte) => byte === 0)) empty += 1
        const key = Buffer.from(fold ? foldClk(clk) : clk).toString('base64')
        lines.push(`${csvText(row['id']!)},${key}`)
        records += 1
      }
      if (lines.length >= linesAtOnce) {
        await handle.writeFile(`${lines.join('\n')}\n`)
        lines = []
      }
    }
    if (lines.length > 0) await handle.writeFile(`${lines.join('\n')}\n`)
    await handle.close()
    await rename(partial, out)
  } catch (error) {
    await handle.close().catch(() => {})
    await rm(partial, { force: true })
    throw error
  }
  return { records, columns: features.map(({ column }) => column), empty }
}

/** The secret of a round: 64 or more hexadecimal digits, or 32 or more bytes as they are. */
export async function readSecret(file: string): Promise<Uint8Array> {
  const bytes = await readFile(file).catch(() => {
    throw linkRefusals.refuse('key-missing', { file })
  })
  const text = bytes.toString('latin1').trim()
  const secret =
    /^[0-9a-f]+$/i.test(text) && text.length % 2 === 0
      ? Buffer.from(text, 'hex')
      : Buffer.from(text, 'latin1')
  if (secret.length < shortestSecret || new Set(secret).size < 8) {
    throw linkRefusals.refuse('key-weak', { file: basename(file), least: shortestSecret })
  }
  return secret
}

function featuresOf(
  columns: readonly string[],
  settings: LinkSettings,
  id: string,
): (ClkFeature & { readonly column: string })[] {
  const roles = columnRoles([...columns, id])
  const kindOf = (column: string): ColumnKind | undefined => {
    const role = roles[columns.indexOf(column)]
    return role === undefined || ['id', 'truth', 'event', 'unknown'].includes(role)
      ? undefined
      : (role as ColumnKind)
  }
  const chosen =
    settings.comparisons?.map(({ column, as }) => ({
      column,
      kind: as ?? kindOf(column) ?? 'text',
    })) ??
    columns.flatMap((column) => {
      const kind = kindOf(column)
      return kind === undefined || settings.ignore?.includes(column) ? [] : [{ column, kind }]
    })
  // kinds name the features: the same kind of column meets under whatever name each side gives it
  const seen = new Map<string, number>()
  return chosen
    .map(({ column, kind }) => {
      const place = (seen.get(kind) ?? 0) + 1
      seen.set(kind, place)
      return { column, kind, name: `${kind} ${place}` }
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

function csvText(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
