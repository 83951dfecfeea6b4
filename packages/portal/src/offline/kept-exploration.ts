import type { TableResult } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { KeptEntry } from './kept-page.ts'

/** What a kept table is listed by. */
type Listed = Pick<TableResult, 'cube' | 'rows' | 'columns' | 'filters'>

/**
 * The page of explore that shows a kept table; none for a single number, or for a table in another
 * language.
 *
 * @param place address that the table was read at
 * @param table what was kept, read anew only where the address is one of a table
 */
export async function explorationOf(
  place: URL,
  table: () => Promise<unknown>,
  language: Language,
): Promise<KeptEntry | undefined> {
  const cube = /^\/api\/cubes\/([^/]+)\/table$/.exec(place.pathname)?.[1]
  const asked = new URLSearchParams(place.search)
  if (cube === undefined || asked.get('language') !== language) return undefined
  if (!asked.get('rows') && !asked.get('columns')) return undefined
  asked.delete('language')
  const { cube: about, rows, columns, filters } = (await table()) as Listed
  const by = [...rows, ...columns].map(({ label }) => label).join(' × ')
  const only = filters.flatMap(({ values }) => values).join(', ')
  return {
    path: `/${language}/explore/${cube}?${asked.toString()}`,
    title: `${about.title}: ${by}${only === '' ? '' : ` (${only})`}`,
  }
}

/**
 * Whether a page of explore has something to draw without the node: the list of data, or the cube that it
 * shows.
 *
 * @param path of the page
 * @param kept paths of the answers that are kept
 * @example
 * canDraw('/es/explore/movements', ['/api/cubes/movements?language=es']) // => true
 * @example
 * canDraw('/fr/explore/movements', ['/api/cubes/movements?language=es']) // => false
 */
export function canDraw(path: string, kept: readonly string[]): boolean {
  const [, language, , cube] = path.split('/')
  const needed = cube ? `/api/cubes/${cube}` : '/api/cubes'
  return kept.includes(`${needed}?language=${language}`)
}
