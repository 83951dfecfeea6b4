import { dimensions, levels } from './questionnaire.ts'

/** An answer: a level from 0 to 3, or null where the question does not apply to the country. */
export interface CapacityAnswer {
  readonly level: number | null
  /** By what it can be seen: a law, a document, an address. */
  readonly evidence: string
}

/** Answers by question; a question without one has not been answered. */
export type CapacityAnswers = Readonly<Record<string, CapacityAnswer>>

export interface CapacityScore {
  /** From 0 to 100 per dimension; null where fewer than three of four questions count. */
  readonly dimensions: readonly {
    readonly id: string
    readonly score: number | null
    readonly answered: number
    readonly notApplicable: number
    readonly of: number
  }[]
  /** Mean of the dimensions; null where one of them has no score. */
  readonly overall: number | null
}

/** Share of the questions of a dimension that must be answered for it to have a score. */
const leastAnswered = 0.75

/**
 * The score of a country's answers: how much of what the questions ask for is there, in per cent.
 *
 * ```math
 * S_d = \frac{100}{3\,n_d} \sum_{q \in d} l_q, \qquad S = \frac{1}{D} \sum_d S_d
 * ```
 *
 * The sum is over the n questions of a dimension that have a level l from 0 to 3. A question that does not
 * apply leaves the sum and the count; what is not answered is missing, not zero. A dimension has a score
 * where at least three quarters of the questions that apply have a level. Dimensions weigh the same.
 *
 * Assumption: the distance between two levels is the same everywhere. A score is a self-assessment: it
 * compares a country with itself, with the same questionnaire, and not with others.
 *
 * @param answers levels from 0 to 3 by question
 * @returns scores from 0 to 100, not rounded
 * @see OECD and JRC (2008), Handbook on Constructing Composite Indicators, steps 5 and 6: equal weights,
 *   linear aggregation
 * @example scoreCapacity({}).overall // => null
 */
export function scoreCapacity(answers: CapacityAnswers): CapacityScore {
  const scored = dimensions.map(({ id, questions }) => {
    const own = questions.flatMap((question) => answers[question.id] ?? [])
    const notApplicable = own.filter(({ level }) => level === null).length
    const given = own.flatMap(({ level }) => level ?? [])
    const apply = questions.length - notApplicable
    const enough = apply > 0 && given.length / apply >= leastAnswered
    const sum = given.reduce((all, level) => all + level, 0)
    return {
      id,
      score: enough ? (100 * sum) / ((levels.length - 1) * given.length) : null,
      answered: given.length,
      notApplicable,
      of: questions.length,
    }
  })
  const known = scored.flatMap(({ score }) => score ?? [])
  return {
    dimensions: scored,
    overall:
      known.length === scored.length
        ? known.reduce((all, score) => all + score, 0) / known.length
        : null,
  }
}
