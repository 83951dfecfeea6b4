import { findCube } from '@caudal/methods/measure'
import { tiedCubes, tiesOf } from '@caudal/methods/measure/ties'
import type { ReleasePlan } from './plan.ts'
import { isDecided, type Release } from './release-state.ts'
import type { ReleasedCube } from './releases.ts'

/** What the records of a type are made of, where that is another type. */
const madeOf: Readonly<Record<string, string>> = { outcome: 'movement' }

function recordsOf(cube: string): string {
  const { recordType } = findCube(cube)!
  return madeOf[recordType] ?? recordType
}

/** Cubes whose cells are tied to those of this one by their definitions: they are attacked together with it. */
export function cubesTiedTo(cube: string): string[] {
  return [...new Set(tiesOf(cube).flatMap(tiedCubes))].filter((other) => other !== cube)
}

/** Cubes by those that hang together by ties, in the order in which the first of each comes. */
export function groupTied(cubes: readonly string[]): string[][] {
  const left = new Set(cubes)
  return cubes.flatMap((first) => {
    if (!left.delete(first)) return []
    const group = new Set([first])
    for (const cube of group) {
      for (const other of cubesTiedTo(cube)) if (left.delete(other)) group.add(other)
    }
    return [cubes.filter((cube) => group.has(cube))]
  })
}

/**
 * Other cubes of the same persons' records that are out, or on their way out, or in the same release, and that
 * nothing ties to this one: what such cubes tell together is left to those who review.
 *
 * @see docs/decisions/0107-cubes-of-the-same-records-are-attacked-together.md
 */
export function cubesOfSameRecords(
  cube: string,
  { id, plan }: { readonly id: string; readonly plan: ReleasePlan },
  before: readonly Release[],
): ReleasedCube[] {
  const tied = cubesTiedTo(cube)
  const own = [...new Set(plan.figures.map((figure) => figure.cube))]
  return [
    ...before
      .filter((release) => release.id !== id && isDecided(release))
      .flatMap((release) => release.findings.map((found) => ({ release: release.id, ...found }))),
    ...own.map((each) => ({ release: id, cube: each })),
  ]
    .filter((each) => each.cube !== cube && recordsOf(each.cube) === recordsOf(cube))
    .filter((each) => !tied.includes(each.cube))
    .map(({ release, cube: other }) => ({ release, cube: other }))
}

/** Without the cubes of a release of which all figures were left out in the end: they are no part of it. */
export function onlyShown(
  cubes: readonly ReleasedCube[],
  id: string,
  { figures }: Pick<ReleasePlan, 'figures'>,
): ReleasedCube[] {
  return cubes.filter(
    ({ release, cube }) => release !== id || figures.some((figure) => figure.cube === cube),
  )
}
