import { getRecordType } from '@caudal/methods/collect'
import { factsSource, findCube, keySql, levelReference, type Cube } from '@caudal/methods/measure'
import { recordingDimensions, wasRecorded, type RecordedPeriods } from '@caudal/methods/publish'
import { codeListsFor, editionsOf } from '../../measure/service.ts'
import { nodeCodeLists, snapshot, type Batch, type CaudalNode } from '../../store/index.ts'
import { readRecorded } from './cube-facts.ts'
import { specOf, type DraftedPlan, type ReleasePlan } from './plan.ts'
import { releaseRefusals } from './refusals.ts'

/**
 * A plan without the figures of which the node has no records, where a template asks for them: a country that
 * records no returns has none in its profile, rather than a table of zeros. A plan of somebody's own is kept as
 * it is, and refused where a cube of it is empty. The series of months that leads up to a month without records is no
 * sheet of that month.
 *
 * @throws the refusals `figure-empty`, `sheet-empty`
 */
export async function planWithRecords(node: CaudalNode, plan: ReleasePlan): Promise<DraftedPlan> {
  const kept = new Set<string>()
  for (const id of new Set(plan.figures.map(({ cube }) => cube))) {
    const cube = findCube(id)!
    const { batches } = await snapshot(node, cube.recordType, cube.datasets)
    const isEmpty = !batches.some(({ rowsAccepted }) => rowsAccepted > 0)
    const figures = plan.figures.filter((figure) => figure.cube === id)
    if (plan.template === 'own') {
      if (isEmpty) throw releaseRefusals.refuse('figure-empty', { figure: figures[0]!.id })
      for (const figure of figures) kept.add(figure.id)
      continue
    }
    if (isEmpty) continue
    const recorded = await recordedMonths(node, cube, batches)
    for (const figure of figures) {
      if (recorded === undefined || isRecorded(cube, figure.table, recorded)) kept.add(figure.id)
    }
  }
  const figures = plan.figures.filter(({ id }) => kept.has(id))
  if (figures.length === 0) throw releaseRefusals.refuse('sheet-empty', { series: plan.series })
  const missing = plan.figures.filter(({ id }) => !kept.has(id)).map(({ cube }) => cube)
  const leftOut = [...new Set(missing)]
  return { ...plan, figures, ...(leftOut.length > 0 && { leftOut }) }
}

/** When each country has records of a cube; undefined where it does not tell. */
async function recordedMonths(
  node: CaudalNode,
  cube: Cube,
  batches: readonly Batch[],
): Promise<RecordedPeriods | undefined> {
  const told = recordingDimensions(cube)
  if (told === undefined) return undefined
  const lists = codeListsFor(cube, await nodeCodeLists(node))
  const source = factsSource(cube, getRecordType(cube.recordType), editionsOf(node, batches), lists)
  const [area, time] = [told.area, told.time].map((dimension) => {
    const column = source.level(levelReference(dimension, 0))
    return column.code(`(${keySql(column)})`)
  })
  return await readRecorded(node.lake, source.relation, area!, time!)
}

function isRecorded(cube: Cube, table: string, recorded: RecordedPeriods): boolean {
  const { area, time } = recordingDimensions(cube)!
  const { where } = specOf(table)
  const held = (id: string) =>
    where.find(({ dimension }) => dimension === id || dimension.startsWith(`${id}.`))
  const periods = held(time.id)
  return wasRecorded(
    recorded,
    held(area.id)?.codes ?? [...recorded.keys()],
    // a sheet is of the period with which a series of months ends: of those before it others are
    periods?.range === undefined ? periods?.codes : [periods.range[1]],
  )
}
