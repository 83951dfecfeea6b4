import type { Actor } from '@caudal/methods/govern'
import type { CaudalNode, Queryable } from '../../store/index.ts'
import { readRunCircles } from './kept-apart.ts'
import type { LinkRun } from './link-runs.ts'

/** The batches of a run that somebody works on; nothing where it is all of them. */
export type OwnBatches = readonly number[] | undefined

/**
 * What of a run is for somebody of an institution: all of it where all records were linked with one another,
 * else the circle of the institution alone. Whoever is of no institution, as at the terminal, has all.
 */
export async function ownBatches(
  node: CaudalNode,
  { institution }: Actor,
  run: Pick<LinkRun, 'inputs'>,
): Promise<OwnBatches> {
  const several = new Set(run.inputs.map(({ circle }) => circle)).size > 1
  if (!several || institution === '') return undefined
  const circles = await readRunCircles(node, run)
  const own = circles.find(({ institutions }) => institutions.some(({ id }) => id === institution))
  return own?.batches ?? []
}

/** Whether the number of a card, or a record, is of one of some batches. */
export function isOwn(number: string, own: OwnBatches): boolean {
  return own === undefined || own.includes(Number(BigInt(number) >> 36n))
}

/** The same as a condition on a column of numbers. */
export function isOwnSql(column: string, own: OwnBatches): string {
  if (own === undefined) return 'true'
  return own.length === 0 ? 'false' : `(${column} >> 36) in (${own.join(', ')})`
}

/** Keeps who stands in the middle of the circles of a run, where there are several. */
export async function recordCircles(
  transaction: Queryable,
  run: number,
  names: readonly string[],
): Promise<void> {
  if (names.length < 2) return
  for (const name of names) {
    if (name === '') continue
    await transaction.query('insert into journey_circles (batch, institution) values ($1, $2)', [
      run,
      name,
    ])
  }
}
