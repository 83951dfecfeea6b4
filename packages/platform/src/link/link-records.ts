import type { LinkSpecification } from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import { comparePairs } from './blocked-pairs.ts'
import type { CountedRule } from './blocking-keys.ts'
import { chooseRules } from './choose-rules.ts'
import { groupRecords, type Grouping } from './grouped-records.ts'
import type { ConflictFinder, MoreEvidence } from './impossible-clusters.ts'
import { estimateModel, type LinkModel } from './link-model.ts'
import { raisePrior } from './partner-prior.ts'
import { prepareRecords, type SourceTable } from './prepared-records.ts'
import { measureRandomPairs } from './random-pairs.ts'
import { refineModel } from './refined-model.ts'
import { bandsOf, weighPairs, type Bands } from './weighed-pairs.ts'

export type LinkStep = 'prepare' | 'block' | 'compare' | 'estimate' | 'group'
export type LinkProgress = (step: LinkStep, done: number) => void

/** What a run found. Its pairs stay in `link_weighed` of the session, its records in `link_prepared`. */
export interface LinkResult {
  readonly model: LinkModel
  readonly rules: readonly CountedRule[]
  /** Share of pairs of one person that the chosen rules are expected to bring about. */
  readonly expectedRecall: number | undefined
  readonly bands: Bands
  readonly grouping: Grouping
}

/**
 * Links the records of `link_source` in a session of the engine. Everything that grows with the
 * records or their pairs is SQL; what comes to JavaScript are patterns (thousands) and the accepted
 * pairs, one after the other.
 */
export async function linkRecords(
  engine: LakeEngine,
  source: SourceTable,
  spec: LinkSpecification,
  options: {
    readonly keepAll?: boolean
    readonly progress?: LinkProgress
    /** Called once pairs are weighed, before they are grouped. */
    readonly weighed?: (model: LinkModel, bands: Bands) => Promise<void>
    readonly moreEvidence?: MoreEvidence | undefined
    readonly findConflicts?: ConflictFinder | undefined
    /** Table (n, records) of how often each record was written, where equal ones are linked once. */
    readonly counts?: string | undefined
  } = {},
): Promise<LinkResult> {
  const progress = options.progress ?? (() => {})
  progress('prepare', 0)
  await prepareRecords(engine, source, spec)
  progress('block', 0)
  const { rules, expectedRecall } = await chooseRules(engine, spec, source)
  progress('compare', 0)
  await comparePairs(engine, spec, rules, (done) => progress('compare', done))
  progress('estimate', 0)
  const everyPair = rules.some(({ rule }) => rule.length === 0)
  const random = await measureRandomPairs(engine, spec, source, everyPair)
  const learnt = await estimateModel(engine, spec, source, rules, random)
  const bands = bandsOf(spec)
  const refined = await refineModel(engine, spec, learnt)
  const model = await raisePrior(engine, spec, source, refined, bands)
  await weighPairs(
    engine,
    spec,
    model,
    options.keepAll === true ? Number.NEGATIVE_INFINITY : bands.review,
  )
  await options.weighed?.(model, bands)
  progress('group', 0)
  const grouping = await groupRecords(engine, spec, source, model, bands, {
    findConflicts: options.findConflicts,
    moreEvidence: options.moreEvidence,
    counts: options.counts,
  })
  return { model, rules, expectedRecall, bands, grouping }
}
