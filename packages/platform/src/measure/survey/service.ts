import { csvLine } from '@caudal/methods/measure'
import {
  areWeighedAlike,
  estimateMean,
  estimateRatio,
  estimateTotal,
  estimateWithReplicates,
  type SurveyDesign,
  type SurveyEstimate,
} from '@caudal/methods/measure/survey'
import { groupRows, type PlainRow } from '../../collect/plain-csv/read-plain-rows.ts'
import { readNumber } from './read-number.ts'
import { sampleRefusals } from './refusals.ts'
import { readSample } from './read-sample.ts'
import { findReplicates, readReplicates, type ReplicateColumns } from './replicate-weights.ts'

export interface SurveyColumns extends ReplicateColumns {
  readonly weight: string
  readonly strata?: string | undefined
  readonly cluster?: string | undefined
  /** Primary units of the population in the stratum of the row. */
  readonly population?: string | undefined
}

export type Statistic =
  | { readonly kind: 'total' | 'mean'; readonly variable: string }
  | { readonly kind: 'ratio'; readonly variable: string; readonly per: string }

export interface SurveyReport {
  readonly estimates: number
  /** Respondents without an answer, over all statistics. */
  readonly unanswered: number
  /** Estimates of which the sample tells no variance. */
  readonly withoutVariance: number
}

const halfWidth95 = 1.959963984540054

/**
 * Estimates totals, means and ratios of a sample with the variance of its design, for every
 * combination of the columns `by`, and writes one line each; the variance is that of replicate
 * weights where the sample brings them. Who gave no answer is outside of the domain and counted.
 */
export async function estimateSurveyFile(
  path: string,
  columns: SurveyColumns,
  statistics: readonly Statistic[],
  by: readonly string[],
  write: (text: string) => Promise<void>,
): Promise<SurveyReport> {
  const variables = statistics.flatMap((each) =>
    each.kind === 'ratio' ? [each.variable, each.per] : [each.variable],
  )
  const design = [columns.weight, columns.strata, columns.cluster, columns.population]
  const needed = [...design.filter((column) => column !== undefined), ...variables, ...by]
  const replicated = await findReplicates(path, columns)
  const rows = await readSample(path, [...needed, ...(replicated?.columns ?? [])])
  const surveyed = designOf(rows, columns)
  const replicates = replicated && readReplicates(rows, replicated)
  const lines = [
    csvLine([
      ...by,
      'statistic',
      'variable',
      'estimate',
      'standard_error',
      'low_95',
      'high_95',
      'coefficient_of_variation',
      'respondents',
      'problem',
    ]),
  ]
  let [unanswered, withoutVariance] = [0, 0]
  for (const statistic of statistics) {
    const values = rows.map((row) => readNumber(row, statistic.variable))
    const per =
      statistic.kind === 'ratio' ? rows.map((row) => readNumber(row, statistic.per)) : values
    const answered = rows.map((_, at) => values[at] !== null && per[at] !== null)
    unanswered += answered.filter((is) => !is).length
    const numbers = (column: readonly (number | null)[]) => column.map((value) => value ?? 0)
    for (const { key } of groupRows(rows, by)) {
      const domain = rows.map((row, at) =>
        answered[at] && by.every((column, level) => (row[column] ?? '') === key[level]) ? 1 : 0,
      )
      if (!domain.includes(1)) continue
      const [above, below] = [numbers(values), numbers(per)]
      const found = replicates
        ? replicatedEstimate(statistic.kind, above, below, surveyed.weights, replicates, domain)
        : statistic.kind === 'total'
          ? estimateTotal(above, surveyed, domain)
          : statistic.kind === 'mean'
            ? estimateMean(above, surveyed, domain)
            : estimateRatio(above, below, surveyed, domain)
      if (found.variance === null) withoutVariance += 1
      lines.push(estimateLine(key, statistic, found))
    }
  }
  await write(lines.join(''))
  return { estimates: lines.length - 1, unanswered, withoutVariance }
}

