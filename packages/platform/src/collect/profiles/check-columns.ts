import {
  columnsOfField,
  getRecordType,
  splitColumns,
  type FieldMapping,
  type SourceProfile,
} from '@caudal/methods/collect'
import { collectRefusals } from '../refusals.ts'
import type { Table } from '../reading/table.ts'

/**
 * Refuses a file whose header is not the one the profile describes: a column that is named and
 * not there, or there more than once. Of alternative columns one is enough. In JSON a key that no
 * object has is a value missing throughout, unless a required field hangs on it.
 *
 * @throws {Refusal} collect.columns-missing, collect.column-repeated, collect.split-column-taken
 */
export function checkColumns(
  table: Pick<Table, 'columns' | 'repeatedColumns'> & {
    readonly source: Pick<Table['source'], 'file'>
  },
  profile: SourceProfile,
): void {
  const made = profile.unpivot ? [profile.unpivot.nameTo, profile.unpivot.valueTo] : []
  const present = new Set([...table.columns, ...made])
  const details = { file: table.source.file, profile: profile.id }
  const missing = Object.entries(profile.fields)
    .filter(([field]) => !hasKeys(profile) || isRequired(profile, field))
    .flatMap(([, mapping]) => columnsMissing(mapping, profile, present))
  const unkept = (profile.unpivot?.keep ?? []).filter((column) => !present.has(column))
  const unsplit = hasKeys(profile)
    ? []
    : (profile.split ?? []).map(({ column }) => column).filter((column) => !present.has(column))
  const columns = [...new Set([...unkept, ...unsplit, ...missing])]
  if (columns.length > 0) {
    throw collectRefusals.refuse('columns-missing', {
      ...details,
      columns: columns.join(', '),
      header: shorten(table.columns),
    })
  }
  const taken = [...splitColumns(profile).keys()].find((name) => present.has(name))
  if (taken !== undefined) {
    throw collectRefusals.refuse('split-column-taken', { ...details, column: taken })
  }
  const used = new Set([
    ...Object.values(profile.fields).flatMap((each) => columnsOfField(each, profile)),
    ...(profile.unpivot?.keep ?? []),
  ])
  const isUsed = isIn([...used])
  // Whoever names every one of them knows which is meant.
  const isNamed = isIn([...used, ...profile.ignore])
  const repeated = table.repeatedColumns.find(
    (column) => isUsed(column) && !columnsCalled(column, table.columns).every(isNamed),
  )
  if (repeated !== undefined) {
    const all = columnsCalled(repeated, table.columns)
    throw collectRefusals.refuse('column-repeated', {
      ...details,
      column: repeated,
      all: all.join(', '),
    })
  }
}

function isIn(columns: readonly string[]): (column: string) => boolean {
  const lowerCase = new Set(columns.map((column) => column.toLowerCase()))
  return (column) => lowerCase.has(column.toLowerCase())
}

/** The columns of a name that a header has more than once, as reading tells them apart. */
function columnsCalled(name: string, columns: readonly string[]): readonly string[] {
  const called = name.toLowerCase()
  return columns.filter((column) =>
    [column.toLowerCase(), column.toLowerCase().replace(/ \(\d+\)$/, '')].includes(called),
  )
}

/** Whether records name their values themselves, and leave out what they do not have. */
function hasKeys({ layout }: SourceProfile): boolean {
  return layout.format === 'json' || layout.format === 'ndjson'
}

function columnsMissing(
  mapping: FieldMapping,
  profile: SourceProfile,
  present: ReadonlySet<string>,
): string[] {
  const missing = columnsOfField(mapping, profile).filter((column) => !present.has(column))
  const hasAlternative = Array.isArray(mapping.column) && missing.length < mapping.column.length
  return hasAlternative ? [] : missing
}

function isRequired(profile: SourceProfile, id: string): boolean {
  const { fields } = getRecordType(profile.recordType)
  return fields.find((field) => field.id === id)?.required === true
}

function shorten(columns: readonly string[]): string {
  const most = 30
  const shown = columns.slice(0, most).join(', ')
  return columns.length > most ? `${shown}, … (${columns.length})` : shown
}
