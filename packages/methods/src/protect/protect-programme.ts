import { attack, type AttackReport } from './attack/attack.ts'
import type { Inside, Offer } from './attack/offers.ts'
import { cellName, type PublicHierarchies, type PublicTable } from './attack/public-cells.ts'
import type { Leak, Wanted } from './attack/wanted.ts'
import { listTargets, type MeasureKind, type PrimaryRules, type Target } from './primary/targets.ts'
import { protectMethodRefusals } from './refusals.ts'
import type { Solver } from './solver.ts'
import { suppress, type Suppression } from './suppression/suppress.ts'
import { suppressionProblem, type WeightKind } from './suppression/suppression-problem.ts'
import type { Figures } from './table/figures.ts'
import { nameCell, type Programme } from './table/programme.ts'

export interface ProtectOptions {
  readonly kind: MeasureKind
  readonly weights: WeightKind
  readonly progress?: (step: 'suppress' | 'attack', done: number) => void
}

export type CellStatus = 'safe' | 'primary' | 'secondary' | 'empty'

export interface ProtectedProgramme {
  /** Status of every cell of the programme. */
  readonly statuses: readonly CellStatus[]
  readonly targets: readonly Target[]
  readonly suppression: Suppression
  readonly attack: AttackReport
}

/**
 * Protects a programme of tables and attacks the result before it is handed out: sensitive cells
 * by the rules, further cells by secondary suppression, then the attacker on the published tables,
 * as the public and as each single contributor. A cell that the attacker opens too little is given
 * a larger need and all is done again.
 *
 * @throws the refusal `infeasible` where a requirement cannot be met
 */
export async function protectProgramme(
  programme: Programme,
  figures: Figures,
  rules: PrimaryRules,
  solver: Solver,
  options: ProtectOptions,
): Promise<ProtectedProgramme> {
  let targets = listTargets(programme, figures, rules, options.kind)
  for (let round = 0; ; round += 1) {
    const problem = suppressionProblem(programme, figures, targets, options.weights)
    const suppression = await suppress(problem, solver, {
      progress: (done) => options.progress?.('suppress', done),
    })
    const names = nameAll(programme)
    const inside = insideOf(programme, figures, suppression.hidden, names)
    const offers = offersOf(suppression, targets, names)
    const report = await attack(
      publicTables(programme, figures.values, suppression.hidden),
      publicHierarchies(programme),
      targets.map((target) => wantedOf(target, figures, rules, names)),
      solver,
      { whole: true, inside, offers, progress: (done) => options.progress?.('attack', done) },
    )
    if (report.leaks.length === 0) {
      const statuses = statusesOf(programme, figures, targets, suppression.hidden)
      return { statuses, targets, suppression, attack: report }
    }
    if (round === 3) {
      const cell = programmeCell(names, report.leaks[0]!)
      throw protectMethodRefusals.refuse('infeasible', { cell: nameCell(programme, cell) })
    }
    targets = strengthen(targets, report.leaks, figures, names)
  }
}

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

function nameAll(programme: Programme): string[] {
  const width = programme.dimensions.length
  const dimensions = programme.dimensions.map(({ name }) => name)
  return Array.from({ length: programme.cellCount }, (_, cell) =>
    cellName(
      dimensions,
      programme.dimensions.map(({ codes }, d) => codes[programme.codes[cell * width + d]!]!),
    ),
  )
}

function wantedOf(
  target: Target,
  figures: Figures,
  rules: PrimaryRules,
  names: readonly string[],
): Wanted {
  const cell = names[target.cell]!
  if (target.parent !== undefined) {
    const rest = figures.values[target.parent]! - figures.values[target.cell]!
    return { cell, within: { cell: names[target.parent]!, beyond: rest + target.need } }
  }
  const reach = figures.values[target.cell]! + target.need
  const ratio = publicRatio(rules)
  return ratio === undefined || target.rule === 'threshold'
    ? { cell, reach }
    : { cell, reach, ratio }
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

function insideOf(
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
  return { truth, largest, alone }
}

function offersOf(
  suppression: Suppression,
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

function statusesOf(
  programme: Programme,
  figures: Figures,
  targets: readonly Target[],
  hidden: Uint8Array,
): CellStatus[] {
  const statuses = Array.from({ length: programme.cellCount }, (_, cell): CellStatus => {
    if (hidden[cell] === 1) return 'secondary'
    return figures.contributors[cell] === 0 ? 'empty' : 'safe'
  })
  for (const { cell } of targets) statuses[cell] = 'primary'
  return statuses
}

function programmeCell(names: readonly string[], leak: Leak): number {
  return names.indexOf(leak.cell)
}

function strengthen(
  targets: readonly Target[],
  leaks: readonly Leak[],
  figures: Figures,
  names: readonly string[],
): Target[] {
  const required = new Map(leaks.map((leak) => [leak.cell, leak.required]))
  return targets.map((target) => {
    const bound = required.get(names[target.cell]!)
    if (bound === undefined || target.parent !== undefined) return target
    const missing = Math.ceil(bound - figures.values[target.cell]!)
    return { ...target, need: Math.max(target.need + 1, missing) }
  })
}
