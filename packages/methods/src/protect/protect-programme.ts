import { attack, type AttackReport } from './attack/attack.ts'
import { nothingSettled, type SettledCells } from './attack/settled-cells.ts'
import {
  insideOf,
  nameAll,
  offersOf,
  publicHierarchies,
  publicTables,
  tiedSums,
  wantedOf,
} from './attacked-programme.ts'
import { shareOfCoarse, type Coarsened, type Coarsening } from './coarsened.ts'
import { listTargets, type MeasureKind, type PrimaryRules, type Target } from './primary/targets.ts'
import { Refusal } from '../vocabulary/index.ts'
import { protectMethodRefusals } from './refusals.ts'
import type { Solver } from './solver.ts'
import { CoarsePatterns } from './suppression/coarse-pattern.ts'
import { suppressionLowerBound } from './suppression/lower-bound.ts'
import { settle, withLost } from './suppression/settle.ts'
import { isSmall, suppress, type Suppression } from './suppression/suppress.ts'
import {
  suppressionProblem,
  type SuppressionProblem,
  type WeightKind,
} from './suppression/suppression-problem.ts'
import { showNeedless, type SafePattern } from './show-needless.ts'
import { strengthen } from './strengthen.ts'
import type { Figures } from './table/figures.ts'
import { isRest, nameCell, type Programme } from './table/programme.ts'
import { OutOfWork, WorkBudget } from './work-budget.ts'

export interface ProtectOptions {
  readonly kind: MeasureKind
  readonly weights: WeightKind
  /** What earlier releases have settled; absent where there are none. */
  readonly settled?: SettledCells
  /** Work that may be spent; where absent, what its cells are allowed. */
  readonly work?: WorkBudget
  /** Levels of detail, the finest first, that are hidden whole from the start; none where absent. */
  readonly coarsen?: Coarsening
  readonly progress?: (step: 'suppress' | 'attack', done: number) => void
}

export type CellStatus = 'safe' | 'primary' | 'secondary' | 'empty'

export interface ProtectedProgramme {
  /** Status of every cell of the programme. */
  readonly statuses: readonly CellStatus[]
  readonly targets: readonly Target[]
  readonly suppression: Suppression
  readonly attack: AttackReport
  /** Whole levels of detail that are hidden as a last resort; absent where none had to be. */
  readonly coarsened?: Coarsened
  /** Why cells are hidden that no rule calls sensitive, other than to keep those hidden. */
  readonly apart: ReadonlyMap<number, HiddenApart>
}

/**
 * `level`: all of its level of detail is hidden; `earlier`: an earlier release hid it, or (under the last
 * resort) it has changed since.
 */
export type HiddenApart = 'level' | 'earlier'

/**
 * Protects a programme of tables and attacks the result before it is handed out: sensitive cells
 * by the rules, further cells by secondary suppression, then the attacker on the published tables,
 * as the public and as each single contributor. A cell that the attacker opens too little is given
 * a larger need and all is done again.
 *
 * The work is limited, in units that are the same on every machine. Where it is spent before a
 * pattern is proven safe, whole levels of detail are hidden, until the attacker finds nothing.
 *
 * @throws the refusal `infeasible` where a requirement cannot be met by hiding all that is not zero
 */
export async function protectProgramme(
  programme: Programme,
  figures: Figures,
  rules: PrimaryRules,
  solver: Solver,
  options: ProtectOptions,
): Promise<ProtectedProgramme> {
  const budget = options.work ?? WorkBudget.forCells(programme.cellCount)
  const names = nameAll(programme)
  const metered = budget.meter(solver)
  const work: ProtectWork = { programme, figures, rules, solver: metered, options, names, budget }
  if (options.coarsen !== undefined) return await coarsen(work, options.coarsen)
  try {
    return await protectInFull(work)
  } catch (error) {
    if (error instanceof OutOfWork)
      return await coarsen(work, { levels: firstLevels(options), because: 'work' })
    if (!isRefusal(error) || !(await holdsWithAllHidden(work))) throw error
    return await coarsen(work, {
      levels: firstLevels(options),
      because: isBeside(options) ? 'earlier' : 'attack',
    })
  }
}

/**
 * As `protectProgramme`, without a last resort.
 *
 * @returns `work` where the work allowed did not suffice, `unsafe` where no pattern was found that is safe
 */
export async function protectOrNot(
  programme: Programme,
  figures: Figures,
  rules: PrimaryRules,
  solver: Solver,
  options: ProtectOptions & { readonly work: WorkBudget },
): Promise<ProtectedProgramme | 'work' | 'unsafe'> {
  const names = nameAll(programme)
  const budget = options.work
  const metered = budget.meter(solver)
  try {
    return await protect({ programme, figures, rules, solver: metered, options, names, budget })
  } catch (error) {
    if (error instanceof OutOfWork) return 'work'
    if (isRefusal(error)) return 'unsafe'
    throw error
  }
}

/** Whether earlier releases have cells of the programme that changed since. */
const isBeside = ({ settled = nothingSettled }: ProtectOptions) => settled.changed.size > 0

