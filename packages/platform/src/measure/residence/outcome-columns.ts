import { never, undecided, type Outcomes } from '@caudal/methods/measure/residence'
import type { RepairedJourney } from '@caudal/methods/link'

/** The outcomes of a whole file, by row of the file: 23 bytes a row. */
export interface OutcomeColumns {
  readonly problems: Uint8Array
  readonly imputed: Uint8Array
  readonly stateBefore: Int8Array
  readonly stateAfter: Int8Array
  readonly migration: Int8Array
  readonly stateBeforeOn: Int32Array
  readonly stateAfterOn: Int32Array
  readonly migrationOn: Int32Array
  readonly daysInCountry: Int32Array
}

/** Columns for a file of `rows` rows, with nothing decided yet. */
export function createOutcomeColumns(rows: number): OutcomeColumns {
  return {
    problems: new Uint8Array(rows),
    imputed: new Uint8Array(rows),
    stateBefore: new Int8Array(rows).fill(undecided),
    stateAfter: new Int8Array(rows).fill(undecided),
    migration: new Int8Array(rows).fill(undecided),
    stateBeforeOn: new Int32Array(rows).fill(never),
    stateAfterOn: new Int32Array(rows).fill(never),
    migrationOn: new Int32Array(rows).fill(never),
    daysInCountry: new Int32Array(rows),
  }
}

/** Writes one person's outcomes to the rows of the file they came from. */
export function placeOutcomes(
  columns: OutcomeColumns,
  fileRows: readonly number[],
  journey: RepairedJourney,
  outcomes: Outcomes,
): void {
  for (let row = 0; row < fileRows.length; row += 1) {
    const target = fileRows[row]!
    columns.problems[target] = journey.problems[row]!
    columns.imputed[target] = journey.imputed[row]!
    const place = journey.places[row]!
    if (place === -1) continue
    columns.stateBefore[target] = outcomes.stateBefore[place]!
    columns.stateAfter[target] = outcomes.stateAfter[place]!
    columns.migration[target] = outcomes.migration[place]!
    columns.stateBeforeOn[target] = outcomes.stateBeforeOn[place]!
    columns.stateAfterOn[target] = outcomes.stateAfterOn[place]!
    columns.migrationOn[target] = outcomes.migrationOn[place]!
    columns.daysInCountry[target] = outcomes.daysInCountry[place]!
  }
}
