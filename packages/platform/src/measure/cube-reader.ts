import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  cellsSource,
  compileCubeQuery,
  covers,
  cubes,
  levelCodes,
  listLevels,
  nearestName,
  type Cube,
  type CubeAnswer,
  type CubeQuery,
  type LevelReference,
} from '@caudal/methods/measure'
import {
  listCubeBuilds,
  listBatches,
  snapshotId,
  type CaudalNode,
  type CubeBuild,
} from '../store/index.ts'
import type { Refusal } from '@caudal/methods/vocabulary'
import { boundedTurns } from './bounded-turns.ts'
import { codeListsFor } from './code-lists.ts'
import {
  definitionSha256,
  manifestName,
  type CubeManifest,
  type RollUpFile,
} from './cube-manifest.ts'
import { CubeTables } from './cube-tables.ts'
import { measureRefusals } from './refusals.ts'

/**
 * Where a cube stands. `empty`: no records; `not-built`: records, but no cells by the present
 * definition; `stale`: built, but other records count by now.
 */
export type CubeState =
  | { readonly cube: Cube; readonly state: 'empty' }
  | { readonly cube: Cube; readonly state: 'not-built' }
  | { readonly cube: Cube; readonly state: 'built' | 'stale'; readonly build: CubeBuild }

/** A built cube, open for questions. */
export interface OpenCube {
  readonly cube: Cube
  readonly state: 'built' | 'stale'
  readonly build: CubeBuild
  readonly manifest: CubeManifest
  /** Changes with every build of the cube: what an answer is valid for. */
  readonly version: string
}

export interface CubeReaderOptions {
  /** Memory for roll-ups, in bytes; 0 reads files alone. */
  readonly memory?: number
  /** Questions that the engine works on at once. */
  readonly atOnce?: number
  /** Milliseconds for which what the register said is believed. */
  readonly believedFor?: number
}

/** Groups that one question may make before it is refused as too large. */
export const maxGroups = 2_000_000

/** Reads built cubes: which there are, what they hold, and the answers to questions. */
export interface CubeReader {
  states(): Promise<readonly CubeState[]>
  /** @throws Refusal `measure.cube-unknown`, `measure.cube-empty`, `measure.cube-not-built` */
  open(cubeId: string): Promise<OpenCube>
  /** Groups that a question could make at most. */
  foreseeGroups(open: OpenCube, query: CubeQuery): number
  answer(open: OpenCube, query: CubeQuery): Promise<CubeAnswer>
  /** Loads roll-ups, the smallest first, as long as they fit. */
  warm(): Promise<void>
  /** Asks the register anew at the next question. */
  forget(): void
}

export function createCubeReader(node: CaudalNode, options: CubeReaderOptions = {}): CubeReader {
  const { memory = 512 * 2 ** 20, atOnce = 4, believedFor = 1000 } = options
  const tables = new CubeTables(node, memory)
  const inTurn = boundedTurns(atOnce, 2000)
  // Ordinals are small: groups of up to 16 bits are counted in an array instead of a hash table.
  const prepared = node.lake.run('set global perfect_ht_threshold = 16')
  prepared.catch(() => {})
  const manifests = new Map<string, Promise<CubeManifest>>()
  let believed: { at: number; states: Promise<readonly CubeState[]> } | undefined

  const states = () => {
    const now = performance.now()
    if (!believed || now - believed.at > believedFor) {
      const asked = { at: now, states: listCubeStates(node) }
      asked.states.catch(() => {
        if (believed === asked) believed = undefined
      })
      believed = asked
    }
    return believed.states
  }

  const manifestOf = (build: CubeBuild): Promise<CubeManifest> => {
    const path = pathOf(build, manifestName)
    let manifest = manifests.get(path)
    if (!manifest) {
      manifest = readFile(join(node.folder.root, path), 'utf8').then(
        (text) => JSON.parse(text) as CubeManifest,
      )
      // Of each cube the present build and the one before are worth keeping.
      if (manifests.size > 4 * cubes.length) manifests.clear()
      manifests.set(path, manifest)
      manifest.catch(() => manifests.delete(path))
    }
    return manifest
  }

  const openState = async (state: CubeState): Promise<OpenCube> => {
    const { cube } = state
    if (state.state === 'empty') {
      throw measureRefusals.refuse('cube-empty', {
        cube: cube.id,
        profile: cube.datasets?.[0] ?? '…',
      })
    }
    if (state.state === 'not-built')
      throw measureRefusals.refuse('cube-not-built', { cube: cube.id })
    const { build } = state
    return {
      cube,
      state: state.state,
      build,
      manifest: await manifestOf(build),
      version: `${pathOf(build, manifestName)} ${state.state}`,
    }
  }

  return {
    states,
    async open(cubeId) {
      const all = await states()
      const state = all.find(({ cube }) => cube.id === cubeId)
      if (!state) throw unknownCube(cubeId)
      return openState(state)
    },
    foreseeGroups,
    async answer(open, query) {
      const rollUp = smallest(open, query)
      const columns = open.cube.measures.length + 1 + levelColumns(open.cube, rollUp.point)
      return inTurn(() =>
        tables.use(
          pathOf(open.build, rollUp.name),
          { rows: rollUp.rows, columns },
          async (relation) => {
            const compiled = compileCubeQuery(
              query,
              cellsSource(relation, open.manifest.domain),
              foreseeGroups(open, query),
            )
            await prepared
            const rows = await node.lake.rows(compiled.sql, compiled.parameters)
            return compiled.read(rows)
          },
        ),
      )
    },
    async warm() {
      const open = []
      for (const state of await states()) {
        if (state.state === 'built' || state.state === 'stale') open.push(await openState(state))
      }
      const all = open.flatMap((cube) => cube.manifest.rollUps.map((rollUp) => ({ cube, rollUp })))
      for (const { cube, rollUp } of all.sort((a, b) => a.rollUp.rows - b.rollUp.rows)) {
        const columns = cube.cube.measures.length + 1 + levelColumns(cube.cube, rollUp.point)
        await tables.warm(pathOf(cube.build, rollUp.name), { rows: rollUp.rows, columns })
      }
    },
    forget() {
      believed = undefined
    },
  }
}

