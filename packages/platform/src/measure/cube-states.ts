import {
  cubes,
  linkedPersonsOf,
  type CodeLists,
  type Cube,
  type RecordedBreak,
} from '@caudal/methods/measure'
import { nearestName } from '@caudal/methods/vocabulary'
import type { Refusal } from '@caudal/methods/vocabulary'
import {
  nodeCodeLists,
  listBatches,
  listCubeBuilds,
  snapshotId,
  type CaudalNode,
  type CubeBuild,
} from '../store/index.ts'
import { listStandingBreaks } from './breaks/recorded-breaks.ts'
import { codeListsFor } from './code-lists.ts'
import { definitionSha256 } from './cube-manifest.ts'
import { areEstimatesBehind } from './estimates/derive-estimates.ts'
import { areIndicatorsBehind } from './indicators/derive-indicators.ts'
import { areOutcomesBehind } from './outcomes/derive-outcomes.ts'
import { linkageId } from './persons-of-records.ts'
import { measureRefusals } from './refusals.ts'

/**
 * Where a cube stands. `empty`: no records; `not-built`: records, but no cells by the present
 * definition; `stale`: built, but other records count by now, or persons were linked anew.
 */
export type CubeState =
  | { readonly cube: Cube; readonly state: 'empty' }
  | { readonly cube: Cube; readonly state: 'not-built' }
  | {
      readonly cube: Cube
      readonly state: 'built' | 'stale'
      readonly build: CubeBuild
      readonly lists: CodeLists
      /** Breaks in its series that were recorded and stand. */
      readonly breaks: readonly RecordedBreak[]
    }

/** The state of every cube at this moment. */
export async function listCubeStates(node: CaudalNode): Promise<readonly CubeState[]> {
  const [builds, batches, book, breaks] = await Promise.all([
    listCubeBuilds(node),
    listBatches(node),
    nodeCodeLists(node),
    listStandingBreaks(node.register),
  ])
  const behind: Readonly<Record<string, boolean>> = {
    outcome: areOutcomesBehind(batches),
    estimate: areEstimatesBehind(batches),
    indicator: areIndicatorsBehind(batches),
  }
  const linkage = linkageId(batches.filter(({ recordType }) => recordType === 'journey'))
  return cubes.map((cube): CubeState => {
    const own = batches.filter(
      ({ recordType, dataset }) =>
        recordType === cube.recordType && (cube.datasets?.includes(dataset) ?? true),
    )
    const isBehind = behind[cube.recordType] ?? false
    if (isBehind && own.length === 0) return { cube, state: 'not-built' }
    if (own.every(({ rowsAccepted }) => rowsAccepted === 0)) return { cube, state: 'empty' }
    const build = builds.find(({ cubeId }) => cubeId === cube.id)
    if (build?.definitionSha256 !== definitionSha256(cube, codeListsFor(cube))) {
      return { cube, state: 'not-built' }
    }
    const isLinkedAnew = linkedPersonsOf(cube) !== undefined && build.linkage !== linkage
    const isCurrent = build.snapshot === snapshotId(own) && !isBehind && !isLinkedAnew
    return {
      cube,
      state: isCurrent ? 'built' : 'stale',
      build,
      lists: codeListsFor(cube, book),
      breaks: breaks.filter((each) => each.cube === cube.id),
    }
  })
}

/** The refusal of a cube that does not exist, with the nearest that does. */
export function unknownCube(id: string): Refusal {
  const names = cubes.map((cube) => cube.id)
  return measureRefusals.refuse('cube-unknown', {
    cube: id.slice(0, 80),
    nearest: nearestName(id, names) ?? names.join(', '),
    valid: names.join(', '),
  })
}

/** Path of a file of a build, relative to the root of the data folder. */
export function pathOf(build: CubeBuild, name: string): string {
  const file = build.files.find((each) => each.name === name)
  if (!file) throw new Error(`the build of ${build.cubeId} has no file ${name}`)
  return file.path
}
