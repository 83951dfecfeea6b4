import { dirname } from 'node:path'
import { dimensionsOf, findCubeFigures, type CubeFigures } from '@caudal/methods/exchange'
import {
  cellsRelation,
  createCubeReader,
  type CubeReader,
  type OpenCube,
} from '../../measure/service.ts'
import type { CaudalNode, LakeEngine } from '../../store/index.ts'
import { isOfPersons } from '../../protect/perturbed/shield.ts'
import type { ReleasedCellsSource, ReleasedCube } from '../../protect/perturbed/released-cube.ts'
import {
  disseminate,
  isReleasedSource,
  listDisseminations,
  sourceOf,
  type KeptDissemination,
} from './disseminate.ts'
import { figuresSql } from './figures-sql.ts'
import { everOccurring, type Occurring } from './occurring-codes.ts'
import { PackedFigures } from './packed-figures.ts'
import { qualityTexts } from './quality-texts.ts'
import type { FigureQuestion, FigureSet, PublishedFigures } from './published-figures.ts'
import { measureAvailability, readFigures, type FiguresFile } from './read-figures.ts'
import { makeReleasedFigures } from './released-figures.ts'

/**
 * The figures of cubes as anyone may read them: those that their source had published when they came as
 * they are, those of persons from releases that are out and from nothing else. What is drawn is about
 * nobody and given out whole, marked SYNTHETIC.
 */
export class CubePublishedFigures implements PublishedFigures {
  readonly #node: CaudalNode
  readonly #reader: CubeReader
  readonly #now: () => number
  readonly #sets = new Map<string, KnownSet>()
  readonly #releases: ReleasedCellsSource
  #turn: Promise<unknown> = Promise.resolve()

  constructor(node: CaudalNode, now: () => number, releases: ReleasedCellsSource) {
    this.#node = node
    this.#reader = createCubeReader(node, { memory: 0 })
    this.#now = now
    this.#releases = releases
  }

  async list(): Promise<readonly FigureSet[]> {
    const sets: Promise<FigureSet | undefined>[] = []
    for (const { cube, state } of await this.#reader.states()) {
      const figures = findCubeFigures(cube.id)
      if (!figures || state === 'empty' || state === 'not-built') continue
      const open = await this.#reader.open(cube.id)
      const released = isOfPersons(open) ? await this.#releases.of(cube.id) : undefined
      sets.push(this.#setOf(open, figures, released))
    }
    return (await Promise.all(sets)).filter((set) => set !== undefined)
  }

  /** Asks the register anew at the next question. */
  forget(): void {
    this.#reader.forget()
  }

  /** @param released what is released, of a cube of persons */
  #setOf(
    open: OpenCube,
    figures: CubeFigures,
    released?: ReleasedCube,
  ): Promise<FigureSet | undefined> {
    const version = sourceOf(open, released?.version)
    const known = this.#sets.get(open.cube.id)
    if (known?.version === version) return known.set
    // One cube after the other: each may take what memory the engine has.
    const set = this.#turn.then(() => this.#makeSet(open, figures, released))
    this.#turn = set.catch(() => {})
    this.#sets.set(open.cube.id, { version, set })
    set.catch(() => this.#sets.delete(open.cube.id))
    return set
  }

  async #makeSet(
    open: OpenCube,
    figures: CubeFigures,
    released?: ReleasedCube,
  ): Promise<FigureSet | undefined> {
    const kept = listDisseminations(this.#node, open.cube.id)
    // Nothing was ever released: there is nothing to tell, not even that it is gone.
    if (released?.byTrees.size === 0 && kept.length === 0) return undefined
    const source = sourceOf(open, released?.version)
    if (kept.at(-1)?.manifest.source !== source) {
      const dimensions = dimensionsOf(figures.structure)
      const make = async (lake: LakeEngine) => {
        if (released !== undefined) {
          return makeReleasedFigures(lake, released, open, figures, dimensions)
        }
        const cells = `select * from ${cellsRelation(this.#node, open)}`
        const plan = figuresSql(open, figures, dimensions, cells)
        for (const statement of plan.statements) await lake.run(statement)
      }
      const made = { source, isReleased: released !== undefined, make }
      kept.push(await disseminate(this.#node, open, made, this.#now()))
    }
    return figureSet(this.#node, open, figures, kept)
  }
}

interface KnownSet {
  readonly version: string
  readonly set: Promise<FigureSet | undefined>
}

function figureSet(
  node: CaudalNode,
  open: OpenCube,
  figures: CubeFigures,
  kept: readonly KeptDissemination[],
): FigureSet {
  const present = kept.at(-1)!.manifest
  const dimensions = dimensionsOf(figures.structure)
  const seriesAttributes = Object.fromEntries(
    figures.measures.map(({ code, measure, unit }) => {
      const { decimals = 0 } = open.cube.measures.find(({ id }) => id === measure)!
      return [code, { UNIT_MEASURE: unit, UNIT_MULT: '0', DECIMALS: String(decimals) }]
    }),
  )
  // Files of another shape are of an earlier program, and those of persons that no release told were
  // never to be read here: they are history no more.
  const ofReleases = isReleasedSource(present.source)
  const comparable = kept.filter(
    ({ manifest }) =>
      manifest.dimensions.join() === dimensions.join() &&
      isReleasedSource(manifest.source) === ofReleases,
  )
  const fileOf = (index: number): FiguresFile => {
    const { path, manifest } = comparable[index]!
    return { path, at: manifest.at, dimensions, seriesAttributes }
  }
  const last = comparable.length - 1
  const packed =
    present.packed &&
    new PackedFigures({
      folder: dirname(kept.at(-1)!.path),
      at: present.at,
      packed: present.packed,
      dimensions,
      seriesAttributes,
    })
  const ever = new Map<number, Occurring>()
  const isPacked = (question: FigureQuestion) =>
    (question.dissemination ?? last) === last && PackedFigures.answers(question)
  return {
    dataflow: figures.dataflow,
    facts: {
      cube: open.cube.id,
      codes: present.codes,
      periods:
        present.periods.length === 0
          ? undefined
          : { start: earliest(present.periods), end: latest(present.periods) },
      seriesCount: present.seriesCount,
      observationCount: present.observationCount,
      providers: present.providers,
      breaks: open.breaks,
      synthetic: present.synthetic,
      ...qualityTexts(open),
    },
    dimensions,
    periods: present.periods,
    version: `${open.cube.id} ${present.at}`,
    disseminations: comparable.map(({ manifest }) => ({ at: manifest.at })),
    attributes: present.attributes,
    seriesAttributes,
    occurring({ dissemination = last, ever: withGone = false }) {
      if (!withGone) return comparable[dissemination]!.manifest
      const known = ever.get(dissemination)
      if (known) return known
      const found = everOccurring(
        comparable.slice(0, dissemination + 1).map(({ manifest }) => manifest),
      )
      ever.set(dissemination, found)
      return found
    },
    read: (question) =>
      packed && isPacked(question)
        ? packed.read(question)
        : readFigures(node.lake, fileOf(question.dissemination ?? last), question),
    measureAvailability: (question) =>
      packed && isPacked(question)
        ? packed.measureAvailability(question)
        : measureAvailability(node.lake, fileOf(question.dissemination ?? last), question),
  }
}

// A year is before its own quarters, and its quarters before the next year.
const earliest = (periods: readonly string[]) => periods[0]!
const latest = (periods: readonly string[]) => {
  const year = periods.at(-1)!.slice(0, 4)
  return periods.includes(year) ? year : periods.at(-1)!
}
