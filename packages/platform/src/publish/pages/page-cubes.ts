import {
  latestSpec,
  coverageIn,
  coverageOf,
  isPeriod,
  isWhole,
  levelOfCoverage,
  type Coverage,
  type Lack,
  type SiteFigure,
} from '../../../../portal/src/release/index.ts'
import { monthSpan } from '@caudal/methods/measure'
import {
  parseTableSpec,
  type CubeAnswer,
  type ProvenanceAnswer,
  type TableResult,
} from '@caudal/methods/publish'
import { Refusal, type Language } from '@caudal/methods/vocabulary'
import { anonymous } from '@caudal/methods/govern'
import type { PublishService, Reader } from '../service.ts'

/** Pages are the same for everybody: they are read as somebody whom nobody knows. */
export const anybody: Reader = async () => anonymous

/** A cube that everybody may read, with what a page must know before it asks for a table. */
export interface PageCube {
  readonly answer: CubeAnswer
  readonly filled: boolean
  readonly coverage: Coverage | undefined
  readonly timeIds: ReadonlySet<string>
  /** The coarsest level of its time, as a specification writes it. */
  readonly years: string | undefined
  /** The last year, or other coarsest period, that its records fill. */
  readonly lastYear: string | undefined
}

/** The public cubes of a node, seen in one language: what pages are made from. */
export interface PageCubes {
  readonly language: Language
  readonly all: readonly PageCube[]
  find(id: string): PageCube | undefined
  table(cube: string, written: string): Promise<TableResult>
  known(cube: string): Promise<ProvenanceAnswer>
  /** A figure of a table; undefined where it has no number in it, or is of a whole year and there is none. */
  figure(asked: AskedFigure): Promise<SiteFigure | undefined>
  /** What a page says where a cube has nothing for it, or no whole year for a table of one. */
  lack(cube: string, table?: string): Lack | undefined
}

export interface AskedFigure {
  readonly id: string
  readonly cube: string
  /**
   * As in the address of a page: `rows=time.year&columns=direction`; `{year}` stands for the last year that the
   * records of its cube fill.
   */
  readonly table: string
  readonly draw?: SiteFigure['draw']
  readonly caption?: string
}

/** Reads what everybody may read; figures before protection are not among it. */
export async function readPageCubes(
  service: PublishService,
  language: Language,
): Promise<PageCubes> {
  const { cubes } = await (await service.listCubes(anybody, language)).answer()
  const all = await Promise.all(cubes.map((answer) => readCube(service, answer, language)))
  const find = (id: string) => all.find(({ answer }) => answer.id === id)
  const known = async (cube: string) =>
    (await service.getProvenance(anybody, cube, language)).answer()
  const table = (cube: string, written: string) =>
    service.measureTable(anybody, cube, parseTableSpec(new URLSearchParams(written)), language)
  return {
    language,
    all,
    find,
    table,
    known,
    async figure({ id, cube, table: written, draw = 'chart', caption }) {
      const found = find(cube)
      if (!found?.filled || isOfNoYear(found, written)) return undefined
      const ofYear = written.replaceAll('{year}', found.lastYear ?? '')
      const result = await unlessUnknown(table(cube, ofYear))
      if (result === undefined || result.values.every((value) => (value ?? 0) === 0)) {
        return undefined
      }
      const { timeIds } = found
      const coverage = coverageIn(result, found.coverage)
      const shared = { id, result, timeIds, coverage, draw, known: await known(cube) }
      return caption === undefined ? shared : { ...shared, caption }
    },
    lack(cube, written = '') {
      const found = find(cube)
      if (found === undefined) return undefined
      const { title, stateReason } = found.answer
      if (!found.filled) return { what: title, advice: stateReason?.advice ?? '' }
      return isOfNoYear(found, written) ? noWholeYear[language](title) : undefined
    },
  }
}

/** Whether a table is of the last whole year of a cube that has none: records of some months alone. */
function isOfNoYear({ lastYear }: PageCube, table: string): boolean {
  return lastYear === undefined && table.includes('{year}')
}

const noWholeYear = {
  es: (title: string) => ({
    what: `${title}: todavía no hay un año completo.`,
    advice: 'La cifra aparece cuando los registros cubran los doce meses de un año.',
  }),
  en: (title: string) => ({
    what: `${title}: there is no whole year yet.`,
    advice: 'The figure comes when records cover the twelve months of a year.',
  }),
  fr: (title: string) => ({
    what: `${title} : il n’y a pas encore d’année entière.`,
    advice: 'Le chiffre paraîtra quand les enregistrements couvriront les douze mois d’une année.',
  }),
} as const

async function readCube(
  service: PublishService,
  answer: CubeAnswer,
  language: Language,
): Promise<PageCube> {
  const filled = answer.state === 'built' || answer.state === 'stale'
  const time = answer.dimensions.find(({ kind }) => kind === 'time')
  const codesOf = async (level: string) => {
    const found = await service.listCodes(answer.id, level, { limit: 10_000 }, language)
    return (await found.answer()).codes.map(({ code }) => code).filter(isPeriod)
  }
  const years = latestSpec(answer)?.columns[0]
  const told = time && levelOfCoverage(time.levels)
  const coverage = filled && told !== undefined ? coverageOf(await codesOf(told)) : undefined
  const periods = filled && years !== undefined ? await codesOf(years) : []
  return {
    answer,
    filled,
    coverage,
    timeIds: new Set(time ? [time.id] : []),
    years,
    lastYear: periods.findLast(
      (period) => isWhole(period, coverage) && !liesInAny(period, answer.unfinished),
    ),
  }
}

/** Whether a period has any of these shorter ones in it. */
function liesInAny(period: string, shorter: readonly string[]): boolean {
  const whole = monthSpan(period)
  return shorter.some((each) => {
    const own = monthSpan(each)
    return whole !== undefined && own !== undefined && own[0] <= whole[1] && own[1] >= whole[0]
  })
}

/** What a page goes without: a country without records, or with so few that nothing is shown of them. */
const goneWithout: readonly string[] = [
  'publish.code-unknown',
  'protect.population-small',
  'protect.nationality-and-protection',
]

/** A table, or nothing where nothing can be shown. */
async function unlessUnknown(table: Promise<TableResult>): Promise<TableResult | undefined> {
  try {
    return await table
  } catch (error) {
    if (error instanceof Refusal && goneWithout.includes(error.code)) return undefined
    throw error
  }
}
