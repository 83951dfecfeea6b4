import { parseTableSpec } from '@caudal/methods/publish'
import { findCode } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import type { Release } from '../release/release-state.ts'

/** Which themes of the site a release of a cube belongs to. */
export const themesOfCubes: Readonly<Record<string, readonly string[]>> = {
  movements: ['flows'],
  migrations: ['flows'],
  'migration-estimates': ['flows'],
  'nz-plt-migration': ['flows'],
  stays: ['flows'],
  'un-migrant-stock': ['stocks'],
  'resident-stocks': ['stocks'],
  residences: ['stocks', 'integration'],
  population: ['stocks'],
  returns: ['returns'],
  permits: ['labour', 'policies'],
  'permit-events': ['labour', 'policies'],
  'banxico-remittances': ['remittances'],
  incidents: ['deaths'],
  'missing-migrants': ['deaths'],
  indicators: ['policies'],
}

/** The themes of the figures of a release. */
export function themesOf({ plan }: Pick<Release, 'plan'>): string[] {
  return [...new Set(plan.figures.flatMap(({ cube }) => themesOfCubes[cube] ?? []))]
}

/** Dimensions whose condition says which country a figure is about, not where people come from. */
const places = new Set(['country', 'destination'])

/**
 * The countries that a release is about: those that its series bears and those to which its figures
 * are limited. None: it is about the region as a whole.
 */
export function countriesOf({ plan, series }: Pick<Release, 'plan' | 'series'>): string[] {
  const countries = getCodeList('countries')
  const named = series.split('-').map((part) => part.toUpperCase())
  const limited = plan.figures.flatMap(({ table }) =>
    parseTableSpec(new URLSearchParams(table)).where.flatMap(({ dimension, codes = [] }) =>
      places.has(dimension) ? codes : [],
    ),
  )
  return [...new Set([...named, ...limited])].filter(
    (code) => /^[A-Z]{3}$/.test(code) && findCode(countries, code)?.code === code,
  )
}
