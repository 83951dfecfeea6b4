import { attack, type AttackReport } from './attack/attack.ts'
import type { Inside, Offer } from './attack/offers.ts'
import { nothingSettled, type SettledCells } from './attack/settled-cells.ts'
import { cellName, type PublicHierarchies, type PublicTable } from './attack/public-cells.ts'
import type { Leak, Wanted } from './attack/wanted.ts'
import { listTargets, type MeasureKind, type PrimaryRules, type Target } from './primary/targets.ts'
import { Refusal } from '../vocabulary/index.ts'
import { protectMethodRefusals } from './refusals.ts'
import type { Solver } from './solver.ts'
import { isSmall, suppress, type Suppression } from './suppression/suppress.ts'
import {
  suppressionProblem,
  type SuppressionProblem,
  type WeightKind,
} from './suppression/suppression-problem.ts'
import type { Figures } from './table/figures.ts'
import { nameCell, type Programme } from './table/programme.ts'

export interface ProtectOptions {
  readonly kind: MeasureKind
  readonly weights: WeightKind
  /** What earlier releases have settled; nothing where absent. */
  readonly settled?: SettledCells
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
  const work = { programme, figures, rules, solver, options, names: nameAll(programme) }
  const isCertain = options.kind.countsPersons && rules.group === undefined
  if (figures.parts === undefined || isCertain) return await protect(work)
  // contributors are few enough to be asked one by one: what none of them refutes may be cheaper
  const zerosAreShown = options.kind.counts && rules.group === undefined
  if (programme.cellCount > askedUpTo) {
    const safe = await protect(work).catch(unlessInfeasible)
    return safe ?? (await protect(work, zerosAreShown ? 1 : 0))
  }
  const asked = await protect(work, zerosAreShown ? 1 : 0).catch(unlessInfeasible)
  if (asked !== undefined && asked.suppression.gap === 0) return asked
  if (asked === undefined) return await protect(work)
  const safe = await protect(work).catch(unlessInfeasible)
  return safe === undefined || asked.suppression.cost <= safe.suppression.cost ? asked : safe
}

/** Cells up to which a pattern is sought in both ways: above, the second rarely pays for its time. */
const askedUpTo = 300

function unlessInfeasible(error: unknown): undefined {
  if (!(error instanceof Refusal)) throw error
  return undefined
}

interface ProtectWork {
  readonly programme: Programme
  readonly figures: Figures
  readonly rules: PrimaryRules
  readonly solver: Solver
  readonly options: ProtectOptions
  readonly names: readonly string[]
}

async function protect(
  { programme, figures, rules, solver, options, names }: ProtectWork,
  publicFloor?: number,
): Promise<ProtectedProgramme> {
  let targets = listTargets(programme, figures, rules, options.kind)
  const insiders = new Map<string, ReadonlyMap<number, number>>()
  for (let round = 0; ; round += 1) {
    const plain = suppressionProblem(programme, figures, targets, options.weights, publicFloor)
    const problem = insiders.size === 0 ? plain : { ...plain, insiders: [...insiders.values()] }
    const lost = settle(problem, names, options.settled ?? nothingSettled)
    const found = await suppress(problem, solver, {
      progress: (done) => options.progress?.('suppress', done),
    })
    const suppression = withLost(found, lost)
    const inside = insideOf(programme, figures, suppression.hidden, names)
    const offers = offersOf(suppression, targets, names)
    const report = await attack(
      publicTables(programme, figures.values, suppression.hidden),
      publicHierarchies(programme),
      targets.flatMap((target) => wantedOf(target, figures, rules, names)),
      solver,
      { whole: true, inside, offers, progress: (done) => options.progress?.('attack', done) },
    )
    if (report.leaks.length === 0) {
      const statuses = statusesOf(programme, figures, targets, suppression.hidden)
      return { statuses, targets, suppression, attack: report }
    }
    const before = insiders.size
    // where only moves are sought, the same pattern would come again
    for (const { person } of isSmall(problem) ? report.leaks : []) {
      if (person !== undefined) insiders.set(person, partsOf(person, figures))
    }
    if (insiders.size > before && insiders.size <= mostInsiders) continue
    if (round >= 3) {
      const cell = names.indexOf(report.leaks[0]!.cell)
      throw protectMethodRefusals.refuse('infeasible', { cell: nameCell(programme, cell) })
    }
    targets = strengthen(targets, report.leaks, figures, names)
  }
}

