import { aliasTable, drawIndex, type AliasTable } from './alias-table.ts'
import type { RandomGenerator } from './random-generator.ts'

/** Values with weights, prepared for drawing. */
export interface Choice<Value> {
  readonly values: readonly Value[]
  readonly table: AliasTable
}

/** Prepares pairs of value and weight; weights need not add up to 1. */
export function choiceOf<Value>(
  entries: readonly (readonly [value: Value, weight: number])[],
): Choice<Value> {
  return {
    values: entries.map(([value]) => value),
    table: aliasTable(entries.map(([, weight]) => weight)),
  }
}

/** One of the values, drawn with the probability of its weight. */
export function drawChoice<Value>(choice: Choice<Value>, random: RandomGenerator): Value {
  return choice.values[drawIndex(choice.table, random)]!
}
