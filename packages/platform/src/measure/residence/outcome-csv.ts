import { crossingProblems } from '@caudal/methods/link'
import { never, undecided } from '@caudal/methods/measure/residence'
import type { OutcomeColumns } from './outcome-columns.ts'

/** Header of the answer: the columns of the file, then what the rule says of each row. */
export const outcomeHeader =
  'person_id,crossed_at,direction,state_before,state_after,migration,' +
  'state_before_on,state_after_on,migration_on,days_in_country,imputed,problem\n'

export interface WrittenCrossing {
  readonly person_id: string | null
  readonly crossed_at: string | null
  readonly direction: string | null
}

/** One line of the answer: the crossing as it was written and its outcome, empty where undecided. */
export function outcomeLine(
  written: WrittenCrossing,
  columns: OutcomeColumns,
  row: number,
): string {
  const problem = crossingProblems[columns.problems[row]! - 1]
  const given = [written.person_id, written.crossed_at, written.direction].map(csvText)
  if (problem !== undefined) return [...given, ',,,,,,', '', problem].join(',') + '\n'
  return (
    [
      ...given,
      state(columns.stateBefore[row]!),
      state(columns.stateAfter[row]!),
      state(columns.migration[row]!),
      isoDay(columns.stateBeforeOn[row]!),
      isoDay(columns.stateAfterOn[row]!),
      isoDay(columns.migrationOn[row]!),
      String(columns.daysInCountry[row]!),
      String(columns.imputed[row]!),
      '',
    ].join(',') + '\n'
  )
}

function state(value: number): string {
  return value === undecided ? '' : String(value)
}

const millisecondsADay = 86_400_000
const isoDays = new Map<number, string>()

function isoDay(day: number): string {
  if (day === never) return ''
  let text = isoDays.get(day)
  if (text === undefined) {
    text = new Date(day * millisecondsADay).toISOString().slice(0, 10)
    isoDays.set(day, text)
  }
  return text
}

function csvText(text: string | null): string {
  if (text === null) return ''
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