/** An estimate of a domain with the variance of replicates, where they tell any. */
function replicatedEstimate(
  kind: Statistic['kind'],
  above: readonly number[],
  below: readonly number[],
  weights: ArrayLike<number>,
  replicates: ReturnType<typeof readReplicates>,
  domain: readonly number[],
): SurveyEstimate {
  const found = estimateWithReplicates(
    (own) => weighted(kind, above, below, own, domain),
    weights,
    replicates.weights,
    replicates.method,
  )
  const n = domain.filter((inside) => inside === 1).length
  const isAlike = kind !== 'total' && areWeighedAlike(weights, replicates.weights, domain)
  return { ...found, n, variance: isAlike ? null : found.variance }
}

/** A statistic of a domain under a set of weights, of which those of a replicate may be zero; null without any. */
function weighted(
  kind: Statistic['kind'],
  above: readonly number[],
  below: readonly number[],
  weights: ArrayLike<number>,
  domain: readonly number[],
): number | null {
  let [total, per] = [0, 0]
  domain.forEach((inside, at) => {
    if (inside !== 1) return
    total += weights[at]! * above[at]!
    per += weights[at]! * (kind === 'mean' ? 1 : below[at]!)
  })
  if (kind === 'total') return total
  return per === 0 ? null : total / per
}

function estimateLine(
  key: readonly string[],
  statistic: Statistic,
  { estimate, variance, n }: SurveyEstimate,
): string {
  const error = variance === null ? null : Math.sqrt(variance)
  const bound = (side: 1 | -1) => (error === null ? null : estimate + side * halfWidth95 * error)
  const variable =
    statistic.kind === 'ratio' ? `${statistic.variable}/${statistic.per}` : statistic.variable
  return csvLine([
    ...key,
    statistic.kind,
    variable,
    estimate,
    error,
    bound(-1),
    bound(1),
    error === null || estimate === 0 ? null : error / Math.abs(estimate),
    n,
    error === null ? 'no-variance' : null,
  ])
}

/** The design of the sample: strata and clusters numbered, clusters being those of their stratum. */
function designOf(rows: readonly PlainRow[], columns: SurveyColumns): SurveyDesign {
  const weights = rows.map((row) => readNumber(row, columns.weight) ?? 0)
  const names = rows.map((row) => (columns.strata ? (row[columns.strata] ?? '') : ''))
  const strata = numbered(names)
  const design = { weights, strata, stratumNames: [...new Set(names)] }
  const { population, cluster } = columns
  const units = population === undefined ? undefined : populationUnits(rows, design, population)
  return {
    ...design,
    ...(cluster !== undefined && {
      clusters: numbered(rows.map((row, at) => `${strata[at]} ${row[cluster] ?? ''}`)),
    }),
    ...(units !== undefined && { populationUnits: units }),
  }
}

/** @throws Refusal `measure.population-contradicted` where rows of one stratum say different numbers */
function populationUnits(
  rows: readonly PlainRow[],
  {
    strata,
    stratumNames,
  }: { readonly strata: readonly number[]; readonly stratumNames: readonly string[] },
  column: string,
): number[] {
  const units: number[] = []
  const written: string[] = []
  rows.forEach((row, at) => {
    const stratum = strata[at]!
    const size = readNumber(row, column) ?? Number.POSITIVE_INFINITY
    const text = row[column] ?? ''
    if (units[stratum] !== undefined && units[stratum] !== size) {
      throw sampleRefusals.refuse('population-contradicted', {
        stratum: stratumNames[stratum]!,
        column,
        one: written[stratum]!,
        other: text,
      })
    }
    units[stratum] = size
    written[stratum] = text
  })
  return units
}

function numbered(names: readonly string[]): number[] {
  const numbers = new Map<string, number>()
  return names.map((name) => {
    const known = numbers.get(name) ?? numbers.size
    numbers.set(name, known)
    return known
  })
}
