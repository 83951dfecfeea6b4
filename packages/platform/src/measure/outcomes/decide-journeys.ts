import {
  createOutcomes,
  never,
  OutcomePass,
  undecided,
  type ResidenceCriterion,
} from '@caudal/methods/measure/residence'
import type { LakeEngine } from '../../store/index.ts'

/** Crossings that are read at once, and decided before the next are. */
const rowsAtOnce = 262_144

export interface JourneyObservation {
  readonly criterion: ResidenceCriterion
  /** Days since 1970-01-01; the first that is no longer observed. */
  readonly observedUntil: number
  readonly observedFrom: number
  /** Name of the table that is made. */
  readonly table: string
}

/**
 * Decides the crossings of repaired journeys. Reads the table `journey_crossings` (row, person, day,
 * arrival: 1 or 0) in order of its rows, persons one after the other, and makes a table
 * (row, migration, decided_on, resident_before, resident_after), −1 and `never` where undecided. One
 * ordered pass, whose memory is that of the longest history and of one block of answers.
 */
export async function decideJourneys(
  session: LakeEngine,
  { criterion, table, ...observation }: JourneyObservation,
): Promise<void> {
  await session.run(`create or replace temp table ${table}
    (row integer, migration tinyint, decided_on integer, resident_before tinyint, resident_after tinyint)`)
  const pass = new OutcomePass(criterion, observation)
  const waiting = new WaitingAnswers()
  let outcomes = createOutcomes(256)
  let days = new Int32Array(256)
  let first = 0
  let length = 0
  let person = Number.NaN
  let firstIsArrival = true

  const decide = () => {
    if (length === 0) return
    if (outcomes.migration.length < length) outcomes = createOutcomes(2 * length)
    pass.decide({ days, length, firstIsArrival }, outcomes, 0)
    for (let at = 0; at < length; at += 1) {
      waiting.add(first + at, outcomes.migration[at]!, outcomes.migrationOn[at]!, [
        outcomes.stateBefore[at]!,
        outcomes.stateAfter[at]!,
      ])
    }
  }

  const [crossings] = await session.rows<{ rows: number }>(
    'select count(*) as rows from journey_crossings',
  )
  // a session answers one statement after the other: what was read is decided before more is
  for (let from = 0; from < crossings!.rows; from += rowsAtOnce) {
    const sorted = session.numbers(
      `select row, person, day, arrival from journey_crossings
       where row >= ${from} and row < ${from + rowsAtOnce} order by row`,
    )
    for await (const { columns, length: rows } of sorted) {
      const [numbers, persons, crossedOn, arrivals] = columns
      for (let at = 0; at < rows; at += 1) {
        if (persons![at] !== person) {
          decide()
          person = persons![at]!
          first = numbers![at]!
          firstIsArrival = arrivals![at] === 1
          length = 0
        }
        if (length === days.length) days = doubled(days)
        days[length] = crossedOn![at]!
        length += 1
      }
    }
    await waiting.handOver(session, table)
  }
  decide()
  await waiting.handOver(session, table)
}

/** Answers that wait for the engine: those of one part and of the longest history. */
class WaitingAnswers {
  #rows = new Int32Array(4096)
  #migration = new Int8Array(4096)
  #decidedOn = new Int32Array(4096)
  #before = new Int8Array(4096)
  #after = new Int8Array(4096)
  #length = 0

  add(row: number, migration: number, decidedOn: number, [before, after]: [number, number]): void {
    const at = this.#length
    if (at === this.#rows.length) {
      this.#rows = doubled(this.#rows)
      this.#migration = doubled(this.#migration)
      this.#decidedOn = doubled(this.#decidedOn)
      this.#before = doubled(this.#before)
      this.#after = doubled(this.#after)
    }
    this.#length += 1
    this.#rows[at] = row
    this.#migration[at] = migration
    this.#decidedOn[at] = decidedOn
    this.#before[at] = before
    this.#after[at] = after
  }

  async handOver(session: LakeEngine, table: string): Promise<void> {
    if (this.#length === 0) return
    await session.append(table, {
      columns: [this.#rows, this.#migration, this.#decidedOn, this.#before, this.#after],
      length: this.#length,
    })
    this.#length = 0
  }
}

function doubled<Numbers extends Int8Array<ArrayBuffer> | Int32Array<ArrayBuffer>>(
  numbers: Numbers,
): Numbers {
  const Kind = numbers.constructor as new (length: number) => Numbers
  const bigger = new Kind(2 * numbers.length)
  bigger.set(numbers)
  return bigger
}

/** SQL of an answer that may be undecided. */
export const answerSql = (column: string) => `nullif(${column}, ${undecided})`

/** SQL of a day that may be unknown. */
export const daySql = (column: string) =>
  `case when ${column} <> ${never} then date '1970-01-01' + ${column} end`
