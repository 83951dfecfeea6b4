/** A figure of a period as one release gave it. */
export interface VintageFigure {
  /** Ordinal of the period: months, quarters, half-years or years counted on. */
  readonly period: number
  /** Ordinal of the release; a later one replaces an earlier. */
  readonly release: number
  /** Null where the release says nothing of the period. */
  readonly value: number | null
}

export interface GrowthOptions {
  /** Periods in a year: 1, 2, 4 or 12. */
  readonly perYear: number
  /** Periods from which on figures do not compare with those before. */
  readonly breaks?: readonly number[]
}

/** What growth is counted from: the period before, the same period of the year before, the first period. */
export type GrowthBase = 'previous' | 'year' | 'average'

/** A period and its growth as one release tells them, what earlier ones told of other periods taken along. */
export interface GrowthAsTold {
  readonly release: number
  readonly value: number
  /** On the period before, in %; null where that is missing or 0. */
  readonly previousPercent: number | null
  /** On the same period of the year before, in %. */
  readonly yearPercent: number | null
  /** A year, on average since the first period, in %; null where that is less than a year back. */
  readonly averagePercent: number | null
}

export interface Growth {
  readonly period: number
  /** As it stood when the period was first released, and after every release that changed something of it. */
  readonly told: readonly GrowthAsTold[]
  /** Latest − first value of the period, in its own unit. */
  readonly revision: number
  /** The growths that reach over a break: to be shown with a mark, or not at all. */
  readonly overBreak: readonly GrowthBase[]
}

/**
 * Growth with its revisions: as each period was first told, as known after every release that changed
 * it or what it is compared with, and as the last of them leaves it.
 *
 * ```math
 * g = 100 \left(\frac{Y_t}{Y_{t-k}} - 1\right), \qquad
 * \bar g = 100 \left(\left(\frac{Y_t}{Y_0}\right)^{m / t} - 1\right)
 * ```
 *
 * with `m` periods in a year. Both values are of one release: a figure of today is never compared with
 * what was known of its base yesterday.
 *
 * @see OECD, Growth rates in the Economic Outlook database, equations 1 and 2; OECD (2007), Data and Metadata
 *   Reporting and Presentation Handbook, section 4.2
 */
export function growth(
  figures: readonly VintageFigure[],
  { perYear, breaks = [] }: GrowthOptions,
): Growth[] {
  const byPeriod = new Map<number, VintageFigure[]>()
  for (const figure of figures) {
    if (figure.value === null) continue
    const told = byPeriod.get(figure.period) ?? []
    told.push(figure)
    byPeriod.set(figure.period, told)
  }
  for (const told of byPeriod.values()) told.sort((a, b) => a.release - b.release)
  const periods = [...byPeriod.keys()].sort((a, b) => a - b)
  const start = periods[0]!
  return periods.map((period) => {
    const bases = [period - 1, period - perYear, start]
    const first = byPeriod.get(period)![0]!.release
    const releases = [period, ...bases]
      .flatMap((each) => byPeriod.get(each) ?? [])
      .flatMap(({ release }) => (release >= first ? [release] : []))
    const told = [...new Set(releases)]
      .sort((a, b) => a - b)
      .map((release): GrowthAsTold => {
        const at = (each: number) =>
          byPeriod.get(each)?.findLast((figure) => figure.release <= release)?.value ?? null
        const value = at(period)!
        return {
          release,
          value,
          previousPercent: percentChange(value, at(period - 1)),
          yearPercent: percentChange(value, at(period - perYear)),
          averagePercent: averageChange(value, at(start), (period - start) / perYear),
        }
      })
    const from = { previous: period - 1, year: period - perYear, average: start }
    return {
      period,
      told,
      revision: told.at(-1)!.value - told[0]!.value,
      overBreak: (['previous', 'year', 'average'] as const).filter((base) =>
        breaks.some((each) => from[base] < each && each <= period),
      ),
    }
  })
}

function percentChange(value: number, base: number | null): number | null {
  return base === null || base === 0 ? null : ((value - base) / Math.abs(base)) * 100
}

function averageChange(value: number, base: number | null, years: number): number | null {
  if (base === null || base <= 0 || value < 0 || years < 1) return null
  return ((value / base) ** (1 / years) - 1) * 100
}
