import { printTableSpec, type CubeAnswer, type TableResult } from '@caudal/methods/publish'
import { writtenFor } from '../explore/builder/written-level.ts'
import type { NumberQuestion } from '../explore/known/question.ts'

/**
 * The series that a number is one of, as the address of an alert writes it: the same of every period.
 * A rate stays a rate; of a share or a change the figures themselves are watched.
 *
 * @returns undefined where the number is of no series: what `top` summed up, or a cube without time
 */
export function seriesOfNumber(
  cube: CubeAnswer,
  { spec, rows, columns }: Pick<TableResult, 'spec' | 'rows' | 'columns'>,
  question: Pick<NumberQuestion, 'spec'>,
): string | undefined {
  const time = cube.dimensions.find(({ kind }) => kind === 'time')
  if (time === undefined || question.spec === undefined) return undefined
  const isTime = (id: string): boolean => id.split('.')[0] === time.id
  const shown = [...columns, ...rows].find(({ id }) => isTime(id))
  const { show } = spec
  return printTableSpec({
    rows: [],
    columns: [shown?.id ?? writtenFor(time, spec)],
    where: question.spec.where.filter(({ dimension }) => !isTime(dimension)),
    ...(spec.measure !== undefined && { measure: spec.measure }),
    ...(show?.startsWith('rate-') && { show }),
  })
}
