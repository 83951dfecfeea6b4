import { levelReference, listLevels, type CubeQuery } from '@caudal/methods/measure'
import {
  openPeriods,
  recordedPeriods,
  recordingDimensions,
  undecidedQuery,
  type OpenPeriods,
  type RecordedPeriods,
} from '@caudal/methods/publish'
import type { CubeReader, OpenCube } from '../measure/service.ts'

type Ask<Told> = (reader: CubeReader, open: OpenCube) => Promise<Told | undefined>

/** When each country has records in a build; undefined of a cube that does not tell. */
export const recordedOf = onceABuild(askRecorded)

/** What is not decided yet in a build; undefined of a cube that does not count it. */
export const openPeriodsOf = onceABuild<OpenPeriods>(async (reader, open) => {
  const query = undecidedQuery(open.cube)
  return query && openPeriods(open.cube, await reader.answer(open, query))
})

function onceABuild<Told>(ask: Ask<Told>): Ask<Told> {
  const known = new WeakMap<OpenCube['manifest'], Promise<Told | undefined>>()
  return (reader, open) => {
    let found = known.get(open.manifest)
    if (found === undefined) {
      found = ask(reader, open)
      known.set(open.manifest, found)
      found.catch(() => known.delete(open.manifest))
    }
    return found
  }
}

async function askRecorded(
  reader: CubeReader,
  open: OpenCube,
): Promise<RecordedPeriods | undefined> {
  const { cube } = open
  const dimensions = recordingDimensions(cube)
  const measure = cube.measures.find(({ aggregate }) => aggregate !== 'distinct')
  if (dimensions === undefined || measure === undefined) return undefined
  const { area, time } = dimensions
  const month = listLevels(time).findIndex(({ from }) => from.kind === 'month')
  const query: CubeQuery = {
    measure,
    rows: [levelReference(area, 0)],
    columns: [levelReference(time, Math.max(0, month))],
    where: [],
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1_000_000,
  }
  const { rows, columns, cellRows, cellColumns } = await reader.answer(open, query)
  return recordedPeriods(
    cellRows.map((row, at) => [rows[row]![0]!, columns[cellColumns[at]!]![0]!] as const),
  )
}
