import { findCode } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { SourceProfile } from '../source-profile.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'
import type { SuggestionOptions } from './suggest-fields.ts'

/** Columns of figures whose headings are values of one field. */
export interface WideColumns {
  readonly unpivot: NonNullable<SourceProfile['unpivot']>
  /** The field that the headings are values of. */
  readonly field: Field
  /** Whether the headings are the last of several above a column. */
  readonly isBelowOthers: boolean
}

/** Lists whose codes institutions write over columns. */
const written = new Set(['sex', 'age-groups', 'countries', 'direction', 'mode', 'purpose'])
/** Columns that are enough to be taken for one written wide. */
const fewest = 2

/**
 * Columns of figures that are one column written wide: a year, a sex or a country each. Undefined where
 * there are none, or where a column of values is there already.
 */
export function findWideColumns(
  columns: readonly SampledColumn[],
  recordType: RecordType,
  { findCodeList }: SuggestionOptions,
): WideColumns | undefined {
  const value = recordType.fields.find(({ id, type }) => id === 'value' && type === 'decimal')
  if (value === undefined) return undefined
  const figures = columns.filter((column) => shareOf(column, isFigure) > 0.9)
  const found = recordType.fields.flatMap((field) => {
    const turned = figures.filter(({ name }) => isValueOf(field, ownName(name), findCodeList))
    return turned.length < fewest ? [] : [{ field, turned }]
  })
  const [best] = found.toSorted((a, b) => b.turned.length - a.turned.length)
  // Figures beside them that are of something else would be values too.
  const others = figures.filter(
    ({ name }) => !best?.turned.some((turned) => turned.name === name) && !isPeriodColumn(name),
  )
  if (best === undefined || others.length > 0) return undefined
  const { field, turned } = best
  const names = new Set(turned.map(({ name }) => name))
  const keep = columns.flatMap(({ name }) => (names.has(name) ? [] : [name]))
  const free = (name: string) => (keep.includes(name) ? `${name}_` : name)
  return {
    unpivot: { keep, nameTo: free(field.id), valueTo: free(value.id), dropMissing: true },
    field,
    isBelowOthers: turned.some(({ name }) => name !== ownName(name)),
  }
}

function ownName(name: string): string {
  return name.split(' / ').at(-1)!.trim()
}

function isValueOf(
  field: Field,
  name: string,
  findCodeList: SuggestionOptions['findCodeList'],
): boolean {
  if (field.type === 'period') return /^(19|20)\d\d([-_ ]?(Q[1-4]|0[1-9]|1[0-2]))?$/i.test(name)
  // One letter is a code of many lists.
  if (!written.has(field.codeList ?? '') || (name.length < 2 && field.codeList !== 'sex'))
    return false
  const list = findCodeList(field.codeList ?? '')
  return list !== undefined && findCode(list, name) !== undefined
}

/** A year or a month is a figure too. */
function isPeriodColumn(name: string): boolean {
  return /^(a[nñ]i?o|year|ann[ée]e|mes|month|mois|period|periodo|période)$/i.test(ownName(name))
}

function isFigure(text: string): boolean {
  return /^-?\d[\d.,\s]*$/.test(text)
}
