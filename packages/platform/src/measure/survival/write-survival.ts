import { csvLine } from '@caudal/methods/measure'
import { kaplanMeier, medianSurvival } from '@caudal/methods/measure/survival'

/** Stays of one group, by how long they lasted. */
export interface GroupOfStays {
  readonly key: readonly string[]
  /** Days. */
  readonly times: readonly number[]
  /** 1 where they ended, 0 where observation ended first. */
  readonly ended: readonly number[]
  /** How many stays each entry stands for; one where it is not said. */
  readonly counts?: readonly number[]
}

/**
 * Writes the survival of stays, a line for each time at which one ended.
 *
 * @returns the median of each group in days, null where more than half last longer
 */
export async function writeSurvival(
  groups: readonly GroupOfStays[],
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<(number | null)[]> {
  const lines = [csvLine([...by, 'time', 'at_risk', 'ended', 'survival', 'standard_error'])]
  const medians = groups.map(({ key, times, ended, counts }) => {
    const steps = kaplanMeier(times, ended, counts)
    for (const { time, atRisk, ended: ends, survival, variance } of steps) {
      lines.push(csvLine([...key, time, atRisk, ends, survival, Math.sqrt(variance)]))
    }
    return medianSurvival(steps)
  })
  await write(lines.join(''))
  return medians
}
