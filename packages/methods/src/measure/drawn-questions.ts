import type { RandomGenerator } from '../numerics/index.ts'

/** As `RollUpPoint`: for each dimension the depth of the level named, the number of levels where none is. */
type Point = readonly number[]

/** Questions that stand for all that could be asked of a cube. */
const mostQuestions = 600
/** Pairs of questions that one roll-up could answer together. */
const mostPairs = 1200
/** Dimensions that a question names at the mean, where a cube has many. */
const meanNamed = 4

/**
 * A sample of what could be asked of a cube of many dimensions, and of the roll-ups that would answer
 * it: each question by itself, and the finer of two at every dimension.
 *
 * @param counts levels of each dimension
 * @param inclusion probability that a question names a dimension, at most
 */
export function drawQuestions(
  counts: readonly number[],
  inclusion: number,
  random: RandomGenerator,
): { readonly questions: readonly Point[]; readonly candidates: readonly Point[] } {
  const named = Math.min(inclusion, meanNamed / counts.length)
  const questions = distinct(
    Array.from({ length: mostQuestions }, () =>
      counts.map((count) => (random.chance(named) ? random.below(count) : count)),
    ),
  )
  const pick = () => questions[random.below(questions.length)]!
  const pairs = Array.from({ length: mostPairs }, () => {
    const [one, other] = [pick(), pick()]
    return one.map((depth, i) => Math.min(depth, other[i]!))
  })
  const isCells = (point: Point) => point.every((depth) => depth === 0)
  const candidates = distinct([...questions, ...pairs]).filter((point) => !isCells(point))
  return { questions, candidates }
}

function distinct(points: readonly Point[]): Point[] {
  return [...new Map(points.map((point) => [point.join(), point])).values()]
}
