import {
  coverageIn,
  formatPercent,
  formatRound,
  inPeriod,
  isWhole,
  readLatest,
  shortUnit,
  type HomePage,
  type ReleaseEntry,
  type Words,
} from '../../../../portal/src/release/index.ts'
import {
  formatNumber,
  periodLabel,
  type CubeAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { countryName, mapCube, recordingPlace } from './countries.ts'
import { profileCubes } from './profile-sections.ts'
import type { PageCube, PageCubes } from './page-cubes.ts'
import type { SiteFiles } from './site-files.ts'

/** Changes that the home page names. */
const mostChanges = 5
/** Below that, per cent of a handful of people says more than it knows. */
const leastBase = 20

/** What the home page says of the public cubes and releases of a node. */
export async function readHome(
  cubes: PageCubes,
  region: readonly string[],
  releases: readonly ReleaseEntry[],
  files: SiteFiles,
  words: Words,
): Promise<HomePage> {
  const { language } = cubes
  const filled = cubes.all.filter((cube) => cube.filled)
  const map = mapCube(cubes)
  const [tiles, onMap, changes] = await Promise.all([
    Promise.all(filled.map((cube) => readTile(cubes, cube, words))),
    map === undefined ? undefined : readMap(cubes, map, words),
    readChanges(cubes, words),
  ])
  const received = filled
    .flatMap(({ answer }) => answer.updatedOn ?? [])
    .sort()
    .at(-1)
  return {
    synthetic: filled.some(({ answer }) => answer.synthetic),
    filled: filled.length > 0,
    world: files.world,
    mapTitle: onMap?.title ?? '',
    countries: region.map((code) => {
      const value = onMap?.values.get(code) ?? null
      return {
        code,
        value,
        label: countryName(code, language),
        href: `/${language}/countries/${code}`,
        said: value === null ? '–' : formatNumber(value, language),
      }
    }),
    tiles: tiles.flatMap((tile) => tile ?? []),
    changes,
    received: received === undefined ? [] : [words.home.updated(periodLabel(received, language))],
    releases,
    missing: await readMissing(cubes, region),
  }
}

/** Whether its first measure is one of a region, and not a list of figures in units of their own. */
const addsUp = ({ measures }: CubeAnswer) => !measures[0]!.notAdditiveOver.includes('country')

async function readTile(cubes: PageCubes, cube: PageCube, words: Words) {
  const { language } = cubes
  const { answer, coverage, years } = cube
  if (years === undefined || !addsUp(answer)) return undefined
  const result = await cubes.table(answer.id, `columns=${years}`)
  const latest = readLatest(result, coverageIn(result, coverage), words, language)
  if (latest === undefined) return undefined
  const about = inPeriod(latest.period, language)
  return {
    title: answer.title,
    label: answer.title,
    value: formatRound(latest.value, language, result.measure.decimals),
    unit: shortUnit(result.measure.unit),
    about: latest.change === undefined ? about : `${about}, ${latest.change}`,
    series: latest.years.filter(({ whole }) => whole).map(({ value }) => value),
    href: `/${language}/explore/${answer.id}`,
  }
}

async function readMap(cubes: PageCubes, { answer, years, lastYear }: PageCube, words: Words) {
  if (lastYear === undefined) return undefined
  const result = await cubes.table(answer.id, `rows=country&where=${years}:${lastYear}`)
  return {
    title: words.finding.at(answer.title, inPeriod(lastYear, cubes.language)),
    values: new Map(result.rowKeys.map(([code], row) => [code!, result.values[row] ?? null])),
  }
}

/** The greatest changes between the last two whole years, dataset by dataset and country by country. */
async function readChanges(cubes: PageCubes, words: Words): Promise<HomePage['changes']> {
  const { language } = cubes
  const found = await Promise.all(
    cubes.all.map(async ({ answer, filled, coverage: ofCube, years }) => {
      const byCountry = answer.dimensions.some(({ id }) => id === 'country')
      if (!filled || years === undefined || !byCountry || answer.id === 'population') return []
      if (!addsUp(answer)) return []
      const table = `rows=country&columns=${years}`
      const result = await cubes.table(answer.id, table)
      const periods = result.columnKeys.map(([code]) => code!)
      const coverage = coverageIn(result, ofCube)
      const at = periods.findLastIndex((period) => isWhole(period, coverage))
      const before = at - 1
      if (before < 0 || !isWhole(periods[before]!, coverage)) return []
      return result.rowKeys.flatMap(([code], row) => {
        const [value, base] = [cellOf(result, row, at), cellOf(result, row, before)]
        if (value === null || base === null || base < leastBase || value === base) return []
        // Whoever sent nothing of a whole year has not told that nothing happened.
        if (value === 0) return []
        if (code!.startsWith('_')) return []
        const change = value / base - 1
        const subject = `${answer.title}, ${countryName(code!, language)}`
        const say = change > 0 ? words.finding.up : words.finding.down
        const [now, then] = [periods[at]!, periods[before]!].map((each) => inPeriod(each, language))
        return [
          {
            size: Math.abs(Math.log(value / base)),
            said: say(subject, formatPercent(Math.abs(change), language), now!, then!),
            href: `/${language}/explore/${answer.id}?rows=country&columns=${years}&where=country:${code}&view=line`,
          },
        ]
      })
    }),
  )
  return found
    .flat()
    .sort((a, b) => b.size - a.size)
    .slice(0, mostChanges)
    .map(({ said, href }) => ({ said, href }))
}

const cellOf = (result: TableResult, row: number, column: number): number | null =>
  result.values[row * result.columnKeys.length + column] ?? null

/** Countries of the region without any record, datasets without some of the others, records not counted yet. */
async function readMissing(
  cubes: PageCubes,
  region: readonly string[],
): Promise<HomePage['missing']> {
  const { language } = cubes
  const t = missingWords[language]
  // What no page of a country shows is not missed here.
  const regional = cubes.all.filter(({ answer }) => profileCubes.has(answer.id))
  const known = new Map<string, ReadonlySet<string>>()
  for (const { answer, filled } of regional) {
    const place = recordingPlace(answer)
    if (!filled || place === undefined) continue
    const { rowKeys } = await cubes.table(answer.id, `rows=${place}`)
    known.set(answer.id, new Set(rowKeys.map(([code]) => code!)))
  }
  const nowhere = region.filter((code) => ![...known.values()].some((codes) => codes.has(code)))
  const named = (codes: readonly string[]) =>
    new Intl.ListFormat(language).format(codes.map((code) => countryName(code, language)))
  const found = regional.flatMap(({ answer, filled }) => {
    if (!filled) return [{ said: t.lacking(answer.title), advice: '' }]
    const without = region.filter(
      (code) => !nowhere.includes(code) && known.get(answer.id)?.has(code) === false,
    )
    return [
      ...(answer.state === 'stale'
        ? [{ said: t.stale(answer.title), advice: answer.stateReason?.advice ?? '' }]
        : []),
      ...(without.length > 0
        ? [{ said: t.without(answer.title, named(without)), advice: '' }]
        : []),
    ]
  })
  return [
    ...(nowhere.length > 0 ? [{ said: t.nowhere(named(nowhere)), advice: '' }] : []),
    ...found,
  ]
}

const missingWords: Readonly<
  Record<
    Language,
    {
      readonly lacking: (dataset: string) => string
      readonly stale: (dataset: string) => string
      readonly without: (dataset: string, countries: string) => string
      readonly nowhere: (countries: string) => string
    }
  >
> = {
  es: {
    lacking: (dataset) => `${dataset}: ningún registro.`,
    stale: (dataset) => `${dataset}: han llegado registros que aún no se han contado.`,
    without: (dataset, countries) => `${dataset}: sin registros de ${countries}.`,
    nowhere: (countries) => `Ningún registro propio de ${countries}.`,
  },
  en: {
    lacking: (dataset) => `${dataset}: no records at all.`,
    stale: (dataset) => `${dataset}: records have arrived that are not counted yet.`,
    without: (dataset, countries) => `${dataset}: no records of ${countries}.`,
    nowhere: (countries) => `No records of their own: ${countries}.`,
  },
  fr: {
    lacking: (dataset) => `${dataset} : aucun enregistrement.`,
    stale: (dataset) =>
      `${dataset} : des enregistrements sont arrivés et ne sont pas encore comptés.`,
    without: (dataset, countries) => `${dataset} : aucun enregistrement pour ${countries}.`,
    nowhere: (countries) => `Aucun enregistrement propre : ${countries}.`,
  },
}
