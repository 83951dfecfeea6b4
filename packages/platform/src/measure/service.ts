import { cubes, findCube, linkedPersonsOf, type Cube } from '@caudal/methods/measure'
import type { Actor } from '@caudal/methods/govern'
import type { Text } from '@caudal/methods/vocabulary'
import { auditLogOf } from '../govern/audit/audit-log.ts'
import { actOf, authorise } from '../govern/authorise.ts'
import { applyRestrictions } from '../govern/requests/restrictions.ts'
import {
  acceptCubeBuild,
  beginCubeBuild,
  findCubeBuild,
  listDatasets,
  snapshot,
  type CaudalNode,
  type Snapshot,
} from '../store/index.ts'
import { findBuildBase } from './build-base.ts'
import { buildCube, type BuildOrigin } from './build-cube.ts'
import { codeListsFor } from './code-lists.ts'
import { definitionSha256, type CubeSourceShown } from './cube-manifest.ts'
import { unknownCube } from './cube-states.ts'
import { extendCube } from './extend-cube.ts'
import { deriveEstimates } from './estimates/derive-estimates.ts'
import { deriveIndicators } from './indicators/derive-indicators.ts'
import { linkageId, newestLinks } from './persons-of-records.ts'
import { retellPersons } from './retell-persons.ts'
import { deriveOutcomes } from './outcomes/derive-outcomes.ts'

export { createCubeReader, maxGroups } from './cube-reader.ts'
export type { CubeReader, CubeReaderOptions } from './cube-reader.ts'
export { foreseeGroups } from './covering-roll-up.ts'
export { listCubeStates } from './cube-states.ts'
export type { CubeState } from './cube-states.ts'
export type { OpenCube } from './open-cube.ts'
export type { PersonCell } from './person-cells.ts'
export {
  linkFiles,
  newestLinks,
  personsOfRecords,
  type PersonsOfRecords,
} from './persons-of-records.ts'
export { codeListsFor } from './code-lists.ts'
export { editionsOf } from './editions.ts'
export { cellsRelation } from './roll-up-relation.ts'

export interface BuildCubesOptions {
  /** Ids of the cubes; all where absent. */
  readonly only?: readonly string[]
  /** Builds also what is up to date. */
  readonly rebuild?: boolean
  /** `done` from 0 to 1 over all cubes; `note`: the cube that is being built. */
  readonly onProgress?: (done: number, note: string) => void
}

export interface CubeBuildOutcome {
  readonly cubeId: string
  /**
   * `extended`: only what new batches touch was built; `retold`: only who is in the cells, by a newer
   * linkage.
   */
  readonly outcome: 'built' | 'extended' | 'retold' | 'up-to-date' | 'empty'
  readonly cells: number
  readonly records: number
  /** Seconds that the build took; 0 where nothing was built. */
  readonly seconds: number
}

/**
 * Builds the cubes whose records, persons or definition have changed since they were last built. Where batches
 * were only added, their part is added to the build that stands. Cubes of journeys are preceded by the
 * residence rule over journeys that are new, and by a release of provisional figures. A build is switched in whole, after its totals have been
 * compared with the records; until then, and if it fails, readers keep the one before.
 *
 * @throws Refusal `measure.cube-unknown`, `measure.cube-totals-differ`
 */
export async function buildCubes(
  node: CaudalNode,
  actor: Actor,
  options: BuildCubesOptions = {},
): Promise<CubeBuildOutcome[]> {
  await authorise(node, actor, 'measure.build')
  // what a person has restricted and was not yet set aside is not counted
  await applyRestrictions(node)
  const wanted = options.only
    ? options.only.map((id) => findCube(id) ?? refuseUnknown(id))
    : [...cubes]
  const derived = new Set(wanted.map(({ recordType }) => recordType))
  if (derived.has('outcome') || derived.has('indicator')) await deriveOutcomes(node)
  if (derived.has('estimate')) await deriveEstimates(node, actor)
  if (derived.has('indicator')) await deriveIndicators(node)
  const outcomes: CubeBuildOutcome[] = []
  for (const [index, cube] of wanted.entries()) {
    const report = (done: number) => options.onProgress?.((index + done) / wanted.length, cube.id)
    report(0)
    outcomes.push(await buildOne(node, actor, cube, options.rebuild ?? false, report))
  }
  options.onProgress?.(1, '')
  return outcomes
}

