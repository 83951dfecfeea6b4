import { join } from 'node:path'
import { quoteName, quoteText } from '@caudal/methods/collect'
import {
  readParquet,
  type CountryCoverage,
  type Cube,
  type QualityFigures,
  type ReportingUnit,
} from '@caudal/methods/measure'
import { specialCodes } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { nodeCodeLists, type Batch, type CaudalNode, type LakeEngine } from '../store/index.ts'
import type { CubeManifest, CubeQuality } from './cube-manifest.ts'
import { linkFiles } from './persons-of-records.ts'

/** How the records of a type are expected to come in. */
export interface Reporting {
  /** Day of the event. */
  readonly date: string
  /** Whether events are expected day by day; else month by month, where a unit reports monthly. */
  readonly isDaily: boolean
  readonly unit?: {
    readonly id: ReportingUnit
    readonly field: string
    /** Expected every month; else it is enough that it has records at all. */
    readonly isMonthly: boolean
  }
}

const monthly = (id: ReportingUnit, field: string) => ({ id, field, isMonthly: true })

const border: Reporting = {
  date: 'crossed_on',
  isDaily: true,
  unit: monthly('border-post', 'border_post'),
}

/** Deaths are expected on no day and of no place: of incidents a month without any is no gap. */
const reportings: Readonly<Record<string, Reporting>> = {
  movement: border,
  outcome: border,
  permit: { date: 'recorded_on', isDaily: false, unit: monthly('office', 'office') },
  residence: {
    date: 'started_on',
    isDaily: false,
    unit: { id: 'department', field: 'department', isMonthly: false },
  },
  return: { date: 'returned_on', isDaily: true, unit: monthly('centre', 'centre') },
}

/** How records of a type come in; undefined where nobody is expected to report any. */
export function reportingOf(recordType: string): Reporting | undefined {
  return reportings[recordType]
}

const nothingKnown: QualityFigures = {
  imputed: null,
  provisional: null,
  unmatched: null,
  days: null,
  months: null,
  units: null,
  unit: null,
  known: {},
  countries: [],
}

/** What a build says of its quality; builds of earlier programs say less. */
export function qualityOf({ quality }: Pick<CubeManifest, 'quality'>): CubeQuality {
  return { ...nothingKnown, breaks: [], ...(quality as Partial<CubeQuality> | undefined) }
}

/**
 * The quality of the figures of a cube.
 *
 * @param cells a relation with the finest codes of each dimension under its id, and `records`
 * @param paths the files of its facts
 * @param links what linkage found, by batches
 */
export async function measureQualityFigures(
  node: CaudalNode,
  lake: LakeEngine,
  cube: Cube,
  cells: string,
  paths: readonly string[],
  links: readonly Batch[],
): Promise<QualityFigures> {
  const known = await measureKnown(lake, cube, cells)
  if (paths.length === 0) return { ...nothingKnown, known }
  const facts = readParquet(paths)
  const shares = await measureShares(node, lake, cube.recordType, facts, links)
  const reporting = reportingOf(cube.recordType)
  if (reporting === undefined) return { ...nothingKnown, ...shares, known }
  const lists = await nodeCodeLists(node)
  const coverage = await measureCoverage(lake, reporting, recordedSql(cube, facts), lists)
  return { ...shares, ...coverage, known }
}

/** The facts that somebody recorded: crossings that were inserted cover no day. */
export function recordedSql({ recordType }: Cube, facts: string): string {
  return recordType === 'outcome' ? `(select * from ${facts} where inserted = 0)` : facts
}

/** Records of each dimension that have a code; what a dimension does not apply to is left out. */
async function measureKnown(
  lake: LakeEngine,
  { dimensions }: Cube,
  cells: string,
): Promise<QualityFigures['known']> {
  const counted = (code: string, id: string) =>
    `coalesce(sum(records) filter (where ${quoteName(id)} = ${quoteText(code)}), 0)::double`
  const shares = dimensions.map(
    ({ id }, at) =>
      `1 - ${counted(specialCodes.unknown, id)} / nullif(sum(records) - ${counted(specialCodes.notApplicable, id)}, 0) as d${at}`,
  )
  const [row] = await lake.rows<Record<string, number | null>>(
    `select ${shares.join(', ')} from ${cells}`,
  )
  return Object.fromEntries(
    dimensions.flatMap(({ id }, at) => {
      const share = row?.[`d${at}`]
      return typeof share === 'number' ? [[id, share]] : []
    }),
  )
}

type Shares = Pick<QualityFigures, 'imputed' | 'provisional' | 'unmatched'>

