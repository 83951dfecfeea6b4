import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { objectOf, readKeys, ShapeChanged, type Connector } from './connector.ts'

/** Indicators 10.c.1, 10.7.3 and 17.3.2 of the Goals. */
const series = ['SI_RMT_COST', 'SM_DTH_MIGR', 'BX_TRF_PWKR']
const keys = ['series', 'geoAreaCode', 'timePeriodStart', 'value']
/** Breakdowns that the profile reads; a figure with any other would be counted twice. */
const known = ['Reporting Type', 'Sex']

/**
 * Cost of remittances, deaths during migration and remittances as a share of GDP, from the database of
 * the Sustainable Development Goals. Its test answers are written after the description of the API, none being
 * recorded: where a real answer has another shape, it is refused with the difference.
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
    const { data, pageNumber, totalPages } = objectOf(answer, ['data', 'pageNumber', 'totalPages'])
    if (!Array.isArray(data) || pageNumber === undefined || totalPages === undefined) {
      throw new ShapeChanged(['data', 'pageNumber', 'totalPages'], Object.keys(answer as object))
    }
    const nextPage = new URL(address)
    nextPage.searchParams.set('page', String(Number(pageNumber) + 1))
    return {
      rows: data.map((row: unknown) => {
        const object = objectOf(row, keys)
        const plain = readKeys(row, keys)
        const dimensions = objectOf(object['dimensions'], ['dimensions'])
        const other = Object.keys(dimensions).filter((each) => !known.includes(each))
        if (other.length > 0) throw new ShapeChanged(known, Object.keys(dimensions))
        const attributes = objectOf(object['attributes'], ['attributes'])
        return {
          ...plain,
          // Years come as 2019 or as 2019.0.
          timePeriodStart: String(Math.trunc(Number(plain['timePeriodStart']))),
          nature: textOf(attributes['Nature']),
          sex: textOf(dimensions['Sex']),
        }
      }),
      next: Number(pageNumber) < Number(totalPages) ? nextPage.href : undefined,
    }
  },
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
