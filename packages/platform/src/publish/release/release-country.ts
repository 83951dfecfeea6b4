import {
  type Actor,
  type Decision,
  decideRelease,
  type Operation,
  type ReleaseAct,
} from '@caudal/methods/govern'
import { findCube } from '@caudal/methods/measure'
import { heed } from '../../govern/authorise.ts'
import {
  type CountriesOfDatasets,
  countriesOfDatasets,
} from '../../govern/registers/dataset-countries.ts'
import { type CaudalNode, snapshot } from '../../store/index.ts'
import { specOf, type ReleasePlan } from './plan.ts'
import type { RecordedRelease } from './releases.ts'
import { planOfTemplate, sheetOfSeries } from './templates.ts'

/** What is known of a release, or of one to come, as far as it tells whose it is. */
export type Sheet = Pick<RecordedRelease, 'series' | 'plan'> &
  Partial<Pick<RecordedRelease, 'sources' | 'ownerCountry'>>

/**
 * The countries whose records a sheet counts: those that its figures are limited to, or else those of the
 * datasets that they count; and the one that the sheet of a template is about. Figures that are public
 * already are nobody's. Nothing of it is stored, so that it holds for releases from before as well.
 */
export function countriesCounted(
  { series, plan, sources = [] }: Sheet,
  countries: CountriesOfDatasets,
): string[] {
  const about = plan.template === 'own' ? undefined : sheetOfSeries(series)?.country
  const counted = plan.figures.flatMap(({ cube, table }) => {
    if (findCube(cube)?.protection === 'none') return []
    const limits = specOf(table).where.find(({ dimension }) => dimension === 'country')
    if (limits?.codes !== undefined && limits.codes.length > 0) return limits.codes
    const datasets = sources
      .filter((source) => source.cube === cube)
      .flatMap(({ batches }) => batches.map(({ dataset }) => dataset))
    // figures of which nobody knows what they count are not of one country
    return datasets.length === 0 ? [''] : datasets.map((id) => countries.get(id) ?? '')
  })
  return [...new Set([...(about === undefined ? [] : [about]), ...counted])].toSorted()
}

type Source = NonNullable<Sheet['sources']>[number]

/** What a cube would be counted from at this moment, as far as it tells whose it is; looked up once. */
function sourcesOnce(node: CaudalNode): (cube: string) => Promise<Source> {
  const known = new Map<string, Promise<Source>>()
  const read = async (cube: string): Promise<Source> => {
    const { recordType, datasets } = findCube(cube)!
    const { batches } = await snapshot(node, recordType, datasets)
    const named = batches.map(({ id, dataset }) => ({ id, dataset, rows: 0, facts: [] }))
    return { cube, snapshot: '', methodVersion: '', protection: '', batches: named }
  }
  return (cube) => {
    const found = known.get(cube) ?? read(cube)
    known.set(cube, found)
    return found
  }
}

/** What a plan would count at this moment, cube by cube, as far as it tells whose it is. */
export async function sheetOf(
  node: CaudalNode,
  plan: ReleasePlan,
  sourceOf = sourcesOnce(node),
): Promise<Sheet> {
  const cubes = [...new Set(plan.figures.map(({ cube }) => cube))]
  return { series: plan.series, plan, sources: await Promise.all(cubes.map(sourceOf)) }
}

/** What the policy says of an act on a sheet. */
export function decideOnSheet(
  actor: Actor,
  act: ReleaseAct,
  sheet: Sheet,
  countries: CountriesOfDatasets,
): Decision {
  const { ownerCountry } = sheet
  return decideRelease(actor, act, {
    counted: countriesCounted(sheet, countries),
    ...(typeof ownerCountry === 'string' && { drafted: ownerCountry }),
  })
}

/**
 * Whether a release is of the country of whoever does something with it.
 * @throws {Refusal} policy.another-country and its like, logged
 * @see docs/decisions/0108-releases-are-of-their-country.md
 */
export async function checkRelease(
  node: CaudalNode,
  actor: Actor,
  operation: Operation,
  act: ReleaseAct,
  sheet: Sheet,
  subject: string,
): Promise<void> {
  const decision = decideOnSheet(actor, act, sheet, await countriesOfDatasets(node.register))
  await heed(node, actor, operation, decision, { subject })
}

/**
 * Whether an actor may announce the sheet of a series, or change what is announced of it: asked of many, it reads
 * once whose records are. Of a series that no template makes any more nobody knows whose it is.
 */
export function announcementDecisions(
  node: CaudalNode,
  actor: Actor,
): (series: string) => Promise<Decision> {
  const sourceOf = sourcesOnce(node)
  let countries: Promise<CountriesOfDatasets> | undefined
  return async (series) => {
    const named = sheetOfSeries(series)
    if (named === undefined) return decideRelease(actor, 'decide', { counted: [''] })
    const { template, ...parameters } = named
    const sheet = await sheetOf(node, planOfTemplate(template, parameters), sourceOf)
    countries ??= countriesOfDatasets(node.register)
    return decideOnSheet(actor, 'decide', sheet, await countries)
  }
}
