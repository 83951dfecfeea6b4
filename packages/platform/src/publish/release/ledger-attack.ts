import {
  attackLedger,
  mostLedgerRounds,
  raiseNeeds,
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
 * published, and nobody can say whom it concerns.
 *
 * @throws the refusal `isolates`, where hiding cells of this release does not help
 */
export async function composeSafely(
  node: CaudalNode,
  { id, plan, records, before }: Drafted,
  solver: Solver,
  progress: ReleaseProgress,
): Promise<{ composed: ComposedRelease; findings: CubeFindings[] }> {
  const needs = new Map<string, Map<string, number>>()
  const beside = (cube: string) => {
    const { entries } = earlierOf(node, id, before, cube)
    const own = needs.get(cube)
    return { earlier: entries, ...(own === undefined ? {} : { needs: own }) }
  }
  for (let round = 0; ; round += 1) {
    const composed = await composeRelease(node, plan, records, solver, progress, beside)
    const findings: CubeFindings[] = []
    const open: { shown: ShownCube; outcome: LedgerAttack }[] = []
    for (const own of composed.findings) {
      const shown = composed.shown.find(({ cube }) => cube === own.cube)!
      const { earlier, entries } = earlierOf(node, id, before, own.cube)
      const all = [...entries, ledgerEntry(id, shown)]
      const outcome = await attackLedger(all, plan.rules.threshold, solver)
      if (outcome.leaks.length > 0) open.push({ shown, outcome })
      const revisions = [...(needs.get(own.cube) ?? [])]
      findings.push({
        ...own,
        ...(revisions.length > 0 && { revisions }),
        ledger: {
          releases: earlier,
          cells: outcome.report.cellsAttacked,
          problems: outcome.report.problemsSolved,
          witnesses: outcome.report.clearedByWitness,
        },
      })
    }
    if (open.length === 0) return { composed, findings }
    for (const { shown, outcome } of open) {
      const own = needs.get(shown.cube) ?? new Map<string, number>()
      needs.set(shown.cube, own)
      if (round === mostLedgerRounds || !raiseNeeds(own, shown.tables, outcome.leaks))
        refuseLeaks(id, outcome)
    }
  }
}

/** Attacks a drafted release with what has come out since. @throws the refusal `isolates` */
export async function attackAgain(
  node: CaudalNode,
  release: Release,
  all: readonly Release[],
): Promise<void> {
  const solver = openHighsSolver()
  try {
    for (const shown of readShown(node, release.id)) {
      const entry = ledgerEntry(release.id, shown)
      const { entries } = earlierOf(node, release.id, all, shown.cube)
      const together = [...entries, entry]
      refuseLeaks(release.id, await attackLedger(together, release.plan.rules.threshold, solver))
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
  throw releaseRefusals.refuse('isolates', {
    release: id,
    count: leaks.length,
    cell: first.cell || '_T',
    before: first.between[0],
    after: first.between[1],
    low: first.low,
    high: first.high,
    required: first.required,
    cells: `${cells.join('; ')}${leaks.length > cells.length ? '; …' : ''}`,
  })
}
