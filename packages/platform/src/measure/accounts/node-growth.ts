import {
  coarsenPeriod,
  levelCodes,
  type GrowthAnswer,
  type GrowthLevel,
  type GrowthRow,
} from '@caudal/methods/measure'
import { growth, type GrowthAsTold, type VintageFigure } from '@caudal/methods/measure/accounts'
import { labelOf, type Language } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { cubeQuestion } from '../cube-question.ts'
import { figuresByRow, openBuilt, type Asker, type ShownFigures } from '../shown-figures.ts'
import { readPeriod } from './read-figure.ts'
import { accountRefusals } from './refusals.ts'

export interface GrowthQuestion {
  readonly country?: string | undefined
  readonly direction: 'arrival' | 'departure'
  readonly level: GrowthLevel
}

const perYear: Readonly<Record<GrowthLevel, number>> = { month: 12, quarter: 4, year: 1 }

/** The series that provisional figures are of: a break in one of them is a break in theirs. */
const sameSeries = ['migration-estimates', 'migrations', 'movements']

/** What a release knew of a month. */
interface Told {
  readonly value: number
  readonly isFinal: boolean
}

/**
 * The growth of the migrations of a country as its releases told it: first and latest, on the period before and
 * on the year before, with the revision. A quarter or a year is told by a release that knows all of its months.
 * What releases show to whoever asks is what the table of provisional figures shows.
 *
 * @throws Refusal `measure.growth-country-unknown`, and those of tables
 */
export async function readNodeGrowth(
  figures: ShownFigures,
  asker: Asker,
  question: GrowthQuestion,
  language: Language,
): Promise<GrowthAnswer> {
  const { direction, level } = question
  const open = await openBuilt(figures, 'migration-estimates')
  const list = getCodeList('countries')
  const codes = open
    ? levelCodes(open.manifest.domain, 'country', 0).filter((code) => code !== '_U')
    : []
  const country = question.country ?? codes[0] ?? null
  const asked = { country, direction, level }
  const countries = codes.map((code) => ({ code, label: labelOf(list, code, language) }))
  if (open === undefined || country === null) {
    return { ...asked, countries, rows: [], breaks: [], protection: 'none', synthetic: false }
  }
  if (!codes.includes(country)) {
    throw accountRefusals.refuse('growth-country-unknown', {
      country: country.slice(0, 20),
      valid: codes.join(', '),
    })
  }
  const query = cubeQuestion(open, 'estimate', ['release', 'time', 'figure_status'], {
    country: [country],
    direction: [direction],
  })
  const { answer, regime } = await figures.ask(asker, open, query)
  const byRelease = new Map<string, Map<string, Told>>()
  for (const [key, { value }] of figuresByRow(answer)) {
    const [release, month, status] = key.split(' ') as [string, string, string]
    if (value === null) continue
    const own = byRelease.get(release) ?? new Map<string, Told>()
    byRelease.set(release, own.set(month, { value, isFinal: status === 'final' }))
  }
  const releases = [...byRelease.keys()].toSorted()
  const others = await Promise.all(sameSeries.map((id) => openBuilt(figures, id)))
  const breaks = others
    .flatMap((each) => each?.breaks ?? [])
    .filter((each) => each.country === country)
  const { told, finals } = tellPeriods(releases, byRelease, level)
  const found = growth(told, {
    perYear: perYear[level],
    breaks: breaks.map(({ from }) => {
      const period = readPeriod(from.slice(0, 7), 'from')
      return Math.floor((period.ordinal / period.perYear) * perYear[level])
    }),
  })
  return {
    ...asked,
    countries,
    protection: regime,
    synthetic: open.manifest.synthetic,
    breaks: breaks.map(({ from, reason, source }) => ({ from, reason: reason[language], source })),
    rows: found.map((each): GrowthRow => ({
      period: periodName(each.period, level),
      first: tellGrowth(each.told[0]!, releases),
      latest: tellGrowth(each.told.at(-1)!, releases),
      revision: each.revision,
      overBreak: each.overBreak.filter((base) => base !== 'average'),
      isFinal: finals.has(each.period),
    })),
  }
}

/** The figures of periods as each release tells them, months that earlier ones told taken along. */
function tellPeriods(
  releases: readonly string[],
  byRelease: ReadonlyMap<string, ReadonlyMap<string, Told>>,
  level: GrowthLevel,
): { told: VintageFigure[]; finals: Set<number> } {
  const known = new Map<string, Told>()
  const last = new Map<number, number>()
  const finals = new Set<number>()
  const told: VintageFigure[] = []
  const monthsIn = 12 / perYear[level]
  releases.forEach((release, at) => {
    for (const [month, figure] of byRelease.get(release)!) known.set(month, figure)
    const periods = new Map<string, Told[]>()
    for (const [month, figure] of known) {
      const period = level === 'month' ? month : coarsenPeriod(month, level)!
      periods.set(period, [...(periods.get(period) ?? []), figure])
    }
    for (const [period, months] of periods) {
      if (months.length < monthsIn) continue
      const { ordinal } = readPeriod(period, 'period')
      const value = months.reduce((sum, month) => sum + month.value, 0)
      if (months.every(({ isFinal }) => isFinal)) finals.add(ordinal)
      if (last.get(ordinal) === value) continue
      last.set(ordinal, value)
      told.push({ period: ordinal, release: at, value })
    }
  })
  return { told, finals }
}

const tellGrowth = (
  { release, value, previousPercent, yearPercent }: GrowthAsTold,
  releases: readonly string[],
) => ({ release: releases[release]!, value, previousPercent, yearPercent })

function periodName(ordinal: number, level: GrowthLevel): string {
  const of = perYear[level]
  const [year, place] = [Math.floor(ordinal / of), (ordinal % of) + 1]
  if (level === 'year') return String(year)
  return level === 'quarter' ? `${year}-Q${place}` : `${year}-${String(place).padStart(2, '0')}`
}
