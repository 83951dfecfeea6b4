import type { Mask } from './decision.ts'

/** A value as the lake writes it; dates and timestamps as ISO strings. */
export type FieldValue = string | number | bigint | boolean | null

/** How a field's values are written (`FieldType` of a record type). */
export type MaskedFieldType =
  'code' | 'text' | 'date' | 'timestamp' | 'integer' | 'decimal' | 'boolean' | 'period'

/** A value that was masked: missing is a value, and this one is missing on purpose. */
export interface MaskedValue {
  readonly value: string | null
  readonly status: 'confidential' | 'coarsened'
}

/**
 * A value as far as a mask lets it through.
 *
 * `withhold` gives nothing of it, not even whether it was there. `coarsen` gives the year of a date
 * or period, and the band of five of a whole number (an age, a birth year); what has no coarser form
 * (codes, texts, decimals) is withheld.
 *
 * @example maskValue('coarsen', 'date', '1987-03-14') // => { value: '1987', status: 'coarsened' }
 * @example maskValue('coarsen', 'integer', 37) // => { value: '35-39', status: 'coarsened' }
 * @example maskValue('withhold', 'code', 'HN') // => { value: null, status: 'confidential' }
 */
export function maskValue(mask: Mask, type: MaskedFieldType, value: FieldValue): MaskedValue {
  const coarse = mask === 'coarsen' && value !== null ? coarsen(type, value) : undefined
  return coarse === undefined
    ? { value: null, status: 'confidential' }
    : { value: coarse, status: 'coarsened' }
}

function coarsen(type: MaskedFieldType, value: string | number | bigint | boolean) {
  if (type === 'date' || type === 'timestamp' || type === 'period') {
    return /^\d{4}/.exec(String(value))?.[0]
  }
  if (type !== 'integer' || typeof value === 'boolean') return undefined
  const whole = Number(value)
  if (!Number.isSafeInteger(whole)) return undefined
  const low = Math.floor(whole / 5) * 5
  return low < 0 ? undefined : `${low}-${low + 4}`
}
