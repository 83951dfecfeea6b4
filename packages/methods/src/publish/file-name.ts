import type { TableResult } from './table.ts'

/**
 * A readable name for a download of a table, without its folder: cube, dimensions, language.
 *
 * @example downloadName({ cube: { id: 'movements' }, spec: { rows: ['country'], columns: ['time.year'] }, language: 'en', synthetic: false }, 'csv') // => 'movements_country-by-time-year_en.csv'
 */
export function downloadName(
  result: Pick<TableResult, 'cube' | 'spec' | 'language' | 'synthetic'>,
  extension: string,
): string {
  const { rows, columns } = result.spec
  const axes = [side(rows), side(columns)].filter((text) => text !== '').join('-by-')
  const name = [
    ...(result.synthetic ? ['SYNTHETIC'] : []),
    result.cube.id,
    ...(axes === '' ? [] : [axes]),
    result.language,
  ].join('_')
  return `${name.replace(/[^A-Za-z0-9_-]/g, '-').slice(0, 100)}.${extension}`
}

const side = (names: readonly string[]) => names.map((name) => name.replace('.', '-')).join('-')
