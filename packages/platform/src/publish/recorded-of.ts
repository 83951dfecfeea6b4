import { levelReference, listLevels, type CubeQuery } from '@caudal/methods/measure'
import { recordedPeriods, recordingDimensions, type RecordedPeriods } from '@caudal/methods/publish'
import type { CubeReader, OpenCube } from '../measure/service.ts'

const known = new WeakMap<OpenCube['manifest'], Promise<RecordedPeriods | undefined>>()

/** When each country has records in a build, asked once; undefined of a cube that does not tell. */
export function recordedOf(
  reader: CubeReader,
  open: OpenCube,
): Promise<RecordedPeriods | undefined> {
  let found = known.get(open.manifest)
  if (found === undefined) {
    found = ask(reader, open)
    known.set(open.manifest, found)
    found.catch(() => known.delete(open.manifest))
  }
  return found
}

async function ask(reader: CubeReader, open: OpenCube): Promise<RecordedPeriods | undefined> {
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
