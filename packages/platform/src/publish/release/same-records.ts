import { findCube } from '@caudal/methods/measure'
import type { ReleasePlan } from './plan.ts'
import { isDecided, type Release } from './release-state.ts'
import type { ReleasedCube } from './releases.ts'

/** What the records of a type are made of, where that is another type. */
const madeOf: Readonly<Record<string, string>> = { outcome: 'movement' }

function recordsOf(cube: string): string {
  const { recordType } = findCube(cube)!
  return madeOf[recordType] ?? recordType
}

/**
 * Other cubes of the same persons' records that are out, or on their way out, or in the same release. The
 * ledger attacks cube by cube: what such cubes tell together is left to those who review.
 *
 * @see docs/decisions/0111-the-ledger-attacks-cube-by-cube.md
 */
export function cubesOfSameRecords(
  cube: string,
  { id, plan }: { readonly id: string; readonly plan: ReleasePlan },
  before: readonly Release[],
): ReleasedCube[] {
  const own = [...new Set(plan.figures.map((figure) => figure.cube))]
  return [
    ...before
      .filter((release) => release.id !== id && isDecided(release))
      .flatMap((release) => release.findings.map((found) => ({ release: release.id, ...found }))),
    ...own.map((each) => ({ release: id, cube: each })),
  ]
    .filter((each) => each.cube !== cube && recordsOf(each.cube) === recordsOf(cube))
    .map(({ release, cube: other }) => ({ release, cube: other }))
}
