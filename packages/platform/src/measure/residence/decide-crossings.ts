import { JourneyRepair, JourneyRows } from '@caudal/methods/link'
import {
  createOutcomes,
  OutcomePass,
  type GivenState,
  type ResidenceCriterion,
} from '@caudal/methods/measure/residence'
import type { NumberColumns } from '../../store/index.ts'
import type { OutcomeTable } from './outcome-table.ts'

export interface DecisionOptions {
  readonly criterion: ResidenceCriterion
  /** First day that is no longer observed, days since 1970-01-01. */
  readonly observedUntil: number
  readonly observedFrom?: number | undefined
  readonly duplicateMinutes: number
}

/** The number of the rows that name no person. */
const nobody = -1

/**
 * Decides crossings that come in order of person and instant: one pass, whose memory is that of the
 * longest history and of one block of outcomes.
 *
 * @param sorted columns person, file row, day, direction, minute
 */
export async function decideCrossings(
  sorted: AsyncIterable<NumberColumns>,
  options: DecisionOptions,
  given: ReadonlyMap<number, readonly GivenState[]>,
  table: OutcomeTable,
): Promise<void> {
  const repair = new JourneyRepair(options)
  const pass = new OutcomePass(options.criterion, options)
  let outcomes = createOutcomes(256)
  const rows = new JourneyRows()

  async function decide(): Promise<void> {
    const journey = repair.repair(rows, rows.person !== nobody)
    if (outcomes.migration.length < journey.length) outcomes = createOutcomes(2 * journey.length)
    if (journey.length > 0) pass.decide(journey, outcomes, 0, given.get(rows.person))
    for (let row = 0; row < rows.length; row += 1) {
      table.add(rows.rows[row]!, row, journey.places[row]!, journey, outcomes)
      if (table.isFull) await table.flush()
    }
  }

  for await (const { columns, length } of sorted) {
    const [persons, fileRows, days, directions, minutes] = columns
    for (let row = 0; row < length; row += 1) {
      if (persons![row] !== rows.person) {
        if (rows.length > 0) await decide()
        rows.begin(persons![row]!)
      }
      rows.add({
        row: fileRows![row]!,
        day: days![row]!,
        direction: directions![row]!,
        minute: minutes![row]!,
      })
    }
  }
  if (rows.length > 0) await decide()
  await table.flush()
}
