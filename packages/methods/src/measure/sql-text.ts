import { quoteText } from '../collect/index.ts'

/**
 * Parquet files as one relation.
 *
 * @example readParquet(['a.parquet']) // => "read_parquet(['a.parquet'], union_by_name = true)"
 */
export function readParquet(paths: readonly string[]): string {
  return `read_parquet([${paths.map(quoteText).join(', ')}], union_by_name = true)`
}