/** The smallest roll-up that can answer a question. */
function smallest({ cube, manifest }: OpenCube, query: CubeQuery): RollUpFile {
  const wanted = cube.dimensions.map((dimension) => listLevels(dimension).length)
  const references = [
    ...query.rows,
    ...query.columns,
    ...query.where.map(({ reference }) => reference),
  ]
  for (const { dimension, depth } of references) {
    const index = cube.dimensions.findIndex(({ id }) => id === dimension.id)
    wanted[index] = Math.min(wanted[index]!, depth)
  }
  return manifest.rollUps
    .filter(({ point }) => covers(point, wanted))
    .reduce((least, rollUp) => (rollUp.rows < least.rows ? rollUp : least))
}

function foreseeGroups(open: OpenCube, query: CubeQuery): number {
  const rollUp = smallest(open, query)
  const allowed = (reference: LevelReference) => {
    const codes = levelCodes(open.manifest.domain, reference.dimension.id, reference.depth)
    const own = query.where.filter(
      (condition) =>
        condition.reference.dimension.id === reference.dimension.id &&
        condition.reference.depth === reference.depth,
    )
    return Math.min(codes.length, ...own.map((condition) => condition.codes.length))
  }
  const combinations = [...query.rows, ...query.columns].reduce(
    (product, reference) => product * Math.max(1, allowed(reference)),
    1,
  )
  return Math.min(combinations, rollUp.rows)
}

/** The state of every cube at this moment. */
export async function listCubeStates(node: CaudalNode): Promise<readonly CubeState[]> {
  const [builds, batches] = await Promise.all([listCubeBuilds(node), listBatches(node)])
  return cubes.map((cube): CubeState => {
    const own = batches.filter(
      ({ recordType, dataset }) =>
        recordType === cube.recordType && (cube.datasets?.includes(dataset) ?? true),
    )
    if (own.every(({ rowsAccepted }) => rowsAccepted === 0)) return { cube, state: 'empty' }
    const build = builds.find(({ cubeId }) => cubeId === cube.id)
    if (build?.definitionSha256 !== definitionSha256(cube, codeListsFor(cube))) {
      return { cube, state: 'not-built' }
    }
    return { cube, state: build.snapshot === snapshotId(own) ? 'built' : 'stale', build }
  })
}

function pathOf(build: CubeBuild, name: string): string {
  const file = build.files.find((each) => each.name === name)
  if (!file) throw new Error(`the build of ${build.cubeId} has no file ${name}`)
  return file.path
}

function levelColumns(cube: Cube, point: readonly number[]): number {
  return cube.dimensions.reduce(
    (columns, dimension, index) => columns + listLevels(dimension).length - point[index]!,
    0,
  )
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
