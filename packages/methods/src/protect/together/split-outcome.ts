import { nameAll } from '../attacked-programme.ts'
import type { ProtectedProgramme } from '../protect-programme.ts'
import { suppressionProblem, type WeightKind } from '../suppression/suppression-problem.ts'
import type { CubeTables, JoinedProgrammes } from './join-programmes.ts'

/**
 * What was found of several cubes together, cube by cube, under the names that cells have in their own. What the
 * attack took is of all of them, and so is how far they are from the least that is lost: a bound is known for all, and
 * each cube is given the share of it that it has in what is lost.
 */
export function splitOutcome(
  cubes: readonly CubeTables[],
  { programme: joined, offsets }: JoinedProgrammes,
  outcome: ProtectedProgramme,
  weightKind: WeightKind,
): ProtectedProgramme[] {
  const names = nameAll(joined)
  const { suppression } = outcome
  const share = suppression.cost === 0 ? 0 : suppression.bound / suppression.cost
  return cubes.map(({ programme, figures }, c) => {
    const offset = offsets[c]!
    const end = offset + programme.cellCount
    const isOwn = (cell: number) => cell >= offset && cell < end
    const targets = outcome.targets
      .filter(({ cell }) => isOwn(cell))
      .map((target) => ({
        ...target,
        cell: target.cell - offset,
        ...(target.parent === undefined ? {} : { parent: target.parent - offset }),
      }))
    const { weights } = suppressionProblem(programme, figures, targets, weightKind)
    const hidden = suppression.hidden.slice(offset, end)
    const cost = hidden.reduce((sum, flag, cell) => sum + flag * weights[cell]!, 0)
    const open = nameAll(programme).flatMap((name, cell) => {
      const interval = outcome.attack.open.get(names[offset + cell]!)
      return interval === undefined ? [] : [[name, interval] as const]
    })
    const apart = [...outcome.apart].flatMap(([cell, why]) =>
      isOwn(cell) ? [[cell - offset, why] as const] : [],
    )
    return {
      targets,
      statuses: outcome.statuses.slice(offset, end),
      suppression: {
        ...suppression,
        hidden,
        cost,
        bound: cost * share,
        proofs: new Map(),
      },
      attack: { ...outcome.attack, open: new Map(open) },
      apart: new Map(apart),
    }
  })
}
