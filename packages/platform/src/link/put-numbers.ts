import type { LakeEngine } from '../store/index.ts'

const atOnce = 100_000

/** Makes a temporary table (n, number) of two rows of whole numbers. */
export async function putNumbers(
  engine: LakeEngine,
  table: 'link_members' | 'link_chains' | 'link_joined',
  n: readonly number[],
  numbers: readonly number[],
): Promise<void> {
  await engine.run(`create or replace temp table ${table} (n integer, number integer)`)
  for (let from = 0; from < n.length; from += atOnce) {
    await engine.run(
      `insert into ${table}
       select unnest(string_split($1, ','))::integer, unnest(string_split($2, ','))::integer`,
      [n.slice(from, from + atOnce).join(','), numbers.slice(from, from + atOnce).join(',')],
    )
  }
}
