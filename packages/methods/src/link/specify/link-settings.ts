import { z } from 'zod'
import { blockingKeys } from './blocking-rule.ts'
import { columnKinds } from './column-kind.ts'

const columnName = z.string().min(1).describe('name of a column, as in the header of the file')
const share = z.number().gt(0).lt(1)

/** Levels that are said by their name alone. */
export const namedLevels = [
  'exact',
  'same-words',
  'words-within',
  'cut-off',
  'initials',
  'same-sound',
  'day-month-swapped',
  'two-parts',
  'same-year',
  'first-word',
  'last-word',
  'same-local-part',
] as const

const level = z
  .union([
    z.enum(namedLevels),
    z.strictObject({ swappedWith: columnName }),
    z.strictObject({ jaroWinkler: share }),
    z.strictObject({ jaroWinklerWords: share }),
    z.strictObject({ damerauLevenshtein: z.int().min(1).max(5) }),
    z.strictObject({ sameStart: z.int().min(1).max(20) }),
    z.strictObject({ sameEnd: z.int().min(1).max(20) }),
    z.strictObject({ within: z.number().positive() }),
  ])
  .describe('a level of agreement; levels are tried in the order given')

const part = z.union([
  columnName,
  z.strictObject({
    column: columnName,
    by: z.enum(blockingKeys).default('value').describe('what of the column must be equal'),
    with: columnName.optional().describe('with by "names": the column of the family name'),
  }),
])

const rule = z
  .array(
    part.refine((one) => typeof one === 'string' || one.by !== 'names' || one.with !== undefined),
  )
  .min(1)
  .describe('pairs that agree on all of these are compared')

const comparison = z.strictObject({
  column: columnName,
  as: z
    .enum(columnKinds)
    .optional()
    .describe('what the column holds; told from its name if absent'),
  levels: z.array(level).min(1).max(12).optional().describe('those of its kind if absent'),
  termFrequency: z
    .boolean()
    .optional()
    .describe('whether agreeing on a rare value weighs more; as usual for its kind if absent'),
  frequencyWithin: columnName
    .optional()
    .describe('frequencies of values are counted within groups of this column (origin, say)'),
})

/** Settings of a linkage, as authors write them. Everything may be left out. */
export const linkSettingsSchema = z
  .strictObject({
    $schema: z.string().optional(),
    id: columnName
      .optional()
      .describe('column that tells records apart; id, rec_id, record_id or unique_id if absent'),
    linkType: z
      .enum(['dedupe', 'link', 'link-and-dedupe'])
      .optional()
      .describe(
        'dedupe: pairs within one file; link: pairs across two files, one partner each; link-and-dedupe: pairs of both kinds',
      ),
    ignore: z.array(columnName).optional().describe('columns that are not compared'),
    blocking: z.array(rule).min(1).max(30).optional().describe('chosen from the data if absent'),
    comparisons: z.array(comparison).min(1).max(24).optional(),
    em: z
      .strictObject({
        rules: z
          .array(rule)
          .min(1)
          .optional()
          .describe('rules inside which agreement among pairs of one person is estimated'),
        maxIterations: z.int().min(1).max(10_000).default(200),
        tolerance: z.number().positive().default(1e-5),
      })
      .optional(),
    prior: z
      .strictObject({
        matchProbability: share
          .optional()
          .describe('probability that two records drawn at random are one person'),
        deterministic: z
          .array(rule)
          .min(1)
          .optional()
          .describe('pairs that agree on one of these are taken for one person'),
        recall: share.optional().describe('share of all pairs of one person that those rules find'),
      })
      .optional(),
    thresholds: z
      .strictObject({
        accept: share.optional().describe('least probability of an accepted pair'),
        review: share.optional().describe('least probability of a pair for review'),
      })
      .optional(),
    maxPairs: z
      .int()
      .min(1)
      .optional()
      .describe('a blocking rule with more pairs is refused before it runs'),
    maxClusterSize: z.int().min(2).optional().describe('a larger cluster is split and reported'),
    seed: z.int().min(0).optional().describe('of the random pairs'),
  })
  .describe('How records of one or two files are linked to persons')

export type LinkSettings = z.input<typeof linkSettingsSchema>