/** What of the records is imputed, provisional or of nobody. */
async function measureShares(
  node: CaudalNode,
  lake: LakeEngine,
  recordType: string,
  facts: string,
  links: readonly Batch[],
): Promise<Shares> {
  const average = async (condition: string, of = facts): Promise<number | null> => {
    const [row] = await lake.rows<{ share: number | null }>(
      `select avg((${condition})::integer) as share from ${of}`,
    )
    return row?.share ?? null
  }
  switch (recordType) {
    case 'outcome':
      return {
        imputed: await average('beside_gap = 1 or inserted = 1'),
        provisional: await average(`outcome = 'undecided'`),
        unmatched: await journeylessShare(node, lake, links),
      }
    case 'permit':
      return {
        imputed: null,
        provisional: await average(`coalesce(decision, 'pending') = 'pending'`),
        unmatched: await unlinkedShare(node, lake, facts, links),
      }
    case 'movement':
    case 'residence':
    case 'return':
      return {
        imputed: null,
        provisional: null,
        unmatched: await unlinkedShare(node, lake, facts, links),
      }
    case 'estimate':
      return {
        imputed: null,
        provisional: await average(`figure_status <> 'final'`),
        unmatched: null,
      }
    default:
      return { imputed: null, provisional: null, unmatched: null }
  }
}

/** Crossings of linked persons that are in no history: repeated, unreadable or set aside. */
async function journeylessShare(
  node: CaudalNode,
  lake: LakeEngine,
  links: readonly Batch[],
): Promise<number | null> {
  const paths = links
    .flatMap(({ files }) => files)
    .filter(({ kind }) => kind === 'facts')
    .map(({ path }) => join(node.folder.root, path))
  if (paths.length === 0) return null
  const [row] = await lake.rows<{ share: number | null }>(
    `select avg((problem is not null)::integer) as share
     from ${readParquet(paths)} where origin = 'recorded'`,
  )
  return row!.share
}

/** Records whose person linkage did not find; null where it has not gone over any of them. */
async function unlinkedShare(
  node: CaudalNode,
  lake: LakeEngine,
  facts: string,
  links: readonly Batch[],
): Promise<number | null> {
  const paths = linkFiles(node, links).map(({ path }) => path)
  if (paths.length === 0) return null
  const [row] = await lake.rows<{ share: number | null }>(
    `select avg((link.record_id is null)::integer) as share from ${facts} as fact
     left join (select distinct record_id from ${readParquet(paths)} where person is not null) as link
       on link.record_id = fact.record_id`,
  )
  return row === undefined || row.share === 1 ? null : row.share
}

type Coverage = Pick<QualityFigures, 'days' | 'months' | 'units' | 'unit' | 'countries'>

interface CountryRow extends CountryCoverage {
  readonly dayCount: number
  readonly dayAll: number
  readonly monthCount: number
  readonly monthAll: number
  readonly unitCount: number
  readonly unitMonths: number
}

/** How far days, months and reporting units are covered, of each country and over all. */
async function measureCoverage(
  lake: LakeEngine,
  { date, isDaily, unit }: Reporting,
  facts: string,
  lists: CodeListBook,
): Promise<Coverage> {
  const unitOf = unit === undefined ? 'null::varchar' : quoteName(unit.field)
  const rows = await lake.rows<CountryRow>(
    `with seen as (
       select country, ${unitOf} as unit, ${date} as day, date_trunc('month', ${date}) as month
       from ${facts} where ${date} is not null
     ), span as (
       select country, min(day) as first, max(day) as last, count(distinct day) as days,
         count(distinct month) as months, datediff('month', min(day), max(day)) + 1 as span_months
       from seen group by country
     ), unit_months as (
       select country, unit, count(distinct month) as months from seen where unit is not null group by all
     ), units as (
       select country, count(*) as units, sum(months) as months from unit_months group by country
     )
     select country, first::varchar as "from", last::varchar as until,
       span.days::double as "dayCount", (last - first + 1)::double as "dayAll",
       span.months::double as "monthCount", span_months::double as "monthAll",
       coalesce(units.units, 0)::double as "unitCount", coalesce(units.months, 0)::double as "unitMonths"
     from span left join units using (country) order by country`,
  )
  const isMonthly = !isDaily && unit?.isMonthly === true
  const units = rows.map((row) => unitCoverage(row, unit, lists))
  return {
    days: isDaily ? ratio(rows.map((row) => [row.dayCount, row.dayAll])) : null,
    months: isMonthly ? ratio(rows.map((row) => [row.monthCount, row.monthAll])) : null,
    units: ratio(units),
    unit: unit?.id ?? null,
    countries: rows.map((row, at) => ({
      country: row.country,
      from: row.from,
      until: row.until,
      days: isDaily ? row.dayCount / row.dayAll : null,
      months: isMonthly ? row.monthCount / row.monthAll : null,
      units: ratio([units[at]!]),
    })),
  }
}

/** What units have reported of all that they could. */
function unitCoverage(
  row: CountryRow,
  unit: Reporting['unit'],
  lists: CodeListBook,
): readonly [number, number] {
  if (unit === undefined || row.unitCount === 0) return [0, 0]
  if (unit.isMonthly) return [row.unitMonths, row.unitCount * row.monthAll]
  const all = lists.get('departments').codes.filter(({ parent }) => parent === row.country)
  return all.length === 0 ? [0, 0] : [Math.min(row.unitCount, all.length), all.length]
}

function ratio(parts: readonly (readonly [number, number])[]): number | null {
  const all = parts.reduce((sum, [, of]) => sum + of, 0)
  return all === 0 ? null : parts.reduce((sum, [part]) => sum + part, 0) / all
}
