import type { ImportStep } from './import-report.ts'

/** Times the steps of an import, in seconds; a step that is taken twice adds up. */
export interface StepClock {
  readonly seconds: Partial<Record<ImportStep, number>>
  time<Result>(step: ImportStep, work: () => Promise<Result>): Promise<Result>
}

export function stepClock(): StepClock {
  const seconds: Partial<Record<ImportStep, number>> = {}
  return {
    seconds,
    async time(step, work) {
      const start = performance.now()
      const result = await work()
      seconds[step] = (seconds[step] ?? 0) + (performance.now() - start) / 1000
      return result
    },
  }
}
