import { useCallback, useEffect, useRef, useState } from 'react'
import { Problem } from '../../node-api/problem.ts'

/** Something that a page has the node do: under way, refused, or neither. */
export interface Deed<Given extends readonly unknown[]> {
  readonly busy: boolean
  readonly problem: Problem | undefined
  run(...given: Given): Promise<void>
  forget(): void
}

/** Runs one thing at a time; a second press of a button while it runs does nothing. */
export function useDeed<Given extends readonly unknown[]>(
  work: (...given: Given) => Promise<void>,
): Deed<Given> {
  const [busy, setBusy] = useState(false)
  const [problem, setProblem] = useState<Problem>()
  const running = useRef(false)
  const latest = useRef(work)
  useEffect(() => {
    latest.current = work
  })

  const run = useCallback(async (...given: Given): Promise<void> => {
    if (running.current) return
    running.current = true
    setBusy(true)
    setProblem(undefined)
    try {
      await latest.current(...given)
    } catch (error) {
      setProblem(error instanceof Problem ? error : new Problem(500))
    } finally {
      running.current = false
      setBusy(false)
    }
  }, [])

  return { busy, problem, run, forget: () => setProblem(undefined) }
}
