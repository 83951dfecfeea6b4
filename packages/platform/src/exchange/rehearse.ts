import { setImmediate } from 'node:timers/promises'
import { Refusal } from '@caudal/methods/vocabulary'
import type { FigureSet } from './figures/published-figures.ts'
import type { SdmxAnswer, SdmxCall } from './sdmx-answer.ts'

/** Observations from which a set is asked often and answered slowly enough for this to be worth it. */
const leastObservations = 100_000

/** Observations of an answer, and answers in each format, after which the program is compiled. */
const observations = 1_000
const rounds = 40

const formats = ['jsondata', 'structurespecificdata', 'csvdata', 'genericdata'] as const

/**
 * Answers questions to nobody. A program that has just started is interpreted, and its first readers
 * would wait ten times as long as those after them. Between two answers others have their turn.
 */
export async function rehearse(
  service: { answer(call: SdmxCall): Promise<SdmxAnswer> },
  sets: readonly FigureSet[],
  stopped: AbortSignal | undefined,
): Promise<void> {
  const largest = sets.toSorted((a, b) => b.facts.observationCount - a.facts.observationCount)[0]
  if (!largest || largest.facts.observationCount < leastObservations) return
  for (let round = 0; round < rounds; round++) {
    for (const format of formats) {
      for (const { restVersion, path } of questions(largest, round)) {
        await setImmediate()
        if (stopped?.aborted === true) return
        try {
          const answer = await service.answer({
            restVersion,
            address: `${path}format=${format}`,
            accept: undefined,
            languages: ['en'],
            serviceUrl: '',
          })
          for await (const piece of await answer.write()) if (piece === '') break
        } catch (error) {
          if (!(error instanceof Refusal)) throw error
        }
      }
    }
  }
}

/**
 * The first observations of all by the second version, and series by the first: of one code in every
 * dimension, another at each round, and of all codes in that which has most.
 */
function questions(
  set: FigureSet,
  round: number,
): readonly { readonly restVersion: 1 | 2; readonly path: string }[] {
  const occurring = set.occurring({}).codes
  const codes = set.dimensions.map((id) => occurring[id] ?? [])
  const widest = codes.reduce((best, list, d) => (list.length > codes[best]!.length ? d : best), 0)
  const key = codes.map((list, d) => (d === widest ? '' : (list[round % list.length] ?? '')))
  return [
    { restVersion: 2, path: `/data/dataflow/*/${set.dataflow}/*/*?limit=${observations}&` },
    { restVersion: 1, path: `/data/${set.dataflow}/${key.join('.')}?` },
  ]
}
