import {
  restSelections,
  type Figures,
  type Programme,
  type TableSelection,
} from '@caudal/methods/protect'
import type { LakeEngine } from '../store/index.ts'
import { putLineage, type RecordedCodes } from './microdata.ts'

/**
 * Counts every cell of tables that each show a selection, and what totals hold besides the parts shown, from the engine's `records_of_trees` (one
 * row per record: `t0`, `t1`, …, the leaf of each dimension; `person`; `amount`).
 *
 * @param recorded for each dimension, which codes records have for its leaves, where these are not leaves themselves
 */
export async function countSelected(
  engine: LakeEngine,
  programme: Programme,
  selections: readonly TableSelection[],
  ranks: number,
  recorded: readonly (RecordedCodes | undefined)[] = [],
): Promise<Figures> {
  const { dimensions, cellCount } = programme
  const values = new Float64Array(cellCount)
  const contributors = new Float64Array(cellCount)
  const largest = Array.from({ length: ranks }, () => new Float64Array(cellCount))
  const sole = Array.from<string | undefined>({ length: cellCount })
  for (const [d, dimension] of dimensions.entries()) {
    await putLineage(engine, d, dimension, recorded[d])
  }
  for (const selection of [...selections, ...restSelections(programme)]) {
    const codes = dimensions.map(({ total }) => total)
    for (const { dimension, code } of selection.held) codes[dimension] = code
    for await (const rows of engine.stream<CountedRow>(selectionSql(selection, ranks))) {
      for (const row of rows) {
        for (const { dimension } of selection.axes) codes[dimension] = Number(row[`k${dimension}`])
        const cell = programme.find(codes)
        if (cell === undefined) continue
        values[cell] = Number(row.amount)
        contributors[cell] = row.persons
        for (let rank = 0; rank < ranks; rank += 1) {
          largest[rank]![cell] = Number(row.largest[rank] ?? 0)
        }
        if (row.persons === 1) sole[cell] = row.person
      }
    }
  }
  return { values, contributors, largest, sole }
}

interface CountedRow {
  readonly [code: `k${number}`]: number
  readonly amount: number | string | bigint
  readonly persons: number
  readonly largest: readonly (number | string | bigint)[]
  readonly person: string
}

// Columns are named by the position of the dimension and codes are positions: no text of a user.
function selectionSql({ axes, held }: TableSelection, ranks: number): string {
  const keys = axes.map(({ dimension }) => `k${dimension}`)
  const selected = axes.map(({ dimension }) => `l${dimension}.above as k${dimension}`)
  const joins = [
    ...axes.map(({ dimension, codes }) => ({ dimension, codes })),
    ...held.map(({ dimension, code }) => ({ dimension, codes: [code] })),
  ].map(
    ({ dimension, codes }) =>
      `join (select * from lineage_${dimension} where above in (${codes.join(', ')})) as l${dimension}
         on l${dimension}.code = t${dimension}`,
  )
  const grouped = axes.map(({ dimension }) => `l${dimension}.above`)
  return `with contributions as (
      select ${[...selected, 'person', 'sum(amount) as amount'].join(', ')}
      from records_of_trees ${joins.join('\n')} group by ${[...grouped, 'person'].join(', ')})
    select ${[...keys, 'sum(amount) as amount'].join(', ')}, count(*) as persons,
      max(amount, ${ranks}) as largest, min(person) as person
    from contributions${keys.length === 0 ? ' having count(*) > 0' : ` group by ${keys.join(', ')}`}`
}
