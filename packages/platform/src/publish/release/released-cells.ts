import { findCube } from '@caudal/methods/measure'
import { cellName } from '@caudal/methods/protect'
import { isOpenAt } from '@caudal/methods/publish'
import { readClock } from '../../govern/clock/service.ts'
import {
  nothingReleased,
  type ReleasedCell,
  type ReleasedCellsSource,
  type ReleasedCube,
} from '../../protect/perturbed/released-cube.ts'
import type { CaudalNode } from '../../store/index.ts'
import type { ShownCube } from './compose-release.ts'
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

/**
 * What releases show of their protected cubes; where several show a cell, the last of them counts. A cell
 * that a successor has no more, though it tells of the same time and country, is marked as gone.
 */
export function readCubes(
  node: CaudalNode,
  releases: readonly Release[],
  version: string,
): ReadonlyMap<string, ReleasedCube> {
  const cubes = new Map<string, Map<string, Map<string, ReleasedCell>>>()
  const shownBy = new Map<ReleasedCell, string>()
  const toldBy = new Map<string, Set<string>>()
  for (const { id } of releases) {
    for (const { cube, tables, hierarchies, open } of readShown(node, id)) {
      const isProvisional = provisionalIn(cube, open)
      const occurring = Object.fromEntries(
        Object.entries(hierarchies).map(([tree, lines]) => [tree, lines.map(([code]) => code)]),
      )
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
          const cell: ReleasedCell = {
            codes: own,
            value: hidden ? null : value,
            occurring,
            ...(isProvisional(own) && { isProvisional: true }),
          }
          cells.set(cellName(dimensions, codes), cell)
          shownBy.set(cell, id)
          const told = toldBy.get(`${id} ${cube} ${trees}`) ?? new Set()
          toldBy.set(`${id} ${cube} ${trees}`, told.add(spanOf(own)))
        }
      }
    }
  }
  const standing = new Map(releases.map(({ id }) => [id, standingOf(id, releases)]))
  for (const [cube, byTrees] of cubes) {
    for (const [trees, cells] of byTrees) {
      for (const [name, cell] of cells) {
        const shown = shownBy.get(cell)!
        const later = standing.get(shown)!
        if (later === shown) continue
        if (toldBy.get(`${later} ${cube} ${trees}`)?.has(spanOf(cell.codes)) !== true) continue
        cells.set(name, { ...cell, isGone: true })
      }
    }
  }
  return new Map([...cubes].map(([cube, byTrees]) => [cube, { version, byTrees }]))
}

/** Whether something was undecided in the country and period of a cell when its release was counted. */
function provisionalIn(
  id: string,
  open: ShownCube['open'],
): (codes: ReleasedCell['codes']) => boolean {
  const cube = findCube(id)
  if (cube === undefined || open === undefined) return () => false
  const spans = new Map(open)
  return (codes) => {
    const own = new Map<string, string>()
    for (const [tree, code] of Object.entries(codes)) {
      const dimension = tree.split('.')[0]!
      // a code of a coarser level has its level before it: of a time it is a period, else it is of several
      const [, level, bare] = /^(?:([a-z][^:]*):)?(.*)$/.exec(code)!
      if (level === undefined || dimension === 'time') own.set(dimension, bare!)
    }
    return isOpenAt(cube, spans, own)
  }
}

/** The time and the country that a cell is of: what a later release tells of them, it tells instead. */
function spanOf(codes: ReleasedCell['codes']): string {
  return Object.entries(codes)
    .filter(([tree]) => /^(?:time|country)(?:\.|$)/.test(tree))
    .map(([tree, code]) => `${tree}=${code}`)
    .sort()
    .join('|')
}

/** The release that stands where this one stood: itself, or what took its place. */
function standingOf(id: string, releases: readonly Release[]): string {
  const seen = new Set<string>()
  for (let at = id; ;) {
    const next = releases.find((release) => release.id === at)?.successor
    if (next === undefined || seen.has(next)) return at
    seen.add(next)
    at = next
  }
}
