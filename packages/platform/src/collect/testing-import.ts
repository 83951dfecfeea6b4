import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import type { CaudalNode } from '../store/index.ts'

/** A folder that goes with the test; with the file where it is asked for outside of one. */
export function testFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-import-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  try {
    onTestFinished(remove)
  } catch {
    process.once('exit', remove)
  }
  return folder
}

const fields = {
  country: { constant: 'HND' },
  crossed_on: { column: 'fecha', date: 'dd/MM/yyyy' },
  direction: { column: 'sentido', codes: { E: 'arrival', S: 'departure' } },
  citizenship: { column: 'pais' },
  sex: { column: 'sexo' },
  birth_date: { column: 'nacimiento', date: 'dd/MM/yyyy' },
  given_names: { column: 'nombres' },
  family_names: { column: 'apellidos' },
  document_number: { column: 'documento' },
}

/** SYNTHETIC: the profile of a small file of crossings, changed as a test wants it. */
export function crossingsProfile(changes: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    id: 'crossings',
    version: 1,
    recordType: 'movement',
    title: { es: 'SYNTHETIC: cruces', en: 'SYNTHETIC: crossings', fr: 'SYNTHETIC : passages' },
    dataset: 'crossings',
    country: 'HND',
    source: { owner: 'Caudal', title: 'SYNTHETIC', licence: 'CC0-1.0', citation: 'SYNTHETIC' },
    synthetic: true,
    layout: { format: 'csv', delimiter: ',' },
    fields,
    ...changes,
  }
}

export const crossingsHeader = 'fecha,sentido,pais,sexo,nacimiento,nombres,apellidos,documento'

/** SYNTHETIC: one crossing as a line of the file, its fields changed as a test wants them. */
export function crossing(changes: Partial<Record<string, string>> = {}): string {
  const values: Record<string, string> = {
    fecha: '05/03/2020',
    sentido: 'E',
    pais: 'GTM',
    sexo: 'F',
    nacimiento: '17/08/1988',
    nombres: 'Ximena',
    apellidos: 'Quetzalcoatl Prueba',
    documento: 'P1234567',
    ...changes,
  }
  return crossingsHeader
    .split(',')
    .map((column) => values[column] ?? '')
    .join(',')
}

/** The text of a file of crossings. */
export function crossings(...lines: readonly string[]): string {
  return `${[crossingsHeader, ...lines].join('\n')}\n`
}

/** Writes a file and a profile for it; gives what `importFile` asks for. */
export function writeImport(
  content: string | Buffer,
  options: { readonly name?: string; readonly profile?: Record<string, unknown> } = {},
): { file: string; profile: string } {
  const folder = testFolder()
  const file = join(folder, options.name ?? 'cruces.csv')
  const profile = join(folder, 'perfil.json')
  writeFileSync(file, content)
  writeFileSync(profile, JSON.stringify(options.profile ?? crossingsProfile()))
  return { file, profile }
}

/** Every file of a data folder but those of the register, with its content. */
export function filesOf(node: CaudalNode): Record<string, string> {
  const roots = [node.folder.lake, node.folder.workspace]
  return Object.fromEntries(
    roots.flatMap((root) =>
      readdirSync(root, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path, readFileSync(path).toString('latin1')]),
    ),
  )
}
