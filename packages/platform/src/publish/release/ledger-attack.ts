import {
  attackWithEarlier,
  coarserThan,
  mostLedgerRounds,
  raiseNeeds,
  tellsNothing,
  WorkBudget,
  type Coarsened,
  type LedgerAttack,
  type LedgerEntry,
  type Solver,
} from '@caudal/methods/protect'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import type { CaudalNode } from '../../store/index.ts'
import {
  composeRelease,
  ledgerEntry,
  type ComposedRelease,
  type ReleaseProgress,
  type ReleaseRecords,
  type ShownCube,
} from './compose-release.ts'
import type { ReleasePlan } from './plan.ts'
import { releaseRefusals } from './refusals.ts'
import { readShown } from './release-folder.ts'
import { isDecided, type Release } from './release-state.ts'
import type { CubeFindings } from './releases.ts'

/** What a release is to be made of. */
export interface Drafted {
  readonly id: string
  readonly plan: ReleasePlan
  readonly records: ReleaseRecords
  /** Every release before it. */
  readonly before: readonly Release[]
}

/**
 * Counts, protects and attacks a release together with all that is out. Where the difference from an
 * earlier release would isolate somebody (a true correction of one record does), the cells that tell
 * it are hidden as well, with as many others as it takes, and all is attacked anew: the correction is
 * published, and nobody can say whom it concerns. Where that does not do, whole levels of detail of this
 * release are hidden, the finest first.
 */
export async function composeSafely(
  node: CaudalNode,
  { id, plan, records, before }: Drafted,
  solver: Solver,
  progress: ReleaseProgress,
): Promise<{ composed: ComposedRelease; findings: CubeFindings[] }> {
  const needs = new Map<string, Map<string, number>>()
  const coarser = new Map<string, Pick<Coarsened, 'levels' | 'because'>>()
  const beside = (cube: string) => {
    const { entries } = earlierOf(node, id, before, cube)
    const own = needs.get(cube)
    const coarsen = coarser.get(cube)
    return {
      earlier: entries,
      ...(own === undefined ? {} : { needs: own }),
      ...(coarsen === undefined ? {} : { coarsen }),
    }
  }
  for (let round = 0; ; round += 1) {
    const composed = await composeRelease(node, plan, records, solver, progress, beside)
    const findings: CubeFindings[] = []
    let isSafe = true
    for (const own of composed.findings) {
      const shown = composed.shown.find(({ cube }) => cube === own.cube)!
      const { earlier, entries } = earlierOf(node, id, before, own.cube)
      const outcome = await attackBeside(
        shown,
        [...entries, ledgerEntry(id, shown)],
        plan,
        solver,
        own,
      )
      if (outcome === undefined || outcome.leaks.length > 0) {
        isSafe = false
        const more = needs.get(own.cube) ?? new Map<string, number>()
        needs.set(own.cube, more)
        const mayHelp = round < mostLedgerRounds && own.coarsened === undefined
        if (outcome === undefined) coarser.set(own.cube, coarserThan(own, 'work'))
        else if (!mayHelp || !raiseNeeds(more, shown.tables, outcome.leaks))
          coarser.set(own.cube, coarserThan(own, 'earlier'))
      }
      const revisions = [...(needs.get(own.cube) ?? [])]
      findings.push({
        ...own,
        ...(revisions.length > 0 && { revisions }),
        ledger: {
          releases: earlier,
          cells: outcome?.report.cellsAttacked ?? 0,
          problems: outcome?.report.problemsSolved ?? 0,
          witnesses: outcome?.report.clearedByWitness ?? 0,
        },
      })
    }
    if (isSafe) return { composed, findings }
  }
}

const nothingFound: LedgerAttack = {
  leaks: [],
  notComparable: [],
  report: {
    leaks: [],
    cellsAttacked: 0,
    components: 0,
    problemsSolved: 0,
    clearedByWitness: 0,
    notExact: 0,
    open: new Map(),
  },
}

/** Attacks what a release shows of a cube together with what is out; undefined where the work did not suffice. */
async function attackBeside(
  { tables }: ShownCube,
  entries: readonly LedgerEntry[],
  { rules }: ReleasePlan,
  solver: Solver,
  outcome: Pick<CubeFindings, 'coarsened'>,
): Promise<LedgerAttack | undefined> {
  // nothing is told, whatever was told before
  if (tellsNothing(outcome)) return nothingFound
  const cells = tables.reduce((sum, { rows }) => sum + rows.length, 0)
  const work = WorkBudget.forCells(cells)
  return await attackWithEarlier(outcome, entries, rules.threshold, work, solver)
}

/**
 * Attacks a drafted release with what has come out since.
 *
 * @throws the refusals `isolates`, `opens`, and `not-proven` where the work allowed did not suffice
 */
export async function attackAgain(
  node: CaudalNode,
  release: Release,
  all: readonly Release[],
): Promise<void> {
  const solver = openHighsSolver()
  try {
    for (const shown of readShown(node, release.id)) {
      const own = release.findings.find(({ cube }) => cube === shown.cube) ?? {}
      const { entries } = earlierOf(node, release.id, all, shown.cube)
      const together = [...entries, ledgerEntry(release.id, shown)]
      const found = await attackBeside(shown, together, release.plan, solver, own)
      if (found === undefined) throw releaseRefusals.refuse('not-proven', { release: release.id })
      refuseLeaks(release.id, found)
    }
  } finally {
    await solver.close()
  }
}

/** Everything of a cube that is out, or on its way out, but the release in question. */
function earlierOf(
  node: CaudalNode,
  id: string,
  all: readonly Release[],
  cube: string,
): { earlier: string[]; entries: LedgerEntry[] } {
  const earlier = all.filter((release) => release.id !== id && isDecided(release))
  const entries = earlier.map((release) => entriesOf(node, release.id, cube))
  return {
    earlier: entries.flatMap((own, at) => own.map(() => earlier[at]!.id)),
    entries: entries.flat(),
  }
}

/** What a release showed of a cube. */
export function entriesOf(node: CaudalNode, id: string, cube: string): LedgerEntry[] {
  return readShown(node, id)
    .filter((shown) => shown.cube === cube)
    .map((shown) => ledgerEntry(id, shown))
}

const namedCells = 12

function refuseLeaks(id: string, { leaks }: LedgerAttack): void {
  const [first] = leaks
  if (first === undefined) return
  const cells = leaks.slice(0, namedCells).map(({ cell }) => cell || '_T')
  const [before, after] = first.between
  throw releaseRefusals.refuse(before === after ? 'opens' : 'isolates', {
    before,
    after,
    release: id,
    count: leaks.length,
    cell: first.cell || '_T',
    low: first.low,
    high: first.high,
    required: first.required,
    cells: `${cells.join('; ')}${leaks.length > cells.length ? '; …' : ''}`,
  })
}
