import { findCode, spellingKey, type Language } from '../../vocabulary/index.ts'
import type { Field, RecordType } from '../record-type.ts'
import type { FieldMapping, SourceProfile } from '../source-profile.ts'
import { guessPeriods, isMonthName } from './guess-periods.ts'
import { isTotal } from './is-total.ts'
import { shareOf, type SampledColumn } from './sampled-column.ts'
import type { SuggestionOptions } from './suggest-fields.ts'

/** Columns of figures whose headings are values of one field. */
export interface WideColumns {
  readonly unpivot: NonNullable<SourceProfile['unpivot']>
  /** The field that the headings are values of. */
  readonly field: Field
  /** How the headings are read, beside their column. */
  readonly reading: Partial<FieldMapping>
  /** The heading as it is read: with what the reading adds to it. */
  whole(heading: string): string
  /** Totals of the others, which are no values of the field. */
  readonly totals: readonly string[]
}

export interface WideOptions extends SuggestionOptions {
  /** What the column of the headings and that of the figures are called in; absent: by the fields' ids. */
  readonly language?: Language | undefined
  /** What stands above the table, on its sheet and in the name of its file. */
  readonly titles?: readonly string[]
}

/** Lists whose codes institutions write over columns. */
const written = new Set(['sex', 'age-groups', 'countries', 'direction', 'mode', 'purpose'])
/** Columns that are enough to be taken for one written wide. */
const fewest = 2
/** Keeps the lowest of the headings above a column. */
const lastHeading = '(?:.* / )?(.+)'

/**
 * Columns of figures that are one column written wide: a year, a month, a sex or a country each. Undefined
 * where there are none, or where a column of values is there already.
 */
export function findWideColumns(
  columns: readonly SampledColumn[],
  recordType: RecordType,
  options: WideOptions,
): WideColumns | undefined {
  const value = recordType.fields.find(({ id, type }) => id === 'value' && type === 'decimal')
  if (value === undefined) return undefined
  const figures = columns.filter((column) => shareOf(column, isFigure) > 0.9)
  // Months that are yet to come are empty.
  const able = columns.filter((column) => column.values.length === 0 || figures.includes(column))
  const found = recordType.fields.flatMap((field) => {
    const heads = headsOf(field, able, columns, options)
    return heads === undefined || heads.turned.length < fewest ? [] : [{ field, ...heads }]
  })
  const [best] = found.toSorted((a, b) => b.turned.length - a.turned.length)
  if (best === undefined || !best.turned.some((each) => figures.includes(each))) return undefined
  const { field, turned } = best
  const names = new Set(turned.map(({ name }) => name))
  const rest = figures.filter(({ name }) => !names.has(name) && !isPeriodColumn(name))
  const totals = rest.filter(({ name }) => field.type === 'period' && isTotal(ownName(name)))
  // Figures beside them that are of something else would be values too.
  if (rest.length > totals.length) return undefined
  const aside = new Set(totals.map(({ name }) => name))
  const keep = columns.flatMap(({ name }) => (names.has(name) || aside.has(name) ? [] : [name]))
  const called = ({ id, label }: Field) =>
    options.language === undefined ? id : label[options.language]
  const free = (name: string) => (columns.some((each) => each.name === name) ? `${name}_` : name)
  const nameTo = free(called(field))
  const isBelowOthers = !best.isWhole && turned.some(({ name }) => name !== ownName(name))
  const { year } = best
  return {
    unpivot: { keep, nameTo, valueTo: free(called(value)), dropMissing: true },
    field,
    reading: {
      ...best.reading,
      ...(isBelowOthers ? { extract: lastHeading } : {}),
      ...(year === undefined ? {} : { template: `${year} {${nameTo}}` }),
    },
    whole: (heading) => {
      const own = isBelowOthers ? ownName(heading) : heading
      return year === undefined ? own : `${year.startsWith('{') ? '2000' : year} ${own}`
    },
    totals: [...aside],
  }
}

interface Heads {
  readonly turned: readonly SampledColumn[]
  readonly reading?: Partial<FieldMapping>
  /** Of months without one: the year, or its column in braces. */
  readonly year?: string
  /** Whether all headings above a column are read, and not the lowest alone. */
  readonly isWhole?: boolean
}

/** The columns whose headings are values of a field. */
function headsOf(
  field: Field,
  able: readonly SampledColumn[],
  columns: readonly SampledColumn[],
  { findCodeList, titles = [] }: WideOptions,
): Heads | undefined {
  if (field.type === 'period') {
    const months = able.filter(({ name }) => isMonthName(name))
    const year = months.length < fewest ? undefined : yearOf(columns, titles)
    if (year !== undefined) return { turned: months, year }
    // "2024 / Enero" is a month as a whole, "Entradas / 2024" a year by its lowest heading.
    for (const named of [(name: string) => name, ownName]) {
      const guess = guessPeriods(able.map(({ name }) => named(name)).filter(couldBePeriod))
      const turned = able.filter(({ name }) => guess?.reads(named(name)))
      if (turned.length >= fewest) {
        return { turned, reading: guess!.mapping, isWhole: named !== ownName }
      }
    }
    return undefined
  }
  return { turned: able.filter(({ name }) => isCodeOf(field, ownName(name), findCodeList)) }
}

/** The year of months that do not say theirs: its column, or the only one that a title names. */
function yearOf(columns: readonly SampledColumn[], titles: readonly string[]): string | undefined {
  const column = columns.find(
    (each) =>
      /^(ano|anio|year|annee)$/.test(spellingKey(each.name)) &&
      shareOf(each, (text) => /^(19|20)\d\d$/.test(text)) > 0.9,
  )
  if (column !== undefined) return `{${column.name}}`
  const years = new Set(titles.flatMap((title) => title.match(/(?<!\d)(19|20)\d\d(?!\d)/g) ?? []))
  return years.size === 1 ? [...years][0] : undefined
}

function ownName(name: string): string {
  return name.split(' / ').at(-1)!.trim()
}

function couldBePeriod(name: string): boolean {
  return /\d{2}/.test(name)
}

function isCodeOf(
  field: Field,
  name: string,
  findCodeList: SuggestionOptions['findCodeList'],
): boolean {
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
