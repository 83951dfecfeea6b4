import type { CubeTie } from '../../measure/ties/index.ts'
import { findTied, hasCodeOf, type TiedCells } from '../attack/tied-cells.ts'
import { publicHierarchies } from '../attacked-programme.ts'
import { draftCells } from '../ledger-tables.ts'
import type { PrimaryRules } from '../primary/targets.ts'
import type { Dependency } from '../table/dependency.ts'
import { makeDimension, type Dimension } from '../table/dimension.ts'
import type { Figures } from '../table/figures.ts'
import { isRest, type Programme } from '../table/programme.ts'
import type { DraftCell } from '../tied-release.ts'

/** The tables of one cube, to be protected together with those of others. */
export interface CubeTables {
  readonly cube: string
  readonly programme: Programme
  readonly figures: Figures
}

/** Programmes of several cubes as one, whose cells stand in the order of the cubes, and then the rests. */
export interface JoinedProgrammes {
  readonly programme: Programme
  readonly figures: Figures
  /** The first cell of each cube. */
  readonly offsets: readonly number[]
  /** Ties that the figures contradict, by their names: they are not reckoned with. */
  readonly contradicted: readonly string[]
}

/** The dimension by which cells of one cube are told from those of another, their grand totals too. */
const cubeDimension = '_cube'

const inCube = (cube: string, dimension: string) => `${cube}/${dimension}`

/** A cell as ties see it, with its place in the joined programme. */
type PlacedCell = DraftCell & { readonly at: number }

/**
 * Joins the programmes of several cubes: their tables stay as they are, and what ties say of their cells are
 * relations among others. Where a whole is only at least its parts, what it holds besides them (the _rest_) is a
 * cell that is in no table: nobody learns it, and it is not negative.
 */
export function joinProgrammes(
  cubes: readonly CubeTables[],
  ties: readonly CubeTie[],
): JoinedProgrammes {
  const offsets: number[] = []
  let cellCount = 0
  for (const { programme } of cubes) {
    offsets.push(cellCount)
    cellCount += programme.cellCount
  }
  const { tied, contradicted } = tiedIn(cubes, offsets, ties)
  const rests = tied.filter(({ isExact }) => !isExact)
  const layout = layOut(cubes, offsets, cellCount, rests.length)
  const { starts, cells } = layout
  const firstTie = starts.length - 1
  let rest = cellCount
  for (const { whole, parts, isExact } of tied) {
    cells.push(whole.at, ...parts.map(({ at }) => at))
    if (!isExact) {
      cells.push(rest)
      rest += 1
    }
    starts.push(cells.length)
  }
  const width = layout.dimensions.length
  let places: ReadonlyMap<string, number> | undefined
  const placeAll = () =>
    new Map(
      Array.from({ length: rest }, (_, cell) => [
        layout.codes.subarray(cell * width, (cell + 1) * width).join(','),
        cell,
      ]),
    )
  const programme: Programme = {
    dimensions: layout.dimensions,
    tables: layout.tables,
    tableCells: layout.tableCells,
    selected: true,
    dependencies: cubes.flatMap(dependenciesOf),
    cellCount: rest,
    codes: layout.codes,
    relations: {
      count: starts.length - 1,
      starts: Int32Array.from(starts),
      cells: Int32Array.from(cells),
    },
    joined: { firstTie },
    rests: Uint8Array.from([...cubes.flatMap(restsOf), ...rests.map(() => 1)]),
    find: (wanted) => {
      places ??= placeAll()
      return places.get(Array.prototype.join.call(wanted, ','))
    },
  }
  const open = rests.map(({ whole, parts }) =>
    parts.reduce((left, { value }) => left - value, whole.value),
  )
  return { programme, figures: joinFigures(cubes, open), offsets, contradicted }
}

const dependenciesOf = ({ cube, programme: { dependencies = [] } }: CubeTables): Dependency[] =>
  dependencies.map(({ dimensions, together }) => ({
    dimensions: dimensions.map((dimension) => inCube(cube, dimension)),
    together,
  }))

const restsOf = ({ programme }: CubeTables) =>
  Array.from({ length: programme.cellCount }, (_, cell) => (isRest(programme, cell) ? 1 : 0))

/** What ties say of the cells, but for ties that the figures contradict anywhere. */
function tiedIn(
  cubes: readonly CubeTables[],
  offsets: readonly number[],
  ties: readonly CubeTie[],
) {
  const placed = cubes.flatMap(({ cube, programme, figures }, c) =>
    draftCells(cube, programme, figures).map((cell, at): PlacedCell => ({
      ...cell,
      at: offsets[c]! + at,
    })),
  )
  const trees = new Map(cubes.map(({ cube, programme }) => [cube, publicHierarchies(programme)]))
  const found = findTied(placed, ties, hasCodeOf(trees))
  const contradicted = new Set(found.filter((tied) => !holds(tied)).map(({ tie }) => tie.id))
  const known = new Set<string>()
  const tied = found.filter(({ tie, whole, parts, isExact }) => {
    const says = `${isExact} ${whole.at} ${parts
      .map(({ at }) => at)
      .sort((a, b) => a - b)
      .join(' ')}`
    if (contradicted.has(tie.id) || known.has(says)) return false
    known.add(says)
    return true
  })
  return { tied, contradicted: [...contradicted] }
}

