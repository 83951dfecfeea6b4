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
  const lowerCase = new Set([...used].map((column) => column.toLowerCase()))
  const repeated = table.repeatedColumns.find((column) => lowerCase.has(column.toLowerCase()))
  if (repeated !== undefined) {
    throw collectRefusals.refuse('column-repeated', { ...details, column: repeated })
  }
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
