import { daySpan } from '../query/time-span.ts'
import { specialCodes } from '../../vocabulary/index.ts'
import type { RecordField } from './observation-record.ts'

/** Codes of one field that count the same persons more than once, where they are added up. */
export interface Overlap {
  readonly field: RecordField
  /** The wider ones, in order. */
  readonly codes: readonly string[]
}

/** Fields whose codes may hold each other. */
const fields = ['sex', 'age', 'period'] as const

type OverlappingField = (typeof fields)[number]

/**
 * Which codes of the records that were read hold others of them: a total beside its parts, an age group
 * that others lie in, a year beside its months. Areas are told of by themselves, see `recordOf`.
 */
export class OverlapFinder {
  readonly #met: Readonly<Record<OverlappingField, Set<string>>> = {
    sex: new Set(),
    age: new Set(),
    period: new Set(),
  }

  add(record: Readonly<Partial<Record<RecordField, string>>>): void {
    for (const field of fields) {
      const code = record[field]
      if (code !== undefined) this.#met[field].add(code)
    }
  }

  find(): Overlap[] {
    return fields.flatMap((field): Overlap[] => {
      const codes = widerOf(field, [...this.#met[field]])
      return codes.length === 0 ? [] : [{ field, codes: codes.sort() }]
    })
  }
}

/** Codes that lie around at least one other. */
function widerOf(field: OverlappingField, codes: readonly string[]): string[] {
  const spans = codes
    .map((code) => ({ code, span: spanOf(field, code) }))
    .filter((each): each is { code: string; span: Span } => each.span !== undefined)
    .sort((a, b) => a.span.first - b.span.first || b.span.last - a.span.last)
  const wider = new Set<string>()
  // In this order a span holds another where it holds the one that follows it.
  for (let i = 0; i + 1 < spans.length; i++) {
    const [one, next] = [spans[i]!, spans[i + 1]!]
    if (next.span.first <= one.span.last) wider.add(one.code)
  }
  return [...wider]
}

interface Span {
  readonly first: number
  readonly last: number
}

/**
 * What a code covers, on a line of its own for each field; undefined where it is not known.
 *
 * @example spanOf('age', 'Y15T24') // => { first: 15, last: 24 }
 * @example spanOf('age', 'Y_GE65') // => { first: 65, last: 999 }
 * @example spanOf('sex', '_T') // => { first: 0, last: 1 }
 */
export function spanOf(field: OverlappingField, code: string): Span | undefined {
  if (field === 'period') return daySpan(code)
  if (field === 'sex') {
    if (code === specialCodes.total) return { first: 0, last: 1 }
    const place = ['F', 'M'].indexOf(code)
    return place < 0 ? undefined : { first: place, last: place }
  }
  return ageSpan(code)
}

const oldest = 999

function ageSpan(code: string): Span | undefined {
  if (code === specialCodes.total) return { first: 0, last: oldest }
  const years = /^Y(\d{1,3})(?:(?:T|-)(\d{1,3}))?$/.exec(code)
  if (years) return { first: Number(years[1]), last: Number(years[2] ?? years[1]) }
  const open = /^Y_?(GE|LT|LE|GT)(\d{1,3})$/.exec(code)
  if (!open) return undefined
  const age = Number(open[2])
  switch (open[1]) {
    case 'GE':
      return { first: age, last: oldest }
    case 'GT':
      return { first: age + 1, last: oldest }
    case 'LE':
      return { first: 0, last: age }
    default:
      return age === 0 ? undefined : { first: 0, last: age - 1 }
  }
}
