import { quoteName } from '@caudal/methods/collect'
import { median } from '@caudal/methods/measure/indicators'
import {
  estimateWithReplicates,
  findReplicateMethod,
  type ReplicateMethod,
} from '@caudal/methods/measure/survey'
import type { LakeEngine } from '../../store/index.ts'

/** A sample whose owner gives replicate weights: how they were made, and how many there are. */
export interface ReplicatedSample {
  readonly method: ReplicateMethod
  readonly replicates: number
}

/** An estimate and its standard error, in one unit. */
export interface RelativeError {
  readonly estimate: number
  /** null where the replicates do not tell it. */
  readonly standardError: number | null
}

/** What is estimated: SQL over `survey_answers`. */
export interface ReplicatedFigure {
  readonly where: string
  readonly numerator: string
  readonly denominator: string
  readonly estimate: 'ratio' | 'median'
}

/**
 * The samples of `survey_answers` that have replicate weights, by country and year. Those of a sample
 * count where every answer has as many, and all are said to be made by one method with one factor;
 * else the variance is that of the design.
 */
export async function readReplicated(
  session: LakeEngine,
): Promise<ReadonlyMap<string, ReplicatedSample>> {
  const rows = await session.rows<{
    country: string
    year: number
    method: string
    factor: number | null
    replicates: number
  }>(
    `select country, year, min(replicate_method) as method, min(replicate_factor)::double as factor,
       min(len(replicate_weights))::integer as replicates
     from survey_answers group by country, year
     having count(*) = count(replicate_weights) and count(*) = count(replicate_method)
       and min(replicate_method) = max(replicate_method)
       and min(replicate_factor) is not distinct from max(replicate_factor)
       and count(replicate_factor) in (0, count(*))
       and min(len(replicate_weights)) = max(len(replicate_weights)) and min(len(replicate_weights)) > 1
       and count(*) filter (where list_contains(list_transform(replicate_weights, w -> w is null or w < 0), true)) = 0`,
  )
  const samples = new Map<string, ReplicatedSample>()
  for (const { country, year, method, factor, replicates } of rows) {
    const known = findReplicateMethod(method, factor)
    if (known !== undefined) samples.set(`${country} ${year}`, { method: known, replicates })
  }
  return samples
}

/**
 * Standard errors from replicate weights, by the key of the group. The engine adds up each replicate, so
 * that a ratio costs one row a group and replicate, however large the sample.
 *
 * @param keys columns of the group
 * @returns in the unit of the figure, by the values of the columns as JSON
 */
export async function replicateErrors(
  session: LakeEngine,
  samples: ReadonlyMap<string, ReplicatedSample>,
  keys: readonly string[],
  { where, numerator, denominator, estimate }: ReplicatedFigure,
): Promise<ReadonlyMap<string, RelativeError>> {
  const errors = new Map<string, RelativeError>()
  if (samples.size === 0) return errors
  const columns = keys.map(quoteName).join(', ')
  const wanted = [...samples.keys()].map((key) => `'${key.replaceAll("'", "''")}'`).join(', ')
  const answers = `select ${columns}, ${numerator} as above, ${denominator} as below, weight, replicate_weights
    from survey_answers where country || ' ' || year in (${wanted}) and ${where}`
  // Replicate 0 is the whole sample.
  const sql =
    estimate === 'ratio'
      ? `select ${columns}, list(above order by replicate) as above, list(below order by replicate) as below
         from (
           select ${columns}, replicate, sum(w * above)::double as above, sum(w * below)::double as below
           from (
             select ${columns}, above, below, unnest(list_prepend(weight, replicate_weights)) as w,
               generate_subscripts(list_prepend(weight, replicate_weights), 1) as replicate
             from (${answers})
           ) group by ${columns}, replicate
         ) group by ${columns}`
      : `select ${columns}, list(list_prepend(above / below, list_prepend(weight, replicate_weights))) as above,
           [] as below from (${answers}) group by ${columns}`
  for (const { above, below, ...group } of await session.rows<Sums>(sql)) {
    const { method } = samples.get(`${String(group['country'])} ${String(group['year'])}`)!
    const found =
      estimate === 'ratio'
        ? ofRatio(numbersOf(above), numbersOf(below), method)
        : ofMedian(above as readonly unknown[], method)
    errors.set(JSON.stringify(group), found)
  }
  return errors
}

type Sums = Record<string, unknown> & { readonly above: unknown; readonly below: unknown }

/** The standard error that replicates tell; null where they tell nothing, as where all come out the same. */
function errorOf(estimate: number, variance: number | null): number | null {
  const error = variance === null ? Number.NaN : Math.sqrt(variance)
  const isNothing = estimate !== 0 && error <= 1e-9 * Math.abs(estimate)
  return isNothing || !Number.isFinite(error) ? null : error
}

const numbersOf = (list: unknown) => (list as readonly unknown[]).map(Number)

function ofRatio(
  above: readonly number[],
  below: readonly number[],
  method: ReplicateMethod,
): RelativeError {
  const replicates = above.map((sum, r) => [sum, below[r]!])
  const { estimate, variance } = estimateWithReplicates(
    (sums) => (sums[1] === 0 ? null : sums[0]! / sums[1]!),
    replicates[0]!,
    replicates.slice(1),
    method,
  )
  return { estimate, standardError: errorOf(estimate, variance) }
}

/** @param answers of each its value, its weight and those of its replicates */
function ofMedian(answers: readonly unknown[], method: ReplicateMethod): RelativeError {
  const rows = answers.map(numbersOf)
  const weights = rows[0]!.slice(1).map((_, r) => rows.map((row) => row[r + 1]!))
  const { estimate, variance } = estimateWithReplicates(
    (weight) => median(rows.map(([value], i) => ({ value: value!, weight: weight[i]! }))) ?? null,
    weights[0]!,
    weights.slice(1),
    method,
  )
  return { estimate, standardError: errorOf(estimate, variance) }
}