function holds({ whole, parts, isExact }: TiedCells<PlacedCell>): boolean {
  const sum = parts.reduce((total, { value }) => total + value, 0)
  return isExact ? sum === whole.value : sum <= whole.value
}

function layOut(
  cubes: readonly CubeTables[],
  offsets: readonly number[],
  cellCount: number,
  restCount: number,
) {
  const rests = Array.from({ length: restCount }, (_, at) => `rest ${at}`)
  const names: Dimension = makeDimension(cubeDimension, [
    ...cubes.map(({ cube }) => cube),
    ...rests,
  ])
  const dimensions: Dimension[] = [names]
  const firstDimension = cubes.map(({ cube, programme }) => {
    const first = dimensions.length
    for (const each of programme.dimensions) {
      dimensions.push({ ...each, name: inCube(cube, each.name) })
    }
    return first
  })
  const width = dimensions.length
  const codes = new Int32Array((cellCount + restCount) * width)
  for (let cell = 0; cell < cellCount + restCount; cell += 1) {
    dimensions.forEach(({ total }, d) => (codes[cell * width + d] = total))
  }
  const starts = [0]
  const cells: number[] = []
  cubes.forEach(({ cube, programme }, c) => {
    const own = programme.dimensions.length
    for (let cell = 0; cell < programme.cellCount; cell += 1) {
      const to = (offsets[c]! + cell) * width
      codes[to] = names.codes.indexOf(cube)
      codes.set(programme.codes.subarray(cell * own, (cell + 1) * own), to + firstDimension[c]!)
    }
    const { relations } = programme
    for (let relation = 0; relation < relations.count; relation += 1) {
      for (let at = relations.starts[relation]!; at < relations.starts[relation + 1]!; at += 1) {
        cells.push(offsets[c]! + relations.cells[at]!)
      }
      starts.push(cells.length)
    }
  })
  rests.forEach((rest, at) => {
    codes[(cellCount + at) * width] = names.codes.indexOf(rest)
  })
  return {
    dimensions,
    codes,
    starts,
    cells,
    tables: cubes.flatMap(({ programme }, c) =>
      programme.tables.map((table) => [0, ...table.map((d) => d + firstDimension[c]!)]),
    ),
    tableCells: cubes.flatMap(({ programme }, c) =>
      programme.tableCells.map((own) => own.map((cell) => cell + offsets[c]!)),
    ),
  }
}

/** @param open what each rest holds */
function joinFigures(cubes: readonly CubeTables[], open: readonly number[]): Figures {
  const all = cubes.map(({ figures }) => figures)
  const none = open.map(() => 0)
  const join = (each: (figures: Figures) => ArrayLike<number>, rests: readonly number[] = none) =>
    Float64Array.from([...all.flatMap((figures) => Array.from(each(figures))), ...rests])
  const ranks = Math.min(...all.map(({ largest }) => largest.length))
  const isEmpty = ({ programme }: CubeTables) => new Float64Array(programme.cellCount)
  const marked = all.some((figures) => figures.marked !== undefined)
  const needs = all.some((figures) => figures.needs !== undefined)
  const mayBeOne = all.flatMap((figures) => figures.mayBeOne ?? [])
  const orNone = (of: 'marked' | 'needs') =>
    cubes.flatMap((own) => Array.from<number>(own.figures[of] ?? isEmpty(own)))
  return {
    values: join(({ values }) => values, open),
    contributors: join(({ contributors }) => contributors),
    largest: Array.from({ length: ranks }, (_, rank) => join(({ largest }) => largest[rank]!)),
    sole: [...all.flatMap(({ sole }) => Array.from(sole)), ...open.map(() => undefined)],
    ...(mayBeOne.length === 0 ? {} : { mayBeOne }),
    ...(marked ? { marked: Uint8Array.from([...orNone('marked'), ...none]) } : {}),
    ...(needs ? { needs: Float64Array.from([...orNone('needs'), ...none]) } : {}),
  }
}

/** The rules of every cube as rules for all of them: each names the dimensions of its own. */
export function joinRules(
  cubes: readonly { readonly cube: string; readonly rules: PrimaryRules }[],
): PrimaryRules {
  const nationality = cubes.flatMap(({ cube, rules }) =>
    [rules.nationality ?? []].flat().map((rule) => ({
      ...rule,
      dimension: inCube(cube, rule.dimension),
      purpose: inCube(cube, rule.purpose),
    })),
  )
  return { ...cubes[0]!.rules, nationality }
}
