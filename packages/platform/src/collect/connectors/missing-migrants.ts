import { readKeys, ShapeChanged, type Connector } from './connector.ts'

const keys = [
  'web_id',
  'region',
  'reported_date',
  'number_dead',
  'number_missing',
  'total_dead_and_missing',
  'number_of_survivors',
  'number_of_female',
  'number_of_male',
  'number_of_children',
  'cause_death',
  'country_of_incident',
  'location_description',
  'unsd_geographic_grouping',
  'location_coodinates',
  'migration_route',
  'information_source',
  'url',
  'source_quality',
]
const firstYear = 2014

/**
 * Deaths and disappearances during migration, incident by incident, one answer a year, from IOM. The
 * misspelt name of the coordinates is the source's own.
 *
 * @see IOM Missing Migrants Project, global figures: https://missingmigrants.iom.int/downloads
 */
export const missingMigrants: Connector = {
  id: 'missing-migrants',
  profile: 'missing-migrants-api',
  form: 'array',
  givesAllCountries: true,
  address: () => `https://missingmigrants.iom.int/global-figures/${firstYear}/json`,
  readPage(answer, address, thisYear) {
    if (!Array.isArray(answer)) throw new ShapeChanged(['[incident, …]'], [typeof answer])
    const year = Number(/\/(\d{4})\/json/.exec(address)?.[1])
    return {
      rows: answer.map((row: unknown) => readKeys(row, keys)),
      next: year < thisYear ? address.replace(`/${year}/`, `/${year + 1}/`) : undefined,
    }
  },
}