/** Contributors who see through patterns, up to which they are reckoned with one by one. */
const mostInsiders = 12

function partsOf(person: string, { parts }: Figures): ReadonlyMap<number, number> {
  const own = new Map<number, number>()
  parts!.forEach((each, cell) => {
    const part = each.get(person)
    if (part !== undefined) own.set(cell, part)
  })
  return own
}

interface LostCells {
  readonly cells: readonly number[]
  readonly weight: number
}

/**
 * Cells that are hidden since an earlier release cost nothing more; cells shown then fall no lower.
 *
 * @returns what is lost already
 */
function settle(
  problem: SuppressionProblem,
  names: readonly string[],
  { hidden, atLeast }: SettledCells,
): LostCells {
  const cells: number[] = []
  let weight = 0
  const sensitive = new Set(problem.targets.map(({ cell }) => cell))
  names.forEach((name, cell) => {
    const least = atLeast.get(name)
    if (least !== undefined) {
      for (const floors of [problem.floors, problem.publicFloors]) {
        floors[cell] = Math.max(floors[cell]!, least)
      }
    }
    if (!hidden.has(name) || problem.suppressible[cell] === 0 || sensitive.has(cell)) return
    cells.push(cell)
    weight += problem.weights[cell]!
    problem.weights[cell] = 0
  })
  return { cells, weight }
}

function withLost(found: Suppression, { cells, weight }: LostCells): Suppression {
  if (cells.length === 0) return found
  const hidden = found.hidden.slice()
  for (const cell of cells) hidden[cell] = 1
  const [cost, bound] = [found.cost + weight, found.bound + weight]
  return { ...found, hidden, cost, bound, gap: cost === 0 ? 0 : (cost - bound) / cost }
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
  const parts = new Map<string, Map<string, number>>()
  figures.parts?.forEach((own, cell) => {
    if (hidden[cell] === 0) return
    for (const [person, part] of own) {
      const known = parts.get(person) ?? new Map<string, number>()
      parts.set(person, known.set(names[cell]!, part))
    }
  })
  return { truth, largest, alone, ...(figures.parts === undefined ? {} : { parts }) }
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
    // persons whose amounts come to nothing are not told from nobody
    return figures.values[cell] === 0 ? 'empty' : 'safe'
  })
  for (const { cell } of targets) statuses[cell] = 'primary'
  return statuses
}

function strengthen(
  targets: readonly Target[],
  leaks: readonly Leak[],
  figures: Figures,
  names: readonly string[],
): Target[] {
  const required = new Map(leaks.map((leak) => [leak.cell, leak.required]))
  const strengthened = targets.map((target) => {
    const bound = required.get(names[target.cell]!)
    if (bound === undefined) return target
    if (target.parent !== undefined) return { ...target, need: target.need + 1 }
    const missing = Math.ceil(bound - figures.values[target.cell]!)
    return { ...target, need: Math.max(target.need + 1, missing) }
  })
  const upward = new Set(
    targets.flatMap(({ cell, parent }) => (parent === undefined ? [cell] : [])),
  )
  const grouped = new Set(targets.map(({ cell }) => cell))
  for (const cell of grouped) {
    // a cell that is open by what contains it alone has to be open by itself
    if (upward.has(cell) || !required.has(names[cell]!)) continue
    strengthened.push({ cell, rule: 'group', need: 1 })
  }
  return strengthened
}
