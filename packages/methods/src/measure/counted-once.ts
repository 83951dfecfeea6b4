import { readParquet } from './sql-text.ts'

/** Where the repeats of records are told, and the records among which they are sought. */
export interface KnownRepeats {
  /** Parquet files of repeats: `record_id`, `kind`, `"group"`, the record that stands first. */
  readonly paths: readonly string[]
  /** Parquet files of all facts that count beside these records. */
  readonly among: readonly string[]
}

/**
 * The rule by which a repeated record counts: of each group of repeats, the record that stands first
 * among those that are still there counts, and no other. Where the first was corrected, withdrawn or
 * set aside, the next one counts in its place, so that a crossing is never lost with its first record.
 * Incidents of one id whose content differs (`same-id`) are flagged and all count, as their source has
 * them: an id given twice by mistake must not make deaths vanish.
 *
 * @returns a condition in SQL over `record_id`; nothing where no repeat is known
 *
 * @example
 * countedOnceSql({ paths: [], among: [] }) // => undefined
 */
export function countedOnceSql({ paths, among }: KnownRepeats): string | undefined {
  if (paths.length === 0 || among.length === 0) return undefined
  const repeats = `${readParquet(paths)} where kind <> 'same-id'`
  const told = `select kind, "group", record_id from ${repeats}`
  // The first record of a group may lie in an earlier batch, whose own file does not name it.
  const members = `${told} union select kind, "group", "group" from ${repeats}`
  return (
    `record_id not in (select record_id from (${members}) as member ` +
    `where record_id in (select record_id from ${readParquet(among)}) ` +
    `qualify record_id > min(record_id) over (partition by kind, "group"))`
  )
}

/** Facts as a relation in which every repeated record counts once. */
export function countedFacts(facts: readonly string[], repeats: readonly string[]): string {
  const once = countedOnceSql({ paths: repeats, among: facts })
  const all = readParquet(facts)
  return once === undefined ? all : `(select * from ${all} where ${once})`
}
