import { nearestName } from '../vocabulary/index.ts'
import { calculations, readCalculation } from './calculation.ts'
import { tableRefusals } from './refusals.ts'
import { tableSorts, type Condition, type TableSort, type TableSpec } from './table.ts'

/**
 * The written form of a table specification, see {@link TableSpec}. The characters `% ; , : &`
 * and `..` that belong to a code are written with a percent sign inside `where` (`%3B`), so that
 * any code can be named.
 */
const known = ['rows', 'columns', 'where', 'measure', 'show', 'sort', 'top'] as const

/** Longest specification that is read: more is an attack or a mistake. */
const maxLength = 8000

/**
 * Reads a specification from the parameters of an address (URLSearchParams will do); `others` are parameters with another
 * meaning there (`language`, `format`), which are passed over.
 *
 * @throws Refusal `publish.parameter-unknown`, `publish.parameter-invalid`, `publish.where-malformed`
 * @example parseTableSpec(new URLSearchParams('rows=sex&columns=time.year')).rows // => ['sex']
 */
export function parseTableSpec(
  parameters: Iterable<readonly [name: string, value: string]>,
  others: readonly string[] = [],
): TableSpec {
  const given = new Map<string, string>()
  let length = 0
  for (const [name, value] of parameters) {
    if (others.includes(name)) continue
    if (!(known as readonly string[]).includes(name)) {
      throw tableRefusals.refuse('parameter-unknown', {
        parameter: name.slice(0, 80),
        nearest: nearestName(name, [...known, ...others]) ?? known.join(', '),
      })
    }
    if (given.has(name)) throw tableRefusals.refuse('parameter-repeated', { parameter: name })
    given.set(name, value)
    length += value.length
    if (length > maxLength)
      throw tableRefusals.refuse('specification-too-long', { limit: maxLength })
  }

  const spec: { -readonly [Key in keyof TableSpec]: TableSpec[Key] } = {
    rows: parseNames('rows', given.get('rows')),
    columns: parseNames('columns', given.get('columns')),
    where: parseWhere(given.get('where') ?? ''),
  }
  const measure = given.get('measure')
  if (measure) spec.measure = measure
  const show = given.get('show')
  if (show) {
    const calculation = readCalculation(show)
    if (!calculation) throw invalid('show', show, [...calculations, 'rate-…'].join(', '))
    spec.show = calculation
  }
  const sort = given.get('sort')
  if (sort) {
    if (!isSort(sort)) throw invalid('sort', sort, tableSorts.join(', '))
    spec.sort = sort
  }
  const top = given.get('top')
  if (top) {
    if (!/^[1-9]\d{0,5}$/.test(top)) throw invalid('top', top, '1 … 999999')
    spec.top = Number(top)
  }
  return spec
}

/**
 * Writes a specification as the query of an address, readable and without a question mark;
 * `parseTableSpec(new URLSearchParams(printTableSpec(spec)))` is the specification again.
 *
 * @example printTableSpec({ rows: ['sex'], columns: ['time.year'], where: [{ dimension: 'country', codes: ['SLV'] }] }) // => 'rows=sex&columns=time.year&where=country:SLV'
 */
export function printTableSpec(spec: TableSpec): string {
  const parts: [name: string, value: string][] = []
  if (spec.rows.length > 0) parts.push(['rows', spec.rows.join(',')])
  if (spec.columns.length > 0) parts.push(['columns', spec.columns.join(',')])
  if (spec.where.length > 0) parts.push(['where', printWhere(spec.where)])
  if (spec.measure) parts.push(['measure', spec.measure])
  if (spec.show) parts.push(['show', spec.show])
  if (spec.sort) parts.push(['sort', spec.sort])
  if (spec.top) parts.push(['top', String(spec.top)])
  return parts.map(([name, value]) => `${name}=${readableQuery(value)}`).join('&')
}

/**
 * Reads the conditions of `where`.
 *
 * @example parseWhere('time.year:2018..2020') // => [{ dimension: 'time.year', range: ['2018', '2020'] }]
 */
export function parseWhere(text: string): Condition[] {
  return text
    .split(';')
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map(parseCondition)
}

/**
 * Writes conditions as `where` reads them.
 *
 * @example printWhere([{ dimension: 'time', latest: 3 }]) // => 'time:latest3'
 */
export function printWhere(conditions: readonly Condition[]): string {
  return conditions
    .map((condition) => {
      const { dimension, codes, range, latest } = condition
      if (latest !== undefined) return `${dimension}:latest${latest}`
      if (range) return `${dimension}:${escapeCode(range[0])}..${escapeCode(range[1])}`
      return `${dimension}:${(codes ?? []).map(escapeCode).join(',')}`
    })
    .join(';')
}

const isSort = (text: string): text is TableSort => (tableSorts as readonly string[]).includes(text)

function parseNames(parameter: string, text: string | undefined): string[] {
  if (text === undefined || text.trim() === '') return []
  const names = text.split(',').map((name) => name.trim())
  if (names.includes('')) throw invalid(parameter, text, 'sex,time.year')
  return names
}

function parseCondition(part: string): Condition {
  const colon = part.indexOf(':')
  const dimension = part.slice(0, colon).trim()
  const values = part.slice(colon + 1).trim()
  if (colon < 1 || dimension === '' || values === '') throw malformed(part)
  const latest = /^latest([1-9]\d{0,3})$/.exec(values)
  if (latest) return { dimension, latest: Number(latest[1]) }
  const range = values.split('..')
  if (range.length > 2) throw malformed(part)
  if (range.length === 2) {
    const [from, to] = range.map((code) => unescapeCode(code.trim(), part)) as [string, string]
    if (from === '' || to === '' || values.includes(',')) throw malformed(part)
    return { dimension, range: [from, to] }
  }
  const codes = values.split(',').map((code) => unescapeCode(code.trim(), part))
  if (codes.includes('')) throw malformed(part)
  return { dimension, codes: [...new Set(codes)] }
}

const hex = (character: string) =>
  `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`

function escapeCode(code: string): string {
  const escaped = code
    .replace(/[%;,:]/g, hex)
    .replace(/\.(?=\.)/g, hex)
    .replace(/^\.|\.$/g, hex)
    .replace(/^\s+|\s+$/g, (blanks) => encodeURIComponent(blanks))
  return /^latest\d/.test(escaped) ? `%6C${escaped.slice(1)}` : escaped
}

function unescapeCode(text: string, part: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    throw malformed(part)
  }
}

/** Percent-encodes for a query what must be, and leaves what reads well. */
function readableQuery(value: string): string {
  return encodeURIComponent(value).replace(/%(2C|3A|3B)/g, (code) => decodeURIComponent(code))
}

const invalid = (parameter: string, value: string, expected: string) =>
  tableRefusals.refuse('parameter-invalid', { parameter, value: value.slice(0, 80), expected })

const malformed = (part: string) =>
  tableRefusals.refuse('where-malformed', { part: part.slice(0, 80) })
