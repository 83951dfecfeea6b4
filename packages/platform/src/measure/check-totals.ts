import { quoteName, type RecordType } from '@caudal/methods/collect'
import {
  cellMeasures,
  measureType,
  readParquet,
  recordsColumn,
  type Cube,
  type FactsSource,
} from '@caudal/methods/measure'
import type { LakeEngine } from '../store/index.ts'
import { measureRefusals } from './refusals.ts'

/**
 * Compares the totals of every file of a build with those of the facts.
 *
 * @returns the number of records counted
 * @throws Refusal `measure.cube-totals-differ`
 */
export async function checkTotals(
  lake: LakeEngine,
  cube: Cube,
  recordType: RecordType,
  facts: FactsSource,
  paths: readonly string[],
): Promise<number> {
  const expectedSql = [
    `count(*) as ${recordsColumn}`,
    ...cellMeasures(cube).map(
      (measure) => `cast(${facts.aggregate(measure)} as double) as ${quoteName(measure.id)}`,
    ),
  ]
  const [expected] = await lake.rows<Record<string, number | null>>(
    `select ${expectedSql.join(', ')} from ${facts.relation}`,
  )
  const decimals = new Set(
    cellMeasures(cube)
      .filter((measure) => measureType(measure, cube, recordType) === 'double')
      .map(({ id }) => id),
  )
  const ids = [recordsColumn, ...cellMeasures(cube).map(({ id }) => id)]
  const sums = ids.map((id) => `cast(sum(${quoteName(id)}) as double) as ${quoteName(id)}`)
  for (const path of paths) {
    const [found] = await lake.rows<Record<string, number | null>>(
      `select ${sums.join(', ')} from ${readParquet([path])}`,
    )
    for (const id of ids) {
      const [one, other] = [found?.[id] ?? 0, expected?.[id] ?? 0]
      // Decimals may differ in their last bits, as they are added in another order.
      const tolerance = decimals.has(id) ? 1e-9 * Math.abs(other) : 0
      if (Math.abs(one - other) > tolerance) {
        throw measureRefusals.refuse('cube-totals-differ', {
          cube: cube.id,
          measure: id,
          part: path.split(/[\\/]/).at(-1)!,
          found: one,
          expected: other,
        })
      }
    }
  }
  return expected?.[recordsColumn] ?? 0
}
