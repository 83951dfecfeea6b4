import { monthSpan } from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { formatNumber, periodLabel } from '@caudal/methods/publish'
import {
  formatRound,
  inPeriod,
  readLatest,
  shortUnit,
  isPeriod,
  type CountryPage,
  type DatasetCoverage,
  type Lack,
  type Mirror,
  type PageSection,
  type ReleaseEntry,
  type SiteFigure,
  type Tile,
  type Words,
} from '../../../../portal/src/release/index.ts'
import { citedOnce } from './cited-once.ts'
import { countryName, recordingPlace } from './countries.ts'
import { readMunicipalities } from './municipalities.ts'
import { listReturnMonths } from './returns-sheet.ts'
import type { AskedFigure, PageCube, PageCubes } from './page-cubes.ts'
import { profileSections, type ProfileFigure } from './profile-sections.ts'

/** Numbers at the top of a profile. */
const headlines: readonly { readonly cube: string; readonly where: string }[] = [
  { cube: 'movements', where: 'country:{place};direction:arrival' },
  { cube: 'movements', where: 'country:{place};direction:departure' },
  { cube: 'un-migrant-stock', where: 'destination:{place}' },
  { cube: 'un-migrant-stock', where: 'origin:{place}' },
  { cube: 'permits', where: 'country:{place}' },
  { cube: 'returns', where: 'country:{place}' },
  { cube: 'incidents', where: 'country:{place}' },
  { cube: 'banxico-remittances', where: 'country:{place};flow:remittances-received' },
]

/** Monthly sheets that a profile leads to. */
const mostSheets = 12

/** Holes that are named; of more their number stands for the others. */
const namedHoles = 6

/** The profile of a country from the public cubes of a node. */
export async function readCountry(
  cubes: PageCubes,
  code: string,
  releases: readonly ReleaseEntry[],
  mirror: Mirror | undefined,
  words: Words,
  book: CodeListBook,
): Promise<CountryPage> {
  const sections = await Promise.all(
    profileSections.map(async ({ id, title, lead, figures }): Promise<PageSection> => {
      const found = await Promise.all(
        figures.map(async (figure) => ({
          figure,
          drawn: await cubes.figure(fill(figure, code, cubes.language)),
        })),
      )
      return {
        id,
        title: title[cubes.language],
        lead: lead[cubes.language],
        figures: found.flatMap(({ drawn }) => drawn ?? []),
        lacks: lacksOf(found, code, cubes),
      }
    }),
  )
  const tiles = await Promise.all(headlines.map((each) => readHeadline(cubes, each, code, words)))
  const coverage = await Promise.all(cubes.all.map((cube) => readCoverage(cubes, cube, code)))
  const [months, municipalities] = await Promise.all([
    listReturnMonths(cubes, code),
    readMunicipalities(cubes, code, book),
  ])
  const shown = sections.flatMap(({ figures }) => figures)
  return {
    code,
    label: countryName(code, cubes.language),
    synthetic: shown.some(({ result }) => result.synthetic),
    tiles: tiles.flatMap((tile) => tile ?? []),
    sections,
    coverage: coverage.flatMap((each) => each ?? []),
    releases,
    mirror,
    months: months
      .slice(-mostSheets)
      .toReversed()
      .map((month) => ({ month, label: periodLabel(month, cubes.language) })),
    hasMunicipalities: municipalities.departments.length > 0,
    sources: citedOnce(
      shown.flatMap(({ result }) => result.sources.map(({ citation }) => citation)),
    ),
  }
}

function fill(figure: ProfileFigure, code: string, language: Language): AskedFigure {
  const { caption, ...asked } = figure
  return {
    ...asked,
    table: written(figure.table, code),
    ...(caption && { caption: caption[language] }),
  }
}

const written = (text: string, code: string) => text.replaceAll('{place}', code)

/** What a section misses: datasets that are not here, and those that have nothing of the country. */
function lacksOf(
  found: readonly { readonly figure: ProfileFigure; readonly drawn: SiteFigure | undefined }[],
  code: string,
  cubes: PageCubes,
): Lack[] {
  const shown = new Set(found.flatMap(({ figure, drawn }) => (drawn ? [figure.cube] : [])))
  // A cube that has records, and none of a whole year: said once. Where it has nothing of the country, that is said.
  const hasNothing = (cube: string) =>
    found.some(
      ({ figure, drawn }) =>
        figure.cube === cube && !drawn && cubes.lack(cube, figure.table) === undefined,
    )
  const incomplete = new Map(
    found.flatMap(({ figure: { cube, table }, drawn }) => {
      const isTold = drawn === undefined && cubes.find(cube)?.filled === true && !hasNothing(cube)
      const lack = isTold ? cubes.lack(cube, table) : undefined
      return lack === undefined ? [] : [[cube, lack] as const]
    }),
  )
  const without = new Set(
    found
      .map(({ figure }) => figure.cube)
      .filter((cube) => !shown.has(cube) && !incomplete.has(cube)),
  )
  const others = [...without].flatMap((cube) => {
    const lack = cubes.lack(cube)
    if (lack !== undefined) return [lack]
    const known = cubes.find(cube)
    if (known === undefined) return [hidden[cubes.language]]
    const what = nothingOf[cubes.language](known.answer.title, countryName(code, cubes.language))
    return [{ what, advice: '' }]
  })
  return [...incomplete.values(), ...others]
}