async function buildOne(
  node: CaudalNode,
  actor: Actor,
  cube: Cube,
  rebuild: boolean,
  report: (done: number) => void,
): Promise<CubeBuildOutcome> {
  const started = performance.now()
  const records = await snapshot(node, cube.recordType, cube.datasets)
  const nothing = { cubeId: cube.id, cells: 0, records: 0, seconds: 0 }
  if (records.batches.every(({ rowsAccepted }) => rowsAccepted === 0)) {
    return { ...nothing, outcome: 'empty' }
  }
  const definition = definitionSha256(cube, codeListsFor(cube))
  const before = await findCubeBuild(node, cube.id)
  const linkage = linkedPersonsOf(cube) ? linkageId(await newestLinks(node)) : ''
  const isSame = before?.snapshot === records.id && before.definitionSha256 === definition
  const isLinkedAnew = before?.linkage !== linkage
  if (!rebuild && isSame && !isLinkedAnew) {
    return { ...nothing, outcome: 'up-to-date', cells: before.cells, records: before.facts }
  }
  const origin = await originOf(node, records)
  const base =
    rebuild || isLinkedAnew
      ? undefined
      : await findBuildBase(node, cube, before, definition, records)
  const build = beginCubeBuild(node, cube.id)
  try {
    const extended = base && (await extendCube(node, cube, base, records, origin, build))
    const retold =
      isLinkedAnew && isSame && !rebuild
        ? await retellPersons(node, cube, before, records, build)
        : undefined
    const made = extended ?? retold ?? (await buildCube(node, cube, records, origin, build, report))
    const record = {
      snapshot: records.id,
      batches: records.batches.map(({ id }) => id),
      definitionSha256: definition,
      linkage,
      ...made,
      updatedOn: origin.updatedOn,
      synthetic: origin.synthetic,
    }
    await acceptCubeBuild(node, build, record, async (transaction) => {
      const act = actOf(actor, 'measure.build', {
        purpose: 'statistics',
        subject: `cube:${cube.id}`,
        details: { snapshot: records.id, records: made.facts },
      })
      await auditLogOf(node).appendWithin(transaction, [act])
    })
    const seconds = (performance.now() - started) / 1000
    const outcome = extended ? 'extended' : retold ? 'retold' : 'built'
    return { cubeId: cube.id, outcome, cells: made.cells, records: made.facts, seconds }
  } catch (error) {
    build.discard()
    throw error
  }
}

/** What the register knows of the datasets that a snapshot is made of. */
export async function originOf(
  node: CaudalNode,
  { batches }: Pick<Snapshot, 'batches'>,
): Promise<BuildOrigin> {
  const ids = new Set(batches.map(({ dataset }) => dataset))
  const datasets = (await listDatasets(node)).filter(({ id }) => ids.has(id))
  const days = batches.map(({ receivedAt }) => receivedAt.slice(0, 10)).sort()
  const sources = datasets.map(({ source }): CubeSourceShown => ({
    owner: inWords(source['owner']),
    title: source['title'] ?? '',
    licence: inWords(source['licence']),
    ...(source['url'] && { url: inWords(source['url']) }),
    citation: source['citation'] ?? '',
  }))
  return {
    sources: [...new Map(sources.map((source) => [JSON.stringify(source), source])).values()],
    synthetic: datasets.some(({ synthetic }) => synthetic),
    observed: datasets.some(({ synthetic }) => !synthetic),
    updatedOn: days.at(-1) ?? null,
  }
}

/** What is the same in every language: a name, a licence, an address. */
function inWords(value: string | Text | undefined): string {
  return typeof value === 'string' ? value : (value?.en ?? '')
}

function refuseUnknown(id: string): never {
  throw unknownCube(id)
}
