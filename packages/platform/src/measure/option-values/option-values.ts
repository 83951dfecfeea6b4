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

/**
 * The days of release, in order, the end of observation among them. A release sees what was observed
 * until its day: of a later one nothing is known.
 *
 * @throws Refusal `measure.release-unobserved`
 */
export function readReleases(
  texts: readonly string[],
  { observedUntil, observedFrom }: ReturnType<typeof readObservation>,
): number[] {
  const releases = texts.map((text) => {
    const release = readDay(text, '--release')
    if (release > observedUntil || (observedFrom !== undefined && release <= observedFrom)) {
      const from = observedFrom === undefined ? '…' : isoDay(observedFrom)
      throw optionRefusals.refuse('release-unobserved', {
        release: text,
        span: `${from} – ${isoDay(observedUntil)}`,
      })
    }
    return release
  })
  return [...new Set([...releases, observedUntil])].sort((a, b) => a - b)
}
