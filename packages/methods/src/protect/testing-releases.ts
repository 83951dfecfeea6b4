import type { RandomGenerator } from '../numerics/index.ts'
import { makeDimension, type Dimension, type HierarchyLine } from './table/dimension.ts'
import type { Figures } from './table/figures.ts'
import { makeProgramme, type Programme } from './table/programme.ts'

/** A random programme of tables with the records it was counted from. SYNTHETIC. */
export interface RandomRelease {
  readonly programme: Programme
  readonly figures: Figures
  readonly records: readonly RandomRecord[]
}

export interface RandomRecord {
  /** Leaf of each dimension, by its position among the dimension's codes. */
  readonly codes: readonly number[]
  readonly person: number
  readonly amount: number
}

export interface ReleasePlan {
  /** Leaves of each dimension, and groups above them, level by level. */
  readonly dimensions: readonly { readonly leaves: number; readonly groups?: readonly number[] }[]
  readonly tables: readonly (readonly number[])[]
  readonly records: number
  /** Records of one person on average; 1 makes every record a person. */
  readonly perPerson?: number
  readonly amounts?: boolean
  /** Above 1, the first codes are the most frequent. */
  readonly skew?: number
}

/** Two to five dimensions, some with hierarchies, in one table or two linked ones. */
export function drawPlan(generator: RandomGenerator): ReleasePlan {
  const width = 2 + generator.below(4)
  const dimensions = Array.from({ length: width }, () => {
    const leaves = 2 + generator.below(width > 3 ? 3 : 5)
    return leaves > 3 && generator.chance(0.6) ? { leaves, groups: [2] } : { leaves }
  })
  const order = dimensions.map((_, d) => d)
  for (let at = order.length - 1; at > 0; at -= 1) {
    const other = generator.below(at + 1)
    ;[order[at], order[other]] = [order[other]!, order[at]!]
  }
  const shared = 1 + generator.below(Math.max(1, width - 2))
  const cut = shared + Math.ceil((width - shared) / 2)
  const tables =
    width === 2 ? [order] : [order.slice(0, cut), [...order.slice(0, shared), ...order.slice(cut)]]
  return {
    dimensions,
    tables: tables.filter((table, at) => at === 0 || table.length > shared),
    records: 20 + generator.below(180),
    skew: 1 + 2 * generator.uniform(),
  }
}

/** Draws records for a plan and counts every cell of its tables. */
export function drawRelease(plan: ReleasePlan, generator: RandomGenerator): RandomRelease {
  const persons = Math.max(1, Math.round(plan.records / (plan.perPerson ?? 1)))
  const drawn = Array.from({ length: plan.records }, (_, at) => ({
    leaves: plan.dimensions.map(({ leaves }) =>
      Math.min(leaves - 1, Math.floor(leaves * generator.uniform() ** (plan.skew ?? 1))),
    ),
    person: plan.perPerson === undefined ? at : generator.below(persons),
    amount: plan.amounts === true ? Math.floor(1000 * generator.uniform() ** 4) : 1,
  }))
  const dimensions = plan.dimensions.map(({ leaves, groups }, d) => {
    const codes = Array.from({ length: leaves }, (_, at) => `c${String(at).padStart(4, '0')}`)
    const occurring = new Set(drawn.map((record) => codes[record.leaves[d]!]!))
    return makeDimension(`d${d}`, occurring, groups && hierarchyOf(codes, groups))
  })
  const records = drawn.map(({ leaves, person, amount }) => ({
    codes: leaves.map((leaf, d) =>
      dimensions[d]!.codes.indexOf(`c${String(leaf).padStart(4, '0')}`),
    ),
    person,
    amount,
  }))
  const programme = makeProgramme(dimensions, plan.tables)
  return { programme, figures: countRecords(programme, records), records }
}

function hierarchyOf(codes: readonly string[], groups: readonly number[]): HierarchyLine[] {
  const lines: HierarchyLine[] = []
  let level = codes
  groups.forEach((count, depth) => {
    const parents = Array.from({ length: count }, (_, at) => `g${depth}.${at}`)
    level.forEach((code, at) =>
      lines.push({ code, parent: parents[Math.floor((at * count) / level.length)]! }),
    )
    level = parents
  })
  for (const code of level) lines.push({ code, parent: '' })
  return lines
}

/** Counts records into cells the plain way: one record after the other, every cell it lies in. */
export function countRecords(programme: Programme, records: readonly RandomRecord[]): Figures {
  const { dimensions, tables } = programme
  const contributions = Array.from({ length: programme.cellCount }, () => new Map<number, number>())
  for (const { codes, person, amount } of records) {
    const cells = new Set<number>()
    const current = dimensions.map(({ total }) => total)
    const lines = codes.map((code, d) => lineage(dimensions[d]!, code))
    const visit = (table: readonly number[], depth: number): void => {
      if (depth === table.length) {
        cells.add(programme.find(current)!)
        return
      }
      const d = table[depth]!
      for (const code of lines[d]!) {
        current[d] = code
        visit(table, depth + 1)
      }
      current[d] = dimensions[d]!.total
    }
    for (const table of tables) visit(table, 0)
    for (const cell of cells) {
      const own = contributions[cell]!
      own.set(person, (own.get(person) ?? 0) + amount)
    }
  }
  const ranked = contributions.map((own) => [...own.values()].sort((a, b) => b - a))
  return {
    values: Float64Array.from(ranked, (amounts) => amounts.reduce((sum, each) => sum + each, 0)),
    contributors: Float64Array.from(ranked, (amounts) => amounts.length),
    largest: [0, 1].map((rank) => Float64Array.from(ranked, (amounts) => amounts[rank] ?? 0)),
    sole: contributions.map((own) => (own.size === 1 ? String([...own.keys()][0]) : undefined)),
  }
}

function lineage(dimension: Dimension, code: number): number[] {
  const codes: number[] = []
  for (let at = code; at !== -1; at = dimension.parents[at]!) codes.push(at)
  return codes
}
