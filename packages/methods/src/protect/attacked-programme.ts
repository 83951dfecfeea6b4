import type { Inside, Offer } from './attack/offers.ts'
import { cellName, type PublicHierarchies, type PublicTable } from './attack/public-cells.ts'
import type { Wanted } from './attack/wanted.ts'
import type { PrimaryRules, Target } from './primary/targets.ts'
import type { Suppression } from './suppression/suppress.ts'
import type { Figures } from './table/figures.ts'
import type { Programme } from './table/programme.ts'

/** The tables as the public sees them. */
export function publicTables(
  programme: Programme,
  values: ArrayLike<number>,
  hidden: ArrayLike<number>,
): PublicTable[] {
  const width = programme.dimensions.length
  return programme.tables.map((table, t) => ({
    name: table.map((d) => programme.dimensions[d]!.name).join('__'),
    dimensions: table.map((d) => programme.dimensions[d]!.name),
    rows: Array.from(programme.tableCells[t]!, (cell) => ({
      codes: table.map((d) => programme.dimensions[d]!.codes[programme.codes[cell * width + d]!]!),
      value: hidden[cell] === 1 ? null : values[cell]!,
    })),
    ...(programme.selected === true ? { selected: true as const } : {}),
  }))
}

export function publicHierarchies(programme: Programme): PublicHierarchies {
  return Object.fromEntries(
    programme.dimensions.map(({ name, codes, parents, total }) => [
      name,
      new Map(
        codes
          .slice(0, total)
          .map((code, at) => [code, parents[at] === total ? '' : codes[parents[at]!]!]),
      ),
    ]),
  )
}

/** What is known to add up beside the tables: the ties of cubes that are protected together. */
export function tiedSums(
  { relations: { starts, cells, count }, joined }: Programme,
  names: readonly string[],
): string[][] {
  const sums: string[][] = []
  for (let relation = joined?.firstTie ?? count; relation < count; relation += 1) {
    const tied = cells.subarray(starts[relation], starts[relation + 1])
    sums.push(Array.from(tied, (cell) => names[cell]!))
  }
  return sums
}

export function nameAll(programme: Programme): string[] {
  const width = programme.dimensions.length
  const dimensions = programme.dimensions.map(({ name }) => name)
  return Array.from({ length: programme.cellCount }, (_, cell) =>
    cellName(
      dimensions,
      programme.dimensions.map(({ codes }, d) => codes[programme.codes[cell * width + d]!]!),
    ),
  )
}

export function wantedOf(
  target: Target,
  figures: Figures,
  rules: PrimaryRules,
  names: readonly string[],
): Wanted[] {
  const cell = names[target.cell]!
  if (target.parent !== undefined) {
    const rest = figures.values[target.parent]! - figures.values[target.cell]!
    // the cell itself must stay open too
    return [
      { cell, within: { cell: names[target.parent]!, beyond: rest + target.need } },
      { cell, publicOnly: true },
    ]
  }
  const reach = figures.values[target.cell]! + target.need
  const ratio = publicRatio(rules)
  return ratio === undefined || target.rule === 'threshold'
    ? [{ cell, reach }]
    : [{ cell, reach, ratio }]
}

/**
 * What whoever sees only the tables demands of a sensitive cell under p % or dominance, not
 * knowing its contributors: the worst case is that one person holds all of it.
 */
export function publicRatio(rules: PrimaryRules): number | undefined {
  const ratios: number[] = []
  if (rules.pPercent !== undefined) ratios.push(1 + rules.pPercent / 100)
  if (rules.dominance !== undefined) ratios.push(100 / rules.dominance[1])
  return ratios.length === 0 ? undefined : Math.min(...ratios)
}

export function insideOf(
  programme: Programme,
  figures: Figures,
  hidden: Uint8Array,
  names: readonly string[],
): Inside {
  const truth = new Map<string, number>()
  const largest = new Map<string, number>()
  const alone = new Map<string, string>()
  for (let cell = 0; cell < programme.cellCount; cell += 1) {
    if (hidden[cell] === 0) continue
    const name = names[cell]!
    truth.set(name, figures.values[cell]!)
    largest.set(name, Math.min(figures.values[cell]!, figures.largest[0]?.[cell] ?? 0))
    if (figures.contributors[cell] === 1) alone.set(name, figures.sole[cell] ?? `alone in ${name}`)
  }
  const parts = new Map<string, Map<string, number>>()
  figures.parts?.forEach((own, cell) => {
    if (hidden[cell] === 0) return
    for (const [person, part] of own) {
      const known = parts.get(person) ?? new Map<string, number>()
      parts.set(person, known.set(names[cell]!, part))
    }
  })
  return {
    truth,
    largest,
    alone,
    ...(figures.parts === undefined ? {} : { parts }),
    ...(figures.mayBeOne === undefined
      ? {}
      : { mayBeOne: figures.mayBeOne, nameless: true as const }),
  }
}

export function offersOf(
  suppression: Pick<Suppression, 'proofs'>,
  targets: readonly Target[],
  names: readonly string[],
): Offer[] {
  return targets.flatMap((target) =>
    (suppression.proofs.get(target) ?? []).map((move) => ({
      cell: names[target.cell]!,
      changes: new Map(move.cells.map((cell, at) => [names[cell]!, move.amounts[at]!])),
    })),
  )
}
