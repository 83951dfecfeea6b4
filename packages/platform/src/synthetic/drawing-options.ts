import type { RegionOptions, RegionParameters } from '@caudal/methods/synthetic'
import { syntheticRefusals } from './refusals.ts'

/** What may be asked of a drawing; everything else is as `defaultDrawing` says. */
export interface DrawRegionOptions {
  /** Folder to draw into: not there yet, empty, or holding an earlier drawing, which it replaces. */
  readonly out: string
  /** Whole number from 0 to 2^53 − 1. */
  readonly seed?: number | undefined
  readonly persons?: number | undefined
  readonly firstYear?: number | undefined
  readonly lastYear?: number | undefined
  /** ISO 3166-1 alpha-3 codes. */
  readonly countries?: readonly string[] | undefined
  /** Threads that draw; as many as pay on this machine where absent. The bytes are the same. */
  readonly threads?: number | undefined
  /** Gives the drawing up; nothing of it stays. */
  readonly signal?: AbortSignal | undefined
}

/** The region that a new node draws. */
export const defaultDrawing: RegionOptions = {
  seed: 20150101,
  persons: 330_000,
  firstYear: 2015,
  lastYear: 2024,
  countries: ['GTM', 'SLV', 'HND', 'NIC', 'CRI', 'DOM'],
}

/** Most persons: what document numbers and crossing ids have room for. */
export const mostPersons = 100_000_000

/**
 * Completes and checks the options.
 *
 * @throws {Refusal} synthetic.country-unknown, synthetic.years-invalid, synthetic.number-invalid
 */
export function completeOptions(
  given: Partial<Omit<DrawRegionOptions, 'out' | 'signal' | 'threads'>>,
  parameters: RegionParameters,
): RegionOptions {
  const seed = given.seed ?? defaultDrawing.seed
  const persons = given.persons ?? defaultDrawing.persons
  const firstYear = given.firstYear ?? defaultDrawing.firstYear
  const lastYear = given.lastYear ?? defaultDrawing.lastYear
  const countries = given.countries ?? defaultDrawing.countries
  wholeNumber(seed, '--seed', 0, Number.MAX_SAFE_INTEGER)
  wholeNumber(persons, '--persons', 1, mostPersons)
  const years = Number.isInteger(firstYear) && Number.isInteger(lastYear)
  if (
    !years ||
    firstYear < 1950 ||
    lastYear > 2100 ||
    lastYear < firstYear ||
    lastYear - firstYear >= 50
  ) {
    throw syntheticRefusals.refuse('years-invalid', {
      years: `${String(firstYear)}..${String(lastYear)}`,
    })
  }
  const known = parameters.countries.map((country) => country.code)
  const seen = new Set<string>()
  for (const country of countries) {
    if (!known.includes(country) || seen.has(country)) throw unknownCountry(country, known)
    seen.add(country)
  }
  if (countries.length === 0) throw unknownCountry('', known)
  return { seed, persons, firstYear, lastYear, countries }
}

function unknownCountry(country: string, known: readonly string[]) {
  return syntheticRefusals.refuse('country-unknown', { country, known: known.join(', ') })
}

function wholeNumber(value: number, option: string, least: number, most: number): void {
  if (Number.isSafeInteger(value) && value >= least && value <= most) return
  throw syntheticRefusals.refuse('number-invalid', { text: String(value), option, least, most })
}
