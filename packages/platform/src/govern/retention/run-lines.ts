import type { Language } from '@caudal/methods/vocabulary'
import type { RetentionRun } from './runs.ts'

interface RunWords {
  readonly never: string
  ran(at: string, erased: number): string
  going(at: string, erased: number): string
}

const words: Readonly<Record<Language, RunWords>> = {
  es: {
    never: 'Todavía no se ha mirado qué cumplió su tiempo; un nodo en marcha lo hace cada día.',
    ran: (at, erased) =>
      erased === 0
        ? `La última vez, el ${at}, no hubo nada que borrar.`
        : `La última vez, el ${at}, se borró de ${erased} lotes.`,
    going: (at, erased) => `Se está borrando desde el ${at}: ${erased} lotes hasta ahora.`,
  },
  en: {
    never: 'What has been kept long enough was never looked for; a running node does it every day.',
    ran: (at, erased) =>
      erased === 0
        ? `Last time, at ${at}, there was nothing to erase.`
        : `Last time, at ${at}, it was erased from ${erased} batches.`,
    going: (at, erased) => `It is being erased since ${at}: from ${erased} batches so far.`,
  },
  fr: {
    never:
      'Ce qui a atteint son terme n’a jamais été cherché ; un nœud en marche le fait chaque jour.',
    ran: (at, erased) =>
      erased === 0
        ? `La dernière fois, le ${at}, il n’y avait rien à effacer.`
        : `La dernière fois, le ${at}, cela a été effacé de ${erased} lots.`,
    going: (at, erased) => `L’effacement est en cours depuis le ${at} : ${erased} lots jusqu’ici.`,
  },
}

/** What the terminal says of the last run of retention. */
export function runLines(runs: readonly RetentionRun[], language: Language): string[] {
  const { never, ran, going } = words[language]
  const [last] = runs
  if (last === undefined) return [never]
  const { erased, problem, startedAt, endedAt } = last
  const said = endedAt === null ? going(startedAt, erased.length) : ran(endedAt, erased.length)
  if (problem === null) return [said]
  return [said, `${problem.what[language]} ${problem.advice[language]}`]
}
