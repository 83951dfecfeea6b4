import { tiesOf, type CubeTie } from '@caudal/methods/measure/ties'
import {
  alreadyTold,
  attackCubes,
  attackWithEarlier,
  cellName,
  tellsNothing,
  WorkBudget,
  type LedgerAttack,
  type LedgerEntry,
  type Solver,
  type ToldLeaks,
} from '@caudal/methods/protect'
import { openHighsSolver } from '../../protect/solver/highs-solver.ts'
import type { CaudalNode } from '../../store/index.ts'
import {
  composeRelease,
  ledgerEntry,
  type ComposedRelease,
  type ReleaseProgress,
  type ReleaseRecords,
} from './compose-release.ts'
import type { DraftedPlan } from './plan.ts'
import { releaseRefusals } from './refusals.ts'
import { refuseLeaks } from './refuse-leaks.ts'
import type { CubeFindings } from './releases.ts'
import { readShown } from './release-folder.ts'
import { isDecided, type Release } from './release-state.ts'
import { cubesOfSameRecords, cubesTiedTo, groupTied } from './same-records.ts'

/** What a release is to be made of. */
export interface Drafted {
  readonly id: string
  readonly plan: DraftedPlan
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
): Promise<ComposedRelease> {
  return await composeRelease(node, plan, records, solver, progress, (cube, shown) => ({
    release: id,
    earlier: [
      ...earlierOf(node, id, before, [cube, ...cubesTiedTo(cube)]),
      ...shown.filter((own) => cubesTiedTo(cube).includes(own.cube ?? '')),
    ],
    notAttackedWith: cubesOfSameRecords(cube, { id, plan }, before),
  }))
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
    const shown = readShown(node, release.id)
    const findingsOf = (cube: string) =>
      release.findings.find((each) => each.cube === cube) ?? ({} as Partial<CubeFindings>)
    for (const group of groupTied(shown.map(({ cube }) => cube))) {
      const own = shown
        .filter(({ cube }) => group.includes(cube))
        .map((each) => ledgerEntry(release.id, each))
      const telling = own.filter(({ cube = '' }) => !tellsNothing(findingsOf(cube)))
      if (telling.length === 0) continue
      const cubes = new Set([...group, ...group.flatMap(cubesTiedTo)])
      const together = [
        ...earlierOf(node, release.id, all, [...cubes]),
        ...own.filter((entry) => !telling.includes(entry)),
        ...telling,
      ]
      const ties = [...new Set(group.flatMap(tiesOf))]
      const attacking = { release, ties, solver, findingsOf }
      let found = await attackNew(together, telling, attacking)
      if (found !== undefined && found.leaks.length > 0) {
        const { threshold } = release.plan.rules
        const told = await alreadyTold(together, telling.length, threshold, solver, ties)
        found = await attackNew(together, telling, { ...attacking, told })
      }
      if (found === undefined) throw releaseRefusals.refuse('not-proven', { release: release.id })
      refuseLeaks(release.id, found)
    }
  } finally {
    await solver.close()
  }
}

interface AttackingNew {
  readonly release: Release
  readonly ties: readonly CubeTie[]
  readonly solver: Solver
  readonly findingsOf: (cube: string) => Partial<CubeFindings>
  /** What leaks whatever the release shows. */
  readonly told?: ToldLeaks
}

/** Attacks what a release tells, the last of the entries, with those before. */
async function attackNew(
  entries: readonly LedgerEntry[],
  telling: readonly LedgerEntry[],
  { release, ties, solver, findingsOf, told }: AttackingNew,
): Promise<LedgerAttack | undefined> {
  const [entry] = telling
  const { threshold } = release.plan.rules
  if (telling.length > 1) return await attackCubes(entries, threshold, solver, ties, told)
  const work = WorkBudget.forCells(countCells(entry!))
  const findings = findingsOf(entry!.cube ?? '')
  return await attackWithEarlier(findings, entries, { threshold, work, solver, ties, told })
}

/** Cells of a release, those that tables share once. */
function countCells({ tables }: LedgerEntry): number {
  const names = tables.flatMap(({ dimensions, rows }) =>
    rows.map(({ codes }) => cellName(dimensions, codes)),
  )
  return new Set(names).size
}

/** Everything of these cubes that is out, or on its way out, but the release in question. */
function earlierOf(
  node: CaudalNode,
  id: string,
  all: readonly Release[],
  cubes: readonly string[],
): LedgerEntry[] {
  return all
    .filter((release) => release.id !== id && isDecided(release))
    .flatMap((release) => entriesOf(node, release.id, cubes))
}

/** What a release showed of these cubes. */
export function entriesOf(node: CaudalNode, id: string, cubes: readonly string[]): LedgerEntry[] {
  return readShown(node, id)
    .filter((shown) => cubes.includes(shown.cube))
    .map((shown) => ledgerEntry(id, shown))
}