/** Beside earlier releases it may do to hide what has changed since. */
const firstLevels = (options: ProtectOptions) => (isBeside(options) ? 0 : 1)

/** With the figures as they are, or, where contributors are known, as they may be asked one by one. */
async function protectInFull(work: ProtectWork): Promise<ProtectedProgramme> {
  const { programme, figures, rules, options } = work
  const isCertain = options.kind.countsPersons && rules.group === undefined
  if (figures.parts === undefined || isCertain) return await protect(work)
  // contributors are few enough to be asked one by one: what none of them refutes may be cheaper
  const zerosAreShown = options.kind.counts && rules.group === undefined
  if (programme.cellCount > askedUpTo) {
    const safe = await protect(work).catch(unlessInfeasible)
    return safe ?? (await protect(work, zerosAreShown ? 1 : 0))
  }
  const asked = await work.budget.upTo(shareOfAsking, () =>
    protect(work, zerosAreShown ? 1 : 0).catch(unlessInfeasible),
  )
  if (asked !== undefined && asked.suppression.gap === 0) return asked
  if (asked === undefined) return await protect(work)
  const safe = await work.budget.upTo(1, () => protect(work).catch(unlessInfeasible))
  return safe === undefined || asked.suppression.cost <= safe.suppression.cost ? asked : safe
}

/** Cells up to which a pattern is sought in both ways: above, the second rarely pays for its time. */
const askedUpTo = 300

/** The share of the work allowed for a pattern that contributors are asked about. */
const shareOfAsking = 0.4

function unlessInfeasible(error: unknown): undefined {
  if (!isRefusal(error)) throw error
  return undefined
}

const isRefusal = (error: unknown) => error instanceof Refusal

interface ProtectWork {
  readonly programme: Programme
  readonly figures: Figures
  readonly rules: PrimaryRules
  /** Counts its work in the budget. */
  readonly solver: Solver
  readonly options: ProtectOptions
  readonly names: readonly string[]
  readonly budget: WorkBudget
}

async function protect(work: ProtectWork, publicFloor?: number): Promise<ProtectedProgramme> {
  const { programme, figures, rules, solver, options, names, budget } = work
  const required = listTargets(programme, figures, rules, options.kind)
  let targets = required
  const insiders = new Map<string, ReadonlyMap<number, number>>()
  for (let round = 0; ; round += 1) {
    const plain = suppressionProblem(programme, figures, targets, options.weights, publicFloor)
    const problem = insiders.size === 0 ? plain : { ...plain, insiders: [...insiders.values()] }
    const lost = settle(problem, names, options.settled ?? nothingSettled)
    const found = await suppress(problem, solver, {
      work: budget,
      progress: (done) => options.progress?.('suppress', done),
    })
    const suppression = withLost(found, lost)
    const report = await attackPattern(work, targets, suppression)
    if (report.leaks.length === 0) {
      // no pattern of less is safe, where nothing was asked for but what the rules ask
      const isLeast = suppression.gap === 0 && round === 0 && publicFloor !== undefined
      const safe = isLeast
        ? { suppression, report }
        : await showMore(work, required, problem, { suppression, report })
      const apart = new Map(lost.cells.map((cell) => [cell, 'earlier' as const]))
      return { ...protectedBy(work, targets, safe.suppression, safe.report), apart }
    }
    const before = insiders.size
    // where only moves are sought, the same pattern would come again
    for (const { person, known } of isSmall(problem) ? report.leaks : []) {
      if (person !== undefined) insiders.set(person, partsOf(person, figures))
      else if (known !== undefined) insiders.set(known.join('\n'), valuesOf(known, names, figures))
    }
    if (insiders.size > before && insiders.size <= mostInsiders) continue
    if (round >= 3) {
      const cell = names.indexOf(report.leaks[0]!.cell)
      throw protectMethodRefusals.refuse('infeasible', { cell: nameCell(programme, cell) })
    }
    targets = strengthen(targets, report.leaks, figures, names)
  }
}

/**
 * Shows what need not be hidden, in small programmes. Beside earlier releases all stays as it is: what is
 * hidden more than need be makes the attack on all together find less.
 */
async function showMore(
  work: ProtectWork,
  required: readonly Target[],
  problem: SuppressionProblem,
  found: SafePattern,
): Promise<SafePattern> {
  const isBeside = work.options.settled !== undefined
  if (isBeside || !isSmall(problem)) return found
  return await showNeedless(found, problem, work.budget, (suppression) =>
    attackPattern(work, required, suppression, { untilLeak: true }),
  )
}

interface HowAttacked {
  /** Whether a cell lies on a level that is hidden whole, so that it may be empty. */
  readonly isWhole?: (cell: number) => boolean
  readonly untilLeak?: true
}

