import { indicators } from '@caudal/methods/measure/indicators'
import type { GapMap } from '@caudal/methods/measure'
import type { TableResult } from '@caudal/methods/publish'
import type { GoalCell, GoalsPage } from '../../../../portal/src/release/index.ts'
import { compactObjective } from './compact-objectives.ts'
import { countryName } from './countries.ts'
import type { PageCubes } from './page-cubes.ts'

const cube = 'indicators'

/** The monitor of indicators: values from their cube where it is public, gaps from the gap map. */
export async function readGoals(
  cubes: PageCubes,
  region: readonly string[],
  gaps: GapMap,
): Promise<GoalsPage> {
  const { language } = cubes
  const found = cubes.find(cube)
  const isPublic = found?.filled === true
  const values = isPublic
    ? await cubes.table(cube, 'rows=indicator,country&columns=time')
    : undefined
  const known = new Set(gaps.countries.map(({ code }) => code))
  const shown = region.filter((code) => known.has(code))
  for (const code of known) if (!shown.includes(code)) shown.push(code)
  const latestGap = latestGaps(gaps)
  const rows = rowsOf(values)
  return {
    isPublic,
    known: isPublic ? await cubes.known(cube) : undefined,
    synthetic: gaps.synthetic,
    countries: shown.map((code) => ({ code, label: countryName(code, language) })),
    without: region.filter((code) => !known.has(code)).map((code) => countryName(code, language)),
    goals: indicators.map(({ id, title, unit, formula, source }) => ({
      id,
      formula: formula[language],
      source,
      title: title[language],
      unit: unit[language],
      compact: compactObjective(id)[language],
      cells: shown.map((country): GoalCell => {
        const key = `${id} ${country}`
        const series = rows.get(key) ?? []
        const at = series.findLastIndex(({ value }) => value !== null)
        const last = series[at]
        const gap = latestGap.get(last === undefined ? key : `${key} ${last.year}`)
        return {
          values: series.map(({ value }) => value),
          latest:
            last === undefined || last.value === null
              ? undefined
              : { value: last.value, year: last.year },
          status: gap?.status ?? (last === undefined ? 'missing' : 'available'),
          why: gap?.why ?? [],
        }
      }),
    })),
  }
}

/** Gaps of the whole (no breakdown): of each year, and of the last year under a key without one. */
function latestGaps(gaps: GapMap): Map<string, GapMap['cells'][number]> {
  const found = new Map<string, GapMap['cells'][number]>()
  for (const cell of gaps.cells) {
    if (cell.by !== '') continue
    const key = `${cell.indicator} ${cell.country}`
    found.set(`${key} ${cell.year}`, cell)
    const before = found.get(key)
    if (before === undefined || before.year < cell.year) found.set(key, cell)
  }
  return found
}

/** The years of each indicator and country; a year without a value keeps its place. */
function rowsOf(
  values: TableResult | undefined,
): Map<string, readonly { readonly year: string; readonly value: number | null }[]> {
  if (values === undefined) return new Map()
  const years = values.columnKeys.map(([year]) => year!)
  return new Map(
    values.rowKeys.map(([indicator, country], row) => [
      `${indicator} ${country}`,
      years.map((year, at) => ({
        year,
        value: values.values[row * years.length + at] ?? null,
      })),
    ]),
  )
}
