import { type Actor, decideFigures, decideOperation } from '@caudal/methods/govern'
import type { CubeDomain, ResolvedCondition } from '@caudal/methods/measure'
import type { OpenCube } from '../measure/service.ts'

/** What of a question tells whose records it counts. */
export type Limits = readonly ResolvedCondition[]

/**
 * Whether somebody may read of a cube, exactly, what questions to it count; without questions, all of it.
 *
 * @param questions worked out only for those whom something is shown exactly
 */
export function readsExactly(
  actor: Actor,
  { manifest }: Pick<OpenCube, 'manifest'>,
  questions: () => readonly { readonly where: Limits }[] = () => [{ where: [] }],
): boolean {
  if (decideOperation(actor, 'measure.read').outcome !== 'allow') return false
  const counted = questions().flatMap(({ where }) => countriesOfQuestion(manifest.domain, where))
  return decideFigures(actor, counted).outcome === 'allow'
}

/**
 * The countries whose records a question to a cube counts: of those that occur in the cube, the ones that it is
 * limited to. Every cube of persons has the country of its records as a dimension.
 */
export function countriesOfQuestion(domain: CubeDomain, where: Limits): readonly string[] {
  const levels = domain['country']
  // Of figures that bear no country nobody knows whose records they count.
  if (levels === undefined) return ['']
  const limits = where.filter(({ reference }) => reference.dimension.id === 'country')
  return levels[0]!.codes.filter((_, ordinal) =>
    limits.every(({ reference: { depth }, codes }) => {
      const { codes: known, of } = levels[depth]!
      return codes.includes(known[of[ordinal]!]!)
    }),
  )
}
