import { protectMethodRefusals } from '../refusals.ts'
import { nameCell, type Programme } from './programme.ts'

/**
 * What is known of every cell of a programme before protection. Values are whole numbers: amounts
 * come in their smallest unit, because figures that add up exactly are what an attacker uses.
 */
export interface Figures {
  readonly values: Float64Array
  /** Persons behind each cell. */
  readonly contributors: Float64Array
  /** Of them those whose contribution is not nothing, where amounts may be: a change of a cell tells of no others. */
  readonly giving?: Float64Array
  /** `largest[0]` holds the largest contribution of a person to each cell, `largest[1]` the second, … */
  readonly largest: readonly Float64Array[]
  /** The person behind a cell of one contributor; undefined elsewhere, or where unknown. */
  readonly sole: readonly (string | undefined)[]
  /** Names in `sole` of whom the source does not tell whether they are one person: see `possiblyOnePerson`. */
  readonly mayBeOne?: readonly (readonly string[])[]
  /** What every person contributes to each cell, where they are few enough to be asked one by one. */
  readonly parts?: readonly ReadonlyMap<string, number>[]
  /** 1 where a cell was marked sensitive by its source. */
  readonly marked?: Uint8Array
  /**
   * What a cell needs beside the rules, so that its difference from an earlier release stays open; 0
   * where nothing.
   */
  readonly needs?: Float64Array
}

/**
 * Checks that every margin equals the sum of its parts.
 *
 * @throws the refusal `tables-do-not-add-up` with the first margin that does not
 */
export function checkAdditivity(
  programme: Programme,
  values: Float64Array,
  tableName: string,
  show: (value: number) => string = String,
): void {
  const { starts, cells, count } = programme.relations
  for (let relation = 0; relation < count; relation += 1) {
    const first = starts[relation]!
    let sum = 0
    for (let at = first + 1; at < starts[relation + 1]!; at += 1) sum += values[cells[at]!]!
    const margin = cells[first]!
    if (sum !== values[margin]!) {
      throw protectMethodRefusals.refuse('tables-do-not-add-up', {
        table: tableName,
        margin: nameCell(programme, margin),
        total: show(values[margin]!),
        sum: show(sum),
      })
    }
  }
}
