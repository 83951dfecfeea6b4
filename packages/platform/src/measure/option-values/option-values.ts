import { dayOfIso, isoDay } from '@caudal/methods/numerics'
import { optionRefusals } from './refusals.ts'

/** A date of the command line as days since 1970-01-01. @throws Refusal `measure.day-unreadable` */
export function readDay(text: string, option: string): number {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(text) ? dayOfIso(text) : Number.NaN
  if (Number.isNaN(day) || isoDay(day) !== text) {
    throw optionRefusals.refuse('day-unreadable', { text, option })
  }
  return day
}

/** A whole number of the command line. @throws Refusal `measure.number-unreadable` */
export function readWhole(text: string, option: string): number {
  if (!/^\d{1,9}$/.test(text)) {
    throw optionRefusals.refuse('number-unreadable', { text, option })
  }
  return Number(text)
}

/** `--observed-until` and `--observed-from`. @throws Refusal where the one is not after the other */
export function readObservation(until: string, from: string | undefined) {
  const observedUntil = readDay(until, '--observed-until')
  const observedFrom = from === undefined ? undefined : readDay(from, '--observed-from')
  if (observedFrom !== undefined && observedFrom >= observedUntil) {
    throw optionRefusals.refuse('observation-empty', { from: from!, until })
  }
  return { observedUntil, observedFrom }
}
