import { Refusal, type Language } from '@caudal/methods/vocabulary'
import type { Mirror, MirrorLine } from '../../../../portal/src/release/index.ts'
import { readMirror, readMirrorCountries } from '../../measure/comparisons.ts'
import type { ShownFigures } from '../../measure/shown-figures.ts'
import { countryName } from './countries.ts'
import { anybody } from './page-cubes.ts'

/**
 * Crossings of a year between a country and each other country of the node, as both sides count them;
 * undefined where they are not for everybody, or the country has none.
 */
export async function readMirrorOf(
  figures: ShownFigures,
  code: string,
  year: string,
  language: Language,
): Promise<Mirror | undefined> {
  const { countries, observed } = await readMirrorCountries(figures, language)
  if (observed || !countries.some((each) => each.code === code)) return undefined
  const others = countries.filter((other) => other.code !== code)
  const lines = await Promise.all(
    others.map(async (other): Promise<MirrorLine[]> => {
      const [out, back] = await Promise.all([
        ofYear(figures, code, other.code, year, language),
        ofYear(figures, other.code, code, year, language),
      ])
      if (out === undefined && back === undefined) return []
      return [
        {
          label: other.label,
          href: `/${language}/countries/${other.code}`,
          leaving: { own: out?.departures ?? null, theirs: out?.arrivals ?? null },
          arriving: { own: back?.arrivals ?? null, theirs: back?.departures ?? null },
        },
      ]
    }),
  )
  return { year, country: countryName(code, language), lines: lines.flat() }
}

async function ofYear(
  figures: ShownFigures,
  origin: string,
  destination: string,
  year: string,
  language: Language,
) {
  try {
    const question = { origin, destination, flow: 'crossings', period: 'year' } as const
    const { rows } = await readMirror(figures, { reader: anybody }, question, language)
    return rows.find(({ period }) => period === year)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
}
