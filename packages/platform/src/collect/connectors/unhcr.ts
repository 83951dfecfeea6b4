import { objectOf, readKeys, ShapeChanged, type Connector } from './connector.ts'

const keys = ['year', 'coo_iso', 'coa_iso', 'refugees', 'asylum_seekers', 'idps', 'stateless']

/**
 * Refugees, asylum-seekers, internally displaced and stateless persons by country of origin and of
 * asylum at the end of the year, from UNHCR.
 *
 * @see UNHCR, Refugee Statistics API, version 1: population
 */
export const unhcr: Connector = {
  id: 'unhcr',
  profile: 'unhcr-population',
  address: ({ countries }) =>
    // Without "all" the service sums countries up, and says "-" in place of their codes.
    `https://api.unhcr.org/population/v1/population/?limit=10000&page=1&yearFrom=2000&coo_all=true&${countries.length === 0 ? 'coa_all=true' : `coa=${countries.join(',')}`}&cf_type=ISO`,
  readPage(answer, address) {
    const { items, page, maxPages } = objectOf(answer, ['items', 'page', 'maxPages'])
    if (!Array.isArray(items)) {
      throw new ShapeChanged(['items'], Object.keys(answer as object))
    }
    const place = { page: Number(page), pages: Number(maxPages) }
    const nextPage = new URL(address)
    nextPage.searchParams.set('page', String(place.page + 1))
    return {
      rows: items.map((item: unknown) => readKeys(item, keys)),
      place,
      next: place.page < place.pages ? nextPage.href : undefined,
    }
  },
}
