/** A figure of a period as one release gave it. */
export interface VintageFigure {
  /** Ordinal of the period: months, quarters or years counted on. */
  readonly period: number
  /** Ordinal of the release; a later one replaces an earlier. */
  readonly release: number
  /** Null where the release says nothing of the period. */
  readonly value: number | null
}

export interface Growth {
  readonly period: number
  /** By the latest release of each of the two periods, in %; null where one is missing or the base is 0. */
  readonly latestPercent: number | null
  /** As it stood when the period was first released, the base as that release or an earlier one had it, in %. */
  readonly firstPercent: number | null
  /** Latest − first value of the period, in its own unit. */
  readonly revision: number | null
}

/**
 * Change on an earlier period with its revisions: as known now, and as it was first told.
 *
 * @param lag periods back: 1 for the period before, 12 for the same month of the year before
 */
export function growth(figures: readonly VintageFigure[], lag: number): Growth[] {
  const byPeriod = new Map<number, VintageFigure[]>()
  for (const figure of figures) {
    if (figure.value === null) continue
    const told = byPeriod.get(figure.period) ?? []
    told.push(figure)
    byPeriod.set(figure.period, told)
  }
  for (const told of byPeriod.values()) told.sort((a, b) => a.release - b.release)
  return [...byPeriod]
    .sort(([a], [b]) => a - b)
    .map(([period, told]) => {
      const first = told[0]!
      const latest = told.at(-1)!
      const base = byPeriod.get(period - lag) ?? []
      const baseThen = base.findLast(({ release }) => release <= first.release)
      return {
        period,
        latestPercent: percentChange(latest.value, base.at(-1)?.value),
        firstPercent: percentChange(first.value, baseThen?.value),
        revision: latest.value! - first.value!,
      }
    })
}

function percentChange(value: number | null, base: number | null | undefined): number | null {
  if (value === null || base === null || base === undefined || base === 0) return null
  return ((value - base) / base) * 100
}
