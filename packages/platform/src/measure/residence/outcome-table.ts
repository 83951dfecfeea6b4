import { crossingProblems, type RepairedJourney } from '@caudal/methods/link'
import { never, undecided, type Outcomes } from '@caudal/methods/measure/residence'
import type { LakeEngine } from '../../store/index.ts'

/** Rows in memory before the engine takes them over. */
const rowsAtOnce = 262_144

/** How many rows a file had, and how many of them have no answer. */
export interface ResidenceFileReport {
  readonly rows: number
  readonly migrations: number
  readonly undecided: number
  readonly problems: number
}

/**
 * The outcomes of a file as a table of the engine, written in blocks: one row per row of the file,
 * in the order in which persons were decided, dates as days since 1970-01-01.
 */
export class OutcomeTable {
  readonly #engine: LakeEngine
  readonly #fileRow = new Int32Array(rowsAtOnce)
  readonly #problem = new Int8Array(rowsAtOnce)
  readonly #imputed = new Int8Array(rowsAtOnce)
  readonly #stateBefore = new Int8Array(rowsAtOnce)
  readonly #stateAfter = new Int8Array(rowsAtOnce)
  readonly #migration = new Int8Array(rowsAtOnce)
  readonly #stateBeforeOn = new Int32Array(rowsAtOnce)
  readonly #stateAfterOn = new Int32Array(rowsAtOnce)
  readonly #migrationOn = new Int32Array(rowsAtOnce)
  readonly #daysInCountry = new Int32Array(rowsAtOnce)
  #length = 0
  #rows = 0
  #migrations = 0
  #undecided = 0
  #problems = 0

  constructor(engine: LakeEngine) {
    this.#engine = engine
  }

  async create(): Promise<void> {
    await this.#engine.run(`create table outcomes (
      file_row integer, problem tinyint, imputed tinyint,
      state_before tinyint, state_after tinyint, migration tinyint,
      state_before_on integer, state_after_on integer, migration_on integer, days_in_country integer)`)
  }

  get isFull(): boolean {
    return this.#length === rowsAtOnce
  }

  /** Takes one row; `place` is that of the crossing in the history, -1 where it has none. */
  add(
    fileRow: number,
    row: number,
    place: number,
    { problems, imputed }: RepairedJourney,
    outcomes: Outcomes,
  ): void {
    const at = this.#length
    this.#length += 1
    this.#rows += 1
    this.#fileRow[at] = fileRow
    this.#problem[at] = problems[row]!
    this.#imputed[at] = imputed[row]!
    if (place === -1) {
      this.#problems += 1
      this.#stateBefore[at] = this.#stateAfter[at] = this.#migration[at] = undecided
      this.#stateBeforeOn[at] = this.#stateAfterOn[at] = this.#migrationOn[at] = never
      return
    }
    const migration = outcomes.migration[place]!
    if (migration === undecided) this.#undecided += 1
    else this.#migrations += migration
    this.#stateBefore[at] = outcomes.stateBefore[place]!
    this.#stateAfter[at] = outcomes.stateAfter[place]!
    this.#migration[at] = migration
    this.#stateBeforeOn[at] = outcomes.stateBeforeOn[place]!
    this.#stateAfterOn[at] = outcomes.stateAfterOn[place]!
    this.#migrationOn[at] = outcomes.migrationOn[place]!
    this.#daysInCountry[at] = outcomes.daysInCountry[place]!
  }

  /** Hands what was taken over to the engine. */
  async flush(): Promise<void> {
    await this.#engine.append('outcomes', {
      columns: [
        this.#fileRow,
        this.#problem,
        this.#imputed,
        this.#stateBefore,
        this.#stateAfter,
        this.#migration,
        this.#stateBeforeOn,
        this.#stateAfterOn,
        this.#migrationOn,
        this.#daysInCountry,
      ],
      length: this.#length,
    })
    this.#length = 0
  }

  get report(): ResidenceFileReport {
    return {
      rows: this.#rows,
      migrations: this.#migrations,
      undecided: this.#undecided,
      problems: this.#problems,
    }
  }
}

const day = (column: string) =>
  `case when ${column} <> ${never} then date '1970-01-01' + ${column} end as ${column}`
const state = (column: string) => `nullif(${column}, ${undecided}) as ${column}`
const problem = crossingProblems.map((name, at) => `when ${at + 1} then '${name}'`).join(' ')

/** The answer: the rows of the file in their order, each with its outcome. */
export const answerSql = `
  select
    person_id, crossed_at, direction,
    ${state('state_before')}, ${state('state_after')}, ${state('migration')},
    ${day('state_before_on')}, ${day('state_after_on')}, ${day('migration_on')},
    case when problem = 0 then days_in_country end as days_in_country,
    case when problem = 0 then imputed end as imputed,
    case problem ${problem} end as problem
  from written positional join (select * from outcomes order by file_row) as outcomes`
