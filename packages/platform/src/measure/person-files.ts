import { quoteName, quoteText } from '@caudal/methods/collect'
import {
  keySql,
  levelReference,
  listLevels,
  ordinalColumn,
  type Cube,
  type FactsSource,
} from '@caudal/methods/measure'
import type { IncomingCubeBuild, LakeEngine } from '../store/index.ts'
import type { RollUpPart } from './cube-manifest.ts'
import { parquetOptions } from './roll-up-files.ts'

/** Fields whose values a cube tells apart: persons. */
export function personColumns(cube: Cube): string[] {
  const fields = cube.measures.filter(({ aggregate }) => aggregate === 'distinct')
  // linked persons are counted from the cells by person that protection needs
  return [...new Set(fields.flatMap(({ field }) => field ?? []))]
}

/** Name of the file that says who is in which cell. */
export function personsName(extension = 0): string {
  return extension === 0 ? 'persons.parquet' : `persons-${extension}.parquet`
}

/**
 * Writes who is in which cell. Grain: one row per person and combination of finest codes; the
 * ordinals of every level, and the number of the person, which says nothing outside of the node.
 * Distinct persons are counted from it, since those of two cells cannot be added.
 *
 * @param lake the session in which {@link encodeCells} left the ordinals of the codes
 * @returns the file; undefined where the cube counts no persons
 */
export async function writePersons(
  lake: LakeEngine,
  cube: Cube,
  facts: FactsSource,
  build: IncomingCubeBuild,
  name: string,
): Promise<RollUpPart | undefined> {
  const persons = personColumns(cube).map(quoteName)
  if (persons.length === 0) return undefined
  const codes: string[] = []
  const joins: string[] = []
  const ordinals: string[] = []
  for (const [index, dimension] of cube.dimensions.entries()) {
    const column = facts.level(levelReference(dimension, 0))
    codes.push(`${column.code(`(${keySql(column)})`)} as k${index}`)
    joins.push(`join d${index} on d${index}.code = fact.k${index}`)
    listLevels(dimension).forEach((_, depth) => {
      const ordinal = quoteName(ordinalColumn(levelReference(dimension, depth)))
      ordinals.push(`d${index}.l${depth} as ${ordinal}`)
    })
  }
  const known = persons.map((person) => `${person} is not null`).join(' or ')
  const path = build.pathOf(name)
  await lake.run(
    `copy (select distinct ${[...ordinals, ...persons].join(', ')}
from (select ${[...codes, ...persons].join(', ')} from ${facts.relation}) as fact ${joins.join(' ')}
where ${known}) to ${quoteText(path)} ${parquetOptions}`,
  )
  const [row] = await lake.rows<{ n: number }>(
    `select count(*) as n from read_parquet(${quoteText(path)})`,
  )
  return { name, rows: row!.n }
}
