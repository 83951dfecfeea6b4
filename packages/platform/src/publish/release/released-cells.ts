import { cellName } from '@caudal/methods/protect'
import { readClock } from '../../govern/clock/service.ts'
import {
  nothingReleased,
  type ReleasedCell,
  type ReleasedCellsSource,
  type ReleasedCube,
} from '../../protect/perturbed/released-cube.ts'
import type { CaudalNode } from '../../store/index.ts'
import { readShown } from './release-folder.ts'
import { isPublic, statesOf, type Release } from './release-state.ts'
import { listEvents, listRecorded } from './releases.ts'

/**
 * The cells of releases that are out, by cube. Where several releases show a cell, the one that came
 * out last counts; one that another has replaced comes after all others.
 */
export class ReleasedCells implements ReleasedCellsSource {
  readonly #node: CaudalNode
  readonly #now: () => Date
  readonly #believedFor: number
  #asked:
    { readonly at: number; readonly cubes: Promise<ReadonlyMap<string, ReleasedCube>> } | undefined
  #read: { readonly version: string; readonly cubes: ReadonlyMap<string, ReleasedCube> } | undefined

  constructor(node: CaudalNode, believedFor = 1000, now: () => Date = () => new Date()) {
    this.#node = node
    this.#believedFor = believedFor
    this.#now = now
  }

  async of(cube: string): Promise<ReleasedCube> {
    const at = performance.now()
    if (this.#asked === undefined || at - this.#asked.at > this.#believedFor) {
      const asked = { at, cubes: this.#list() }
      this.#asked = asked
      asked.cubes.catch(() => {
        if (this.#asked === asked) this.#asked = undefined
      })
    }
    return (await this.#asked.cubes).get(cube) ?? nothingReleased
  }

  async #list(): Promise<ReadonlyMap<string, ReleasedCube>> {
    const [recorded, events, { time }] = await Promise.all([
      listRecorded(this.#node.register),
      listEvents(this.#node.register),
      readClock(this.#node.register, this.#now()),
    ])
    const out = statesOf(recorded, events, new Date(time)).filter(isPublic).sort(lastWins)
    const version = out.map(({ id, state }) => `${id} ${state}`).join()
    if (this.#read?.version !== version) {
      this.#read = { version, cubes: readCubes(this.#node, out, version) }
    }
    return this.#read.cubes
  }
}

/** What counts most comes last. */
function lastWins(one: Release, other: Release): number {
  const rank = ({ state }: Release) => (state === 'superseded' ? 0 : 1)
  return rank(one) - rank(other) || (one.publishAt ?? '').localeCompare(other.publishAt ?? '')
}

/** What releases show of their protected cubes; where several show a cell, the last of them counts. */
export function readCubes(
  node: CaudalNode,
  releases: readonly Release[],
  version: string,
): ReadonlyMap<string, ReleasedCube> {
  const cubes = new Map<string, Map<string, Map<string, ReleasedCell>>>()
  for (const { id } of releases) {
    for (const { cube, tables } of readShown(node, id)) {
      const byTrees = cubes.get(cube) ?? new Map<string, Map<string, ReleasedCell>>()
      cubes.set(cube, byTrees)
      for (const { dimensions, rows } of tables) {
        for (const { codes, value, hidden } of rows) {
          const own = Object.fromEntries(
            dimensions.map((tree, d) => [tree, codes[d]!]).filter(([, code]) => code !== '_T'),
          )
          const trees = Object.keys(own).sort().join('|')
          const cells = byTrees.get(trees) ?? new Map<string, ReleasedCell>()
          byTrees.set(trees, cells)
          cells.set(cellName(dimensions, codes), { codes: own, value: hidden ? null : value })
        }
      }
    }
  }
  return new Map([...cubes].map(([cube, byTrees]) => [cube, { version, byTrees }]))
}
