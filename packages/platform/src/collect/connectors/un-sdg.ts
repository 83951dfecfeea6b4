import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { objectOf, readKeys, ShapeChanged, type Connector } from './connector.ts'

/** Indicators 10.c.1, 10.7.3 and 17.3.2 of the Goals. */
const series = ['SI_RMT_COST', 'SM_DTH_MIGR', 'BX_TRF_PWKR']
const keys = ['series', 'geoAreaCode', 'timePeriodStart', 'value']
/** Breakdowns that the profile reads; a figure with any other would be counted twice. */
const known = ['Reporting Type', 'Sex']
const total = '_T'

/**
 * Cost of remittances, deaths during migration and remittances as a share of GDP, from the database of
 * the Sustainable Development Goals. A breakdown that the profile does not read is taken where it says
 * "all", and refused otherwise.
 *
 * @see United Nations Statistics Division, SDG API, version 1: Series/Data
 */
export const unSdg: Connector = {
  id: 'un-sdg',
  profile: 'un-sdg-migration',
  address: ({ countries }) => {
    const query = [
      ...series.map((code) => `seriesCode=${code}`),
      ...countries.map((code) => `areaCode=${numberOf(code)}`),
    ]
    return `https://unstats.un.org/SDGAPI/v1/sdg/Series/Data?${query.join('&')}&pageSize=1000&page=1`
  },
  readPage(answer, address) {
    const envelope = objectOf(answer, ['data', 'pageNumber', 'totalPages'])
    const { data, pageNumber, totalPages } = envelope
    if (!Array.isArray(data) || pageNumber === undefined || totalPages === undefined) {
      throw new ShapeChanged(['data', 'pageNumber', 'totalPages'], Object.keys(envelope))
    }
    const totals = totalsOf(envelope['dimensions'])
    const place = { page: Number(pageNumber), pages: Number(totalPages) }
    const nextPage = new URL(address)
    nextPage.searchParams.set('page', String(place.page + 1))
    return {
      rows: data.map((row: unknown) => {
        const object = objectOf(row, keys)
        const plain = readKeys(row, keys)
        const dimensions = objectOf(object['dimensions'], ['dimensions'])
        const splits = Object.entries(dimensions).filter(
          ([name, code]) => !known.includes(name) && !totals.has(`${name} ${String(code)}`),
        )
        if (splits.length > 0) {
          throw new ShapeChanged(
            known,
            splits.map(([name, code]) => `${name}: ${String(code)}`),
          )
        }
        const attributes = objectOf(object['attributes'], ['attributes'])
        return {
          ...plain,
          timePeriodStart: yearOf(plain['timePeriodStart'] ?? null),
          nature: textOf(attributes['Nature']),
          reportingType: textOf(dimensions['Reporting Type']),
          sex: textOf(dimensions['Sex']),
        }
      }),
      place,
      next: place.page < place.pages ? nextPage.href : undefined,
    }
  },
}

/** Codes that mean "all", by the list of an answer: each breakdown has its own word for it. */
function totalsOf(dimensions: unknown): { has(breakdown: string): boolean } {
  const lists = Array.isArray(dimensions) ? (dimensions as unknown[]) : []
  const listed = new Set(
    lists.flatMap((each) => {
      const { id, codes } = objectOf(each, ['id', 'codes'])
      if (!Array.isArray(codes)) throw new ShapeChanged(['codes'], [typeof codes])
      return codes.flatMap((one: unknown) => {
        const { code, sdmx } = objectOf(one, ['code', 'sdmx'])
        return sdmx === total ? [`${String(id)} ${String(code)}`] : []
      })
    }),
  )
  return { has: (breakdown) => listed.has(breakdown) || breakdown.endsWith(` ${total}`) }
}

/** A year comes as 2019.0, 2019 or "2019"; what is no whole year stands as it came, to be looked at. */
function yearOf(period: string | null): string | null {
  return period?.replace(/^(\d{4})\.0*$/, '$1') ?? null
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}

/** The number of a country in M49, without leading zeros, as the source asks for it. */
function numberOf(code: string): string {
  const country = createCodeListBook()
    .get('countries')
    .codes.find((each) => each.code === code)
  const number = country?.aliases?.find((alias) => /^\d{3}$/.test(alias))
  return number === undefined ? code : String(Number(number))
}
