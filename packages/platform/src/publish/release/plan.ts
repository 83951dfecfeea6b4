import { z } from 'zod'
import { findCube } from '@caudal/methods/measure'
import { parseTableSpec } from '@caudal/methods/publish'
import { readShape } from '@caudal/methods/vocabulary'
import { releaseRefusals } from './refusals.ts'

const text = z.strictObject({ es: z.string().min(1), en: z.string().min(1), fr: z.string().min(1) })
const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/)

const plan = z.strictObject({
  /** Vintages of one sheet share it: `monthly-flows-svl-2019-05`. */
  series: slug.max(80),
  template: slug.default('own'),
  title: text,
  /** Who publishes it, by its id in the register of institutions; that of whoever drafts it where absent. */
  institution: z
    .string()
    .regex(/^[a-z0-9][a-z0-9-]{0,62}$/)
    .optional(),
  figures: z
    .array(
      z.strictObject({
        id: slug.max(40),
        cube: z.string(),
        /** `rows=citizenship&columns=sex&where=country:SLV`, as in the address of a page. */
        table: z.string().min(1),
      }),
    )
    .min(1)
    .max(40),
  rules: z.strictObject({
    threshold: z.number().int().min(2),
    pPercent: z.number().positive().max(100).optional(),
    /** A cell that holds all of its total but this many persons tells what everybody is. */
    group: z.number().int().min(0).optional(),
    dominance: z.tuple([z.number().int().min(1), z.number().gt(0).lt(100)]).optional(),
  }),
})

/** What a release shows and by which rules it is protected. */
export type ReleasePlan = z.infer<typeof plan>

/** A plan as a release was drafted by it. */
export interface DraftedPlan extends ReleasePlan {
  /**
   * Name of the institution that publishes it, as the register had it on that day: what has been published is cited
   * alike for ever. Absent where nobody named one, and from drafts before it was kept.
   */
  readonly institutionName?: string
  /** How its files are written ({@link filesEdition}); absent in those before it was told. */
  readonly edition?: number
  /** How its cells are protected ({@link protectionEdition}); absent in those before it was told. */
  readonly protectionEdition?: number
  /** Cubes of which its template shows figures that there were no records for. */
  readonly leftOut?: readonly string[]
}

/**
 * Reads a plan, and checks what can be checked without records.
 *
 * @throws refusals: not a plan, a cube or figure that is none, two figures of one name
 */
export function readPlan(json: unknown): ReleasePlan {
  const { data, problem } = readShape(plan, json)
  if (problem !== undefined) {
    throw releaseRefusals.refuse('plan-malformed', { path: problem.place, reason: problem.what })
  }
  const seen = new Set<string>()
  for (const { id, cube, table } of data.figures) {
    if (seen.has(id)) throw releaseRefusals.refuse('figure-name-twice', { figure: id })
    seen.add(id)
    if (findCube(cube) === undefined)
      throw releaseRefusals.refuse('figure-cube', { figure: id, cube })
    const spec = specOf(table)
    if (spec.top !== undefined) throw releaseRefusals.refuse('figure-cut', { figure: id })
    if (spec.sort?.endsWith('total')) throw releaseRefusals.refuse('figure-ranked', { figure: id })
  }
  return data
}

/** What of a plan stands in the files of its release. */
export function bakedOf({ series, title, institutionName, edition }: DraftedPlan) {
  return {
    series,
    title,
    ...(institutionName === undefined ? {} : { institution: institutionName }),
    ...(edition === undefined ? {} : { edition }),
  }
}

/** The specification that a figure is written as. */
export function specOf(table: string) {
  return parseTableSpec(new URLSearchParams(table))
}
