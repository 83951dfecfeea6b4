import { basename } from 'node:path'
import {
  columnRole,
  columnRoles,
  linkSettingsRefusals,
  type LinkSettings,
} from '@caudal/methods/link'
import type { PlainFile } from '../collect/plain-csv/plain-csv.ts'
import { linkRefusals } from './refusals.ts'

/** A column that every file has: its name in the first file, and what each file calls it. */
export interface SharedColumn {
  readonly name: string
  readonly names: readonly string[]
}

const idNames = ['id', 'rec_id', 'record_id', 'unique_id']

/**
 * The column that tells the records of each file apart: as the settings say, else `id`, `rec_id`,
 * `record_id` or `unique_id`, else one whose name says so in another way; one that all files have
 * comes first.
 *
 * @throws Refusal where a file has none
 */
export function idColumns(files: readonly PlainFile[], settings: LinkSettings): readonly string[] {
  const shared = files[0]!.header.filter((name) =>
    files.every(({ header }) => header.includes(name)),
  )
  const common = settings.id === undefined ? namedId(shared) : undefined
  return files.map((file) => common ?? idColumn(file, settings))
}

function namedId(header: readonly string[]): string | undefined {
  return (
    header.find((name) => idNames.includes(name)) ??
    header.find((name) => idNames.includes(name.trim().toLowerCase())) ??
    header.find((name) => columnRole(name) === 'id')
  )
}

function idColumn({ header, name: file }: PlainFile, settings: LinkSettings): string {
  const columns = header.join(', ')
  if (settings.id !== undefined) {
    if (header.includes(settings.id)) return settings.id
    throw linkSettingsRefusals.refuse('settings-column-missing', {
      column: settings.id,
      file,
      columns,
    })
  }
  const named = namedId(header)
  if (named !== undefined) return named
  throw linkRefusals.refuse('id-not-found', { file, columns })
}

/**
 * Columns that all files have: those of one name, and those of other names that say the same by a
 * kind that only one column of each file is left to have (`first_name` here, `nombres` there).
 *
 * @param ids the id column of each file, which takes no part
 */
export function sharedColumns(
  files: readonly PlainFile[],
  ids: readonly string[],
): readonly SharedColumn[] {
  const headers = files.map(({ header }, at) => header.filter((name) => name !== ids[at]))
  const [first = [], second] = headers
  if (second === undefined) return first.map((name) => ({ name, names: [name] }))
  const left = first.filter((name) => !second.includes(name))
  const other = second.filter((name) => !first.includes(name))
  const sayingOnce = (header: readonly string[], open: readonly string[]) => {
    const roles = columnRoles(header)
    const of = (name: string) => roles[header.indexOf(name)]!
    return new Map(
      open
        .filter((name) => open.filter((one) => of(one) === of(name)).length === 1)
        .map((name) => [name, of(name)] as const)
        .filter(
          ([, role]) => !['id', 'truth', 'event', 'unknown', 'text', 'category'].includes(role),
        ),
    )
  }
  const [own, others] = [sayingOnce(first, left), sayingOnce(second, other)]
  return first.flatMap((name) => {
    if (second.includes(name)) return [{ name, names: [name, name] }]
    const partner = [...others].find(([, role]) => role === own.get(name))?.[0]
    return partner === undefined ? [] : [{ name, names: [name, partner] }]
  })
}

/** @throws Refusal where settings speak of a column that a file does not have */
export function refuseMissingColumns(
  settings: LinkSettings,
  files: readonly PlainFile[],
  ids: readonly string[],
  shared: readonly SharedColumn[],
): void {
  for (const column of columnsNamed(settings)) {
    const ignored = settings.ignore?.includes(column) === true
    if (shared.some(({ name }) => name === column) || ids.includes(column)) continue
    // what is ignored may stand in one file only
    if (ignored && files.some(({ header }) => header.includes(column))) continue
    const { path, header } = files.find((file) => !file.header.includes(column)) ?? files[0]!
    throw linkSettingsRefusals.refuse('settings-column-missing', {
      column,
      file: basename(path),
      columns: header.join(', '),
    })
  }
}

/** Every column that settings speak of. */
function columnsNamed(settings: LinkSettings): string[] {
  const ofRule = (rule: NonNullable<LinkSettings['blocking']>[number]) =>
    rule.flatMap((part) =>
      typeof part === 'string'
        ? [part]
        : part.with === undefined
          ? [part.column]
          : [part.column, part.with],
    )
  const rules = [
    ...(settings.blocking ?? []),
    ...(settings.em?.rules ?? []),
    ...(settings.prior?.deterministic ?? []),
  ]
  const compared = (settings.comparisons ?? []).flatMap(({ column, frequencyWithin, levels }) => [
    column,
    ...(frequencyWithin === undefined ? [] : [frequencyWithin]),
    ...(levels ?? []).flatMap((level) =>
      typeof level === 'object' && 'swappedWith' in level ? [level.swappedWith] : [],
    ),
  ])
  return [...new Set([...compared, ...rules.flatMap(ofRule), ...(settings.ignore ?? [])])]
}