const nothingOf = {
  es: (dataset: string, country: string) => `${dataset}: nada de ${country}.`,
  en: (dataset: string, country: string) => `${dataset}: nothing of ${country}.`,
  fr: (dataset: string, country: string) => `${dataset} : rien pour ${country}.`,
} as const

/** Of figures that wait for protection nothing is said but how they come out. */
const hidden = {
  es: {
    what: 'Cifras que aún no son públicas.',
    advice: 'Aparecerán en una publicación revisada.',
  },
  en: { what: 'Figures that are not public yet.', advice: 'They come out in a reviewed release.' },
  fr: {
    what: 'Chiffres qui ne sont pas encore publics.',
    advice: 'Ils paraîtront dans une publication révisée.',
  },
} as const

async function readHeadline(
  cubes: PageCubes,
  { cube, where }: (typeof headlines)[number],
  code: string,
  words: Words,
): Promise<Tile | undefined> {
  const { language } = cubes
  const found = cubes.find(cube)
  if (!found?.filled || found.years === undefined) return undefined
  const held = written(where, code)
  const figure = await cubes.figure({
    id: '',
    cube,
    table: `columns=${found.years}&where=${held}`,
  })
  if (figure === undefined) return undefined
  const { result, coverage } = figure
  const latest = readLatest(result, coverage, words, language)
  if (latest === undefined) return undefined
  // What parts the figure from others of its cube: "Arrivals", "Country of origin: Honduras".
  const parts = result.filters.flatMap(({ dimension, label, values }) =>
    dimension === 'country' ? [] : [dimension === 'direction' ? values.join() : label],
  )
  const about = inPeriod(latest.period, language)
  return {
    label: [result.measure.label, ...parts].join(' · '),
    value: formatRound(latest.value, language, result.measure.decimals),
    unit: shortUnit(result.measure.unit),
    about: latest.change === undefined ? about : `${about}, ${latest.change}`,
    series: latest.years.filter(({ whole }) => whole).map(({ value }) => value),
    href: `/${language}/explore/${cube}?columns=${found.years}&where=${held}&view=line`,
  }
}

/** From when to when a dataset knows a country, and the months between without a record. */
async function readCoverage(
  cubes: PageCubes,
  { answer, filled, timeIds }: PageCube,
  code: string,
): Promise<DatasetCoverage | undefined> {
  const { language } = cubes
  const [id] = timeIds
  const levels = answer.dimensions.find((dimension) => dimension.id === id)?.levels ?? []
  // By month where days are known: a day without records is no gap.
  const time = (levels.find((level) => level.id === `${id}.month`) ?? levels[0])?.id
  const place = recordingPlace(answer)
  if (!filled || time === undefined || place === undefined) return undefined
  const table = `rows=${time}&where=${place}:${code}`
  const figure = await cubes.figure({ id: '', cube: answer.id, table })
  if (figure === undefined) return undefined
  const { result } = figure
  const known = result.rowKeys
    .flatMap(([period], row) => ((result.values[row] ?? 0) === 0 ? [] : [period!]))
    .filter(isPeriod)
    .sort()
  const [first, last] = [known[0], known.at(-1)]
  if (first === undefined || last === undefined) return undefined
  const holes = holesBetween(known)
  const named = (holes ?? []).slice(0, namedHoles).map((period) => periodLabel(period, language))
  const rest = (holes?.length ?? 0) - named.length
  return {
    title: answer.title,
    href: `/${language}/explore/${answer.id}?where=${place}:${code}`,
    from: periodLabel(first, language),
    to: periodLabel(last, language),
    holes:
      holes === undefined
        ? '–'
        : holes.length === 0
          ? noHoles[language]
          : [...named, ...(rest > 0 ? [`+ ${formatNumber(rest, language)}`] : [])].join(', '),
  }
}

const noHoles = { es: 'ninguno', en: 'none', fr: 'aucun' } as const

/** Months from the first to the last that have no record; undefined where its periods are not months. */
function holesBetween(known: readonly string[]): string[] | undefined {
  if (!/^\d{4}-\d{2}$/.test(known[0]!)) return undefined
  const [from] = monthSpan(known[0]!)!
  const [, to] = monthSpan(known.at(-1)!)!
  const have = new Set(known)
  return Array.from({ length: to - from + 1 }, (_, at) => {
    const month = from + at
    return `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`
  }).filter((month) => !have.has(month))
}
