import { levelCodes, type CubeDomain } from './cube-domain.ts'
import type { CubeQuery } from './cube-query.ts'
import { ordinalColumn } from './cube-source.ts'
import type { LevelReference } from './dimension-level.ts'
import type { ResolvedCondition } from './resolved-condition.ts'

/** Built cells, or a roll-up of them, as columns in memory: small ones, answered without an engine. */
export interface CellColumns {
  readonly rows: number
  /** Ordinals by the column of their level. */
  readonly ordinals: ReadonlyMap<string, Uint16Array>
  /** Values by the id of their measure; NaN where no record gives a figure. */
  readonly measures: ReadonlyMap<string, Float64Array>
}

/** Where each selected row is counted. */
type Places = Int32Array | Float64Array

/** Combinations up to which sums lie in an array, one place each; beyond, in a map. */
const densest = 2 ** 18

/**
 * Groups columns by the levels of a query and adds up its measure: the rows that the statement of
 * `compileCubeQuery` would give, without rest and margins (`r0…`, `c0…` as ordinals, `v`).
 *
 * @throws RangeError where the columns do not hold a level or the measure
 */
export function groupCells(
  columns: CellColumns,
  query: CubeQuery,
  domain: CubeDomain,
): Record<string, number | null>[] {
  const selected = selectRows(columns, query.where, domain)
  const count = selected?.length ?? columns.rows
  const values = columns.measures.get(query.measure.id)
  if (!values) throw new RangeError(`no measure ${query.measure.id}`)
  const keys = [
    ...query.rows.map((reference, i) => ({
      name: `r${i}`,
      ...levelOf(columns, reference, domain),
    })),
    ...query.columns.map((reference, i) => ({
      name: `c${i}`,
      ...levelOf(columns, reference, domain),
    })),
  ]
  const combinations = keys.reduce((product, { codes }) => product * Math.max(1, codes), 1)
  const places: Places = combinations <= densest ? new Int32Array(count) : new Float64Array(count)
  for (const { codes, ordinals } of keys) addDigit(places, selected, ordinals, codes)
  const sums =
    combinations <= densest
      ? sumByArray(places, selected, values, combinations)
      : sumByMap(places, selected, values)
  return sums.map(({ place, sum }) => {
    const answered: Record<string, number | null> = { v: sum }
    let left = place
    for (let i = keys.length - 1; i >= 0; i--) {
      const { name, codes } = keys[i]!
      answered[name] = left % codes
      left = Math.floor(left / codes)
    }
    return answered
  })
}

/** Rows that meet every condition, in their order; undefined where there is none and all rows count. */
function selectRows(
  columns: CellColumns,
  where: readonly ResolvedCondition[],
  domain: CubeDomain,
): Uint32Array | undefined {
  // The condition that allows least goes first: the others look at what it leaves.
  const [first, ...others] = where
    .map((condition) => conditionOf(columns, condition, domain))
    .sort((a, b) => a.share - b.share)
  if (first === undefined) return undefined
  const { ordinals, allowed } = first
  const selected = new Uint32Array(columns.rows)
  let kept = 0
  for (let row = 0; row < columns.rows; row++) {
    selected[kept] = row
    kept += allowed[ordinals[row]!]!
  }
  return others.reduce(
    (left, each) => left.subarray(0, keepAllowed(left, each.ordinals, each.allowed)),
    selected.subarray(0, kept),
  )
}

/** A condition as marks by ordinal, and the share of codes that it allows. */
function conditionOf(
  columns: CellColumns,
  { reference, codes: wanted }: ResolvedCondition,
  domain: CubeDomain,
) {
  const { ordinals, codes } = levelOf(columns, reference, domain)
  const allowed = new Uint8Array(codes)
  const all = levelCodes(domain, reference.dimension.id, reference.depth)
  let marked = 0
  for (const code of wanted) {
    const ordinal = all.indexOf(code)
    if (ordinal < 0) continue
    allowed[ordinal] = 1
    marked += 1
  }
  return { ordinals, allowed, share: marked / Math.max(1, codes) }
}

/** Moves the rows whose ordinal is allowed to the front; returns how many they are. */
function keepAllowed(selected: Uint32Array, ordinals: Uint16Array, allowed: Uint8Array): number {
  let kept = 0
  for (let i = 0; i < selected.length; i++) {
    const row = selected[i]!
    selected[kept] = row
    kept += allowed[ordinals[row]!]!
  }
  return kept
}

/** One more digit of the place of each selected row, in a mixed radix. */
function addDigit(
  places: Places,
  selected: Uint32Array | undefined,
  ordinals: Uint16Array,
  codes: number,
): void {
  if (selected === undefined) {
    for (let row = 0; row < places.length; row++)
      places[row] = places[row]! * codes + ordinals[row]!
    return
  }
  for (let i = 0; i < selected.length; i++) {
    places[i] = places[i]! * codes + ordinals[selected[i]!]!
  }
}

function levelOf(columns: CellColumns, reference: LevelReference, domain: CubeDomain) {
  const ordinals = columns.ordinals.get(ordinalColumn(reference))
  if (!ordinals) throw new RangeError(`no level ${reference.id}`)
  return { ordinals, codes: levelCodes(domain, reference.dimension.id, reference.depth).length }
}

interface Sum {
  readonly place: number
  readonly sum: number | null
}

// A group exists as soon as it has a row; its sum is null until one of its rows has a figure.

function sumByArray(
  places: Places,
  selected: Uint32Array | undefined,
  values: Float64Array,
  combinations: number,
): Sum[] {
  const sums = new Float64Array(combinations)
  const seen = new Uint8Array(combinations)
  const met: number[] = []
  for (let i = 0; i < places.length; i++) {
    const place = places[i]!
    const value = values[selected === undefined ? i : selected[i]!]!
    if (seen[place] === 0) {
      seen[place] = 1
      met.push(place)
    }
    if (!Number.isNaN(value)) {
      seen[place] = 2
      sums[place] = sums[place]! + value
    }
  }
  return met.map((place) => ({ place, sum: seen[place] === 2 ? sums[place]! : null }))
}

function sumByMap(places: Places, selected: Uint32Array | undefined, values: Float64Array): Sum[] {
  const sums = new Map<number, number | null>()
  for (let i = 0; i < places.length; i++) {
    const known = sums.get(places[i]!) ?? null
    const value = values[selected === undefined ? i : selected[i]!]!
    sums.set(places[i]!, Number.isNaN(value) ? known : (known ?? 0) + value)
  }
  return [...sums].map(([place, sum]) => ({ place, sum }))
}
