import type { TableSelection } from '@caudal/methods/protect'
import type { ResolvedTable } from '@caudal/methods/publish'
import { putLineage } from '../../protect/microdata.ts'
import type { CubeFacts } from './cube-facts.ts'
import { cubeTrees, selectFigure } from './figure-selection.ts'

/**
 * Figures whose records, all together, are of fewer persons than the threshold, though of somebody. Hiding
 * every cell of such a table does not help: its rows and columns still say who those few are ("men", "in
 * December"), and that it is published at all says that there are some.
 *
 * @param threshold persons
 */
export async function findThinFigures(
  { cube, domain, engine }: Pick<CubeFacts, 'cube' | 'domain' | 'engine'>,
  figures: ReadonlyMap<string, ResolvedTable>,
  threshold: number,
): Promise<readonly string[]> {
  const trees = cubeTrees(cube, domain)
  const thin: string[] = []
  for (const [figure, table] of figures) {
    const { selection } = selectFigure(figure, table, trees, domain)
    if (selection.axes.some(({ codes }) => codes.length === 0)) continue
    const used = [...selection.axes, ...selection.held].map(({ dimension }) => dimension)
    for (const d of used) {
      await putLineage(engine, d, trees.dimensions[d]!, trees.recorded[d])
    }
    const [row] = await engine.rows<{ persons: number }>(personsSql(selection, trees.fields))
    const persons = row?.persons ?? 0
    if (persons > 0 && persons < threshold) thin.push(figure)
  }
  return thin
}

// Codes and columns are positions: no text of a user.
function personsSql({ axes, held }: TableSelection, fields: readonly number[]): string {
  const shown = [...axes, ...held.map(({ dimension, code }) => ({ dimension, codes: [code] }))].map(
    ({ dimension, codes }) =>
      `and d${fields[dimension]} in (select code from lineage_${dimension} where above in (${codes.join(', ')}))`,
  )
  return `select count(distinct person) as persons from records where counted ${shown.join('\n')}`
}
