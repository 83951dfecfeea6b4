import type { Text } from '../../vocabulary/index.ts'

/** One input row of an indicator: by column, empty as null. */
export type IndicatorRow = Readonly<Record<string, string | null>>

export interface IndicatorInput {
  /** Column of the file. */
  readonly column: string
  readonly meaning: Text
  readonly kind: 'number' | 'code'
  /** For codes: what may stand there. */
  readonly codes?: readonly string[]
  /** Where absent it is taken as said in the meaning; an input that is needed makes a gap. */
  readonly isOptional?: boolean
}

/** A value, or why there is none: a gap is never a zero. */
export type IndicatorValue =
  | { readonly value: number; readonly part: string; readonly note?: string }
  | { readonly value: null; readonly part: string; readonly missing: readonly string[] }

/**
 * An indicator: what it says, from what, by which document. `measure` is given the rows of one
 * cell (a country and year, say) and answers with one value, or with several parts.
 */
export interface Indicator {
  readonly id: string
  readonly title: Text
  readonly unit: Text
  /** In words of its inputs. */
  readonly formula: Text
  readonly source: string
  /** What it is broken down by where inputs allow. */
  readonly disaggregations: readonly string[]
  readonly inputs: readonly IndicatorInput[]
  readonly measure: (rows: readonly IndicatorRow[]) => readonly IndicatorValue[]
}

/** The one value of most indicators. */
export function only(value: number, note?: string): IndicatorValue[] {
  return [note === undefined ? { value, part: '' } : { value, part: '', note }]
}

/** A gap: which inputs it lacks. */
export function gap(...missing: readonly string[]): IndicatorValue[] {
  return [{ value: null, part: '', missing }]
}
