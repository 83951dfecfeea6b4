import type { Queryable } from '../../store/index.ts'
import { listDocuments } from './documents.ts'

/** Countries of datasets; '' where it is not known. */
export type CountriesOfDatasets = ReadonlyMap<string, string>

/** The country of every dataset: that of its files, or the one that the register of datasets enters. */
export async function countriesOfDatasets(register: Queryable): Promise<CountriesOfDatasets> {
  const rows = await register.query<{ id: string; country: string | null }>(
    'select id, country from datasets',
  )
  const entered = new Map(
    (await listDocuments(register, 'dataset')).map(({ id, content }) => [id, content.country]),
  )
  return new Map(
    rows.map(({ id, country }) => {
      const known = [country, entered.get(id)].find((each) => /^[A-Z]{3}$/.test(each ?? ''))
      return [id, known ?? '']
    }),
  )
}
