import { JourneyRepair } from '@caudal/methods/link'
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
  const rows = new PersonRows()

  async function decide(): Promise<void> {
    const journey = repair.repair(rows, rows.person !== nobody)
    if (outcomes.migration.length < journey.length) outcomes = createOutcomes(2 * journey.length)
    if (journey.length > 0) pass.decide(journey, outcomes, 0, given.get(rows.person))
    for (let row = 0; row < rows.length; row += 1) {
      table.add(rows.fileRows[row]!, row, journey.places[row]!, journey, outcomes)
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
      rows.add(fileRows![row]!, days![row]!, directions![row]!, minutes![row]!)
    }
  }
  if (rows.length > 0) await decide()
  await table.flush()
}

/** The rows of the person that is being read. */
class PersonRows {
  person = Number.NaN
  length = 0
  fileRows = new Int32Array(256)
  days = new Int32Array(256)
  directions = new Int8Array(256)
  minutes = new Float64Array(256)

  begin(person: number): void {
    this.person = person
    this.length = 0
  }

  add(fileRow: number, day: number, direction: number, minute: number): void {
    const at = this.length
    if (at === this.days.length) this.#grow()
    this.length += 1
    this.fileRows[at] = fileRow
    this.days[at] = day
    this.directions[at] = direction
    this.minutes[at] = minute
  }

  #grow(): void {
    const { fileRows, days, directions, minutes } = this
    this.fileRows = new Int32Array(2 * days.length)
    this.days = new Int32Array(2 * days.length)
    this.directions = new Int8Array(2 * days.length)
    this.minutes = new Float64Array(2 * days.length)
    this.fileRows.set(fileRows)
    this.days.set(days)
    this.directions.set(directions)
    this.minutes.set(minutes)
  }
}