/** Attacks the tables that a pattern leaves, as the public and as each single contributor. */
async function attackPattern(
  { programme, figures, rules, solver, options, names }: ProtectWork,
  targets: readonly Target[],
  { hidden, ...suppression }: Suppression,
  { isWhole = () => false, untilLeak }: HowAttacked = {},
): Promise<AttackReport> {
  const unseen =
    programme.rests === undefined
      ? hidden
      : hidden.map((flag, cell) => (isRest(programme, cell) ? 1 : flag))
  // elsewhere zeros are shown, where no rule hides them: what is hidden holds somebody
  const floor = new Map<string, number>()
  if (options.kind.counts && rules.group === undefined) {
    names.forEach((name, cell) => {
      const isOpen = hidden[cell] === 0 || isWhole(cell) || isRest(programme, cell)
      if (!isOpen && figures.values[cell]! > 0) floor.set(name, 1)
    })
  }
  return await attack(
    publicTables(programme, figures.values, hidden),
    publicHierarchies(programme),
    targets.flatMap((target) => wantedOf(target, figures, rules, names)),
    solver,
    {
      whole: true,
      sums: tiedSums(programme, names),
      dependencies: programme.dependencies ?? [],
      inside: { ...insideOf(programme, figures, unseen, names), floor },
      offers: offersOf(suppression, targets, names),
      ...(untilLeak === undefined ? {} : { untilLeak }),
      progress: (done) => options.progress?.('attack', done),
    },
  )
}

function protectedBy(
  { programme, figures }: ProtectWork,
  targets: readonly Target[],
  suppression: Suppression,
  report: AttackReport,
): Omit<ProtectedProgramme, 'apart'> {
  const statuses = statusesOf(programme, figures, targets, suppression.hidden)
  return { statuses, targets, suppression, attack: report }
}

/**
 * Hides what has changed since earlier releases, and whole levels of detail, one more each time, until
 * the attacker finds nothing.
 */
async function coarsen(
  work: ProtectWork,
  { levels: first, because }: Coarsening,
): Promise<ProtectedProgramme> {
  const { programme, rules, options, names, budget } = work
  // what cells need beside earlier releases is left to the attack on all together
  const { needs: _, ...figures } = work.figures
  const targets = listTargets(programme, figures, rules, options.kind)
  const problem = suppressionProblem(programme, figures, targets, options.weights)
  const { changed } = options.settled ?? nothingSettled
  const kept = names.flatMap((name, cell) => (changed.has(name) ? [cell] : []))
  const patterns = new CoarsePatterns(problem, kept)
  const { levels } = patterns
  const leastLost = suppressionLowerBound(problem)
  for (let count = Math.min(first, levels); ; count += 1) {
    const suppression = suppressionOf(problem, patterns.hide(count), leastLost)
    const isWhole = (cell: number) => patterns.isBelow(count, cell)
    const report =
      count === levels
        ? nothingTold(targets, names)
        : await budget.beyond(shareOfCoarse, () =>
            attackPattern(work, targets, suppression, { isWhole }),
          )
    if (report === undefined || report.leaks.length > 0) continue
    const whole = [...names.keys()].filter(isWhole)
    return {
      ...protectedBy(work, targets, suppression, report),
      coarsened: { levels: count, of: levels, cells: whole.length, because },
      apart: new Map<number, HiddenApart>([
        ...kept.map((cell) => [cell, 'earlier'] as const),
        ...whole.map((cell) => [cell, 'level'] as const),
      ]),
    }
  }
}

function suppressionOf(
  problem: SuppressionProblem,
  hidden: Uint8Array,
  leastLost: number,
): Suppression {
  const cost = hidden.reduce((sum, flag, cell) => sum + flag * problem.weights[cell]!, 0)
  const bound = Math.min(cost, leastLost)
  const gap = cost === 0 ? 0 : (cost - bound) / cost
  return { method: 'levels', hidden, cost, bound, gap, proofs: new Map(), problemsSolved: 0 }
}

/** Where every cell is hidden there is nothing to attack: each may hold anything. */
function nothingTold(targets: readonly Target[], names: readonly string[]): AttackReport {
  const open = { low: 0, high: Number.POSITIVE_INFINITY }
  return {
    leaks: [],
    cellsAttacked: 0,
    components: 0,
    problemsSolved: 0,
    clearedByWitness: 0,
    notExact: 0,
    open: new Map(targets.map(({ cell }) => [names[cell]!, open])),
  }
}

/** Whether hiding all that is not zero would do: what a requirement that can be met at all needs. */
async function holdsWithAllHidden(work: ProtectWork): Promise<boolean> {
  const { programme, figures, rules, options, budget } = work
  const targets = listTargets(programme, figures, rules, options.kind)
  const problem = suppressionProblem(programme, figures, targets, options.weights)
  const suppression = suppressionOf(problem, problem.suppressible, 0)
  const report = await budget.beyond(shareOfCoarse, () => attackPattern(work, targets, suppression))
  // what was not proven impossible is not refused
  return report === undefined || report.leaks.length === 0
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

/** Of cells that somebody knows: what they hold. */
function valuesOf(known: readonly string[], names: readonly string[], { values }: Figures) {
  const places = known.map((name) => names.indexOf(name))
  return new Map(places.map((cell) => [cell, values[cell]!]))
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
