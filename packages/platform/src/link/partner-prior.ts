import {
  priorOfPartners,
  partnerProbabilities,
  type LinkSpecification,
  type WeighedPairs,
} from '@caudal/methods/link'
import type { LakeEngine } from '../store/index.ts'
import type { LinkModel } from './link-model.ts'
import type { SourceTable } from './prepared-records.ts'
import { weighPairs, type Bands } from './weighed-pairs.ts'

/**
 * Two files of which each names a person once: how many have a partner is seen by what the pairs tell, and the
 * more they are, the likelier a record that is left has one among those that are left. Only ever raises λ: strict
 * rules find too few where little is written twice the same.
 */
export async function raisePrior(
  engine: LakeEngine,
  spec: LinkSpecification,
  source: SourceTable,
  model: LinkModel,
  bands: Bands,
): Promise<LinkModel> {
  if (spec.linkType !== 'link' || spec.prior.matchProbability !== undefined) return model
  await weighPairs(engine, spec, model, bands.review)
  const all = source.records[0] + source.records[1]
  const sure = partnerProbabilities(await heaviestFirst(engine, bands), all)
  const partners = sure.reduce((sum, probability) => sum + probability, 0)
  const lambda = priorOfPartners(partners, source.records)
  return lambda > model.lambda ? { ...model, lambda } : model
}

/** Pairs that are accepted or for review, the heaviest first. */
export async function heaviestFirst(engine: LakeEngine, bands: Bands): Promise<WeighedPairs> {
  const left: number[] = []
  const right: number[] = []
  const weights: number[] = []
  for await (const rows of engine.stream<{ l: number; r: number; weight: number }>(
    `select l, r, weight from link_weighed where weight >= ${bands.review} order by weight desc, l, r`,
  )) {
    for (const { l, r, weight } of rows) {
      left.push(l)
      right.push(r)
      weights.push(weight)
    }
  }
  return {
    left: Int32Array.from(left),
    right: Int32Array.from(right),
    weights: Float64Array.from(weights),
  }
}
