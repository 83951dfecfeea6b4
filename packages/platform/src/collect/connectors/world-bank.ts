import { objectOf, readKeys, ShapeChanged, type Connector } from './connector.ts'

const indicators = ['SM.POP.NETM', 'BX.TRF.PWKR.CD.DT', 'BX.TRF.PWKR.DT.GD.ZS']
const keys = ['countryiso3code', 'date', 'value', 'obs_status', 'decimal']

/**
 * Net migration and remittances received, from the World Bank.
 *
 * @see World Bank, Indicators API, version 2: an array of the page's data and the page's rows
 */
export const worldBank: Connector = {
  id: 'world-bank',
  profile: 'world-bank-indicators',
  address: ({ countries }) =>
    `https://api.worldbank.org/v2/country/${countries.join(';') || 'all'}/indicator/${indicators.join(';')}?source=2&format=json&per_page=10000&page=1`,
  readPage(answer, address) {
    if (!Array.isArray(answer) || answer.length < 2) {
      // Of a question that it cannot answer the service sends a message in place of the rows.
      throw new ShapeChanged(['[page, rows]'], [JSON.stringify(answer).slice(0, 160)])
    }
    const page = readKeys(answer[0], ['page', 'pages'])
    const rows = answer[1] as unknown
    if (rows !== null && !Array.isArray(rows)) throw new ShapeChanged(['rows'], [typeof rows])
    const place = { page: Number(page['page']), pages: Number(page['pages']) }
    const nextPage = new URL(address)
    nextPage.searchParams.set('page', String(place.page + 1))
    return {
      rows: (rows ?? []).map((row: unknown) => {
        const object = objectOf(row, keys)
        const plain = readKeys(row, keys)
        return {
          ...plain,
          // Groups of countries have no code of three letters in some answers: theirs says which it is.
          countryiso3code: plain['countryiso3code'] ?? codeOf(object['country']),
          indicator: codeOf(object['indicator']),
        }
      }),
      place,
      next: place.page < place.pages ? nextPage.href : undefined,
    }
  },
}

function codeOf(named: unknown): string | null {
  return readKeys(named, ['id'])['id'] ?? null
}
