import { measureRefusals } from './refusals.ts'

/** Runs work when its turn has come. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>

/**
 * Lets so many pieces of work run at once and the others wait in line; a line that is too long
 * refuses newcomers, so that a flood of questions cannot fill the memory.
 *
 * @throws Refusal `measure.too-busy` from the returned function
 */
export function boundedTurns(atOnce: number, waitingAtMost: number): InTurn {
  const waiting: (() => void)[] = []
  let running = 0
  return async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
    if (running >= atOnce) {
      if (waiting.length >= waitingAtMost) throw measureRefusals.refuse('too-busy')
      await new Promise<void>((enter) => waiting.push(enter))
    } else {
      running += 1
    }
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else running -= 1
    }
  }
}
