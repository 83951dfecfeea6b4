import { objectOf, ShapeChanged, type Connector } from './connector.ts'

/**
 * Internally displaced persons by place and round, from IOM's Displacement Tracking Matrix as the
 * Humanitarian Data Exchange publishes it: the exchange says where the file lies, and the file is read
 * by its profile.
 *
 * @see Humanitarian Data Exchange (CKAN), dataset global-iom-dtm-from-api
 */
export const hdxDtm: Connector = {
  id: 'hdx-dtm',
  profile: 'dtm-displacement',
  givesAllCountries: true,
  // where the exchange keeps its files
  places: ['https://s3.us-east-1.amazonaws.com/hdx-production-filestore/'],
  address: () => 'https://data.humdata.org/api/3/action/package_show?id=global-iom-dtm-from-api',
  readPage: () => ({ rows: [], next: undefined }),
  fileOf(answer) {
    const { result } = objectOf(answer, ['result'])
    const { resources } = objectOf(result, ['resources'])
    if (!Array.isArray(resources)) throw new ShapeChanged(['resources'], [typeof resources])
    const files = resources.map((each: unknown) => {
      const { format, download_url: address } = objectOf(each, ['format', 'download_url'])
      return { format, address }
    })
    const file = files.find(
      ({ format, address }) =>
        String(format).toUpperCase() === 'CSV' && /admin-?0-to-2.*\.csv$/.test(String(address)),
    )
    if (file === undefined) {
      throw new ShapeChanged(
        ['CSV: …admin-0-to-2.csv'],
        files.map(({ address }) => String(address).slice(-60)),
      )
    }
    return String(file.address)
  },
}
