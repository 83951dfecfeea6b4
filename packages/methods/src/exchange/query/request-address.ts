import { sdmxRefusals } from '../refusals.ts'

/** Characters of an address that are read; longer ones are refused. */
export const longestAddress = 60_000

/** An address taken apart by the grammar of SDMX REST, where `+` is an operator and no space. */
export interface RequestAddress {
  /** Segments of the path, decoded one by one; a slash at the end makes no segment. */
  readonly segments: readonly string[]
  /** Parameters in the order of the query. */
  readonly parameters: readonly (readonly [name: string, value: string])[]
}

/**
 * Takes an address apart.
 *
 * @param address path and query, without the prefix of the service
 * @throws Refusal `sdmx.url-malformed`, `sdmx.url-too-long`
 * @example readAddress('/data/FLOW/A+B.C?x=1%2B2+3').parameters[0][1] // => '1+2+3'
 */
export function readAddress(address: string): RequestAddress {
  if (address.length > longestAddress) {
    throw sdmxRefusals.refuse('url-too-long', { length: address.length, most: longestAddress })
  }
  const mark = address.indexOf('?')
  const path = mark < 0 ? address : address.slice(0, mark)
  const query = mark < 0 ? '' : address.slice(mark + 1)
  const segments = path.split('/').map(decode)
  if (segments[0] === '') segments.shift()
  while (segments.at(-1) === '') segments.pop()
  const parameters = query
    .split('&')
    .filter((part) => part !== '')
    .map((part): readonly [string, string] => {
      const equals = part.indexOf('=')
      return equals < 0
        ? [decode(part), '']
        : [decode(part.slice(0, equals)), decode(part.slice(equals + 1))]
    })
  return { segments, parameters }
}

/** Parameters by name, each at most once and none but those known. */
export function singleParameters<Name extends string>(
  { parameters }: RequestAddress,
  known: readonly Name[],
): Partial<Record<Name, string>> {
  const found: Partial<Record<Name, string>> = {}
  for (const [name, value] of parameters) {
    const own = known.find((each) => each === name)
    if (own === undefined) {
      throw sdmxRefusals.refuse('parameter-unknown', {
        parameter: name.slice(0, 80),
        known: known.join(', '),
      })
    }
    if (found[own] !== undefined)
      throw sdmxRefusals.refuse('parameter-repeated', { parameter: own })
    found[own] = value
  }
  return found
}

/** What an address says of the format of the answer, apart from what it asks. */
export function takeFormat(read: RequestAddress): {
  readonly rest: RequestAddress
  readonly format: string | undefined
  readonly formatVersion: string | undefined
} {
  const names = ['format', 'formatVersion'] as const
  const isOfFormat = ([name]: readonly [string, string]) => names.some((each) => each === name)
  const given = singleParameters({ ...read, parameters: read.parameters.filter(isOfFormat) }, names)
  const parameters = read.parameters.filter((parameter) => !isOfFormat(parameter))
  const { format, formatVersion } = given
  return { rest: { ...read, parameters }, format, formatVersion }
}

/** One of the words that a parameter takes. */
export function oneOf<Word extends string>(
  parameter: string,
  value: string | undefined,
  words: readonly Word[],
  otherwise: Word,
): Word {
  if (value === undefined) return otherwise
  const found = words.find((word) => word === value.toLowerCase())
  if (found === undefined) throw invalid(parameter, value, words.join(', '))
  return found
}

/** A whole number from `least` on; undefined where the parameter is absent. */
export function wholeNumber(
  parameter: string,
  value: string | undefined,
  least: number,
): number | undefined {
  if (value === undefined) return undefined
  const number = /^\d{1,9}$/.test(value) ? Number(value) : NaN
  if (!(number >= least)) throw invalid(parameter, value, `≥ ${least}`)
  return number
}

export function trueOrFalse(parameter: string, value: string | undefined): boolean {
  return oneOf(parameter, value, ['false', 'true'], 'false') === 'true'
}

export function invalid(parameter: string, value: string, expected: string) {
  return sdmxRefusals.refuse('parameter-invalid', {
    parameter,
    value: value.slice(0, 80),
    expected,
  })
}

function decode(text: string): string {
  if (!text.includes('%')) return text
  try {
    return decodeURIComponent(text)
  } catch {
    throw sdmxRefusals.refuse('url-malformed', { reason: text.slice(0, 80) })
  }
}
