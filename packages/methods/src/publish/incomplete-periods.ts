import type { CubeDomain, LevelReference } from '../measure/index.ts'

/** A period at the edge of a cube that holds fewer finer periods than the fullest one does. */
export interface IncompletePeriod {
  readonly code: string
  /** First and last finest period that it holds. */
  readonly from: string
  readonly to: string
}

/**
 * The first and the last period of a coarser level of time, where they hold only a part of what
 * their level holds elsewhere: a year of which a quarter has arrived must not be read as a year.
 */
export function incompletePeriods(
  domain: CubeDomain,
  { dimension, depth }: LevelReference,
): IncompletePeriod[] {
  const levels = domain[dimension.id]
  const [finest, own] = [levels?.[0], levels?.[depth]]
  if (dimension.kind !== 'time' || depth === 0 || !finest || !own) return []
  const parts = own.codes.map((): string[] => [])
  finest.codes.forEach((code, ordinal) => {
    // A year of unknown month is no part of a year.
    if (code !== own.codes[own.of[ordinal]!]) parts[own.of[ordinal]!]!.push(code)
  })
  const fullest = Math.max(...parts.map(({ length }) => length))
  const periods = own.codes.filter((code) => !code.startsWith('_'))
  return [...new Set([periods[0], periods.at(-1)])].flatMap((code) => {
    const held = code === undefined ? [] : parts[own.codes.indexOf(code)]!
    const [from, to] = [held[0], held.at(-1)]
    if (code === undefined || from === undefined || to === undefined) return []
    return held.length < fullest ? [{ code, from, to }] : []
  })
}
