import { languages, Refusal } from '@caudal/methods/vocabulary'
import { expect, test } from 'vitest'
import { problemOf, refusalOfProblem } from './job-problem.ts'
import { withNode } from './testing.ts'

const coded = (code: string, syscall?: string) =>
  Object.assign(new Error(`${code}: no such luck, open '/srv/caudal/lake/ana-lopez.parquet'`), {
    code,
    ...(syscall === undefined ? {} : { syscall }),
  })

test('A disk or a memory that does not suffice is told to whoever waits for a job as to anybody else', () => {
  for (const [error, code] of [
    [coded('ENOSPC', 'write'), 'store.closed'],
    [coded('53100'), 'store.closed'],
    [coded('ENOENT', 'open'), 'store.away'],
    [new Error('IO Error: Could not write file "x": No space left on device'), 'store.closed'],
    [
      new Error('Out of Memory Error: failed to allocate data of size 1 (1.9 GiB/2 GiB used)'),
      'store.memory-short',
    ],
  ] as const) {
    const problem = problemOf(error)
    expect(problem).toMatchObject({ code, status: 503 })
    const told = languages.map((language) => problem.what[language])
    expect(new Set(told).size).toBe(3)
    expect(JSON.stringify(problem)).not.toMatch(/no such luck|No space left|GiB|srv/)
    expect(refusalOfProblem(problem)).toBeInstanceOf(Refusal)
  }
})

test('A bug of a job is told by its kind, without the values that a database quotes', async () => {
  await withNode(async (node) => {
    const thrown = await node.lake.run("select 'Ana López'::date").catch((error: unknown) => error)
    expect(String(thrown)).toContain('Ana López')
    const problem = problemOf(thrown)
    expect(problem).toMatchObject({
      code: 'store.job-failed',
      details: { reason: 'Conversion Error' },
    })
    expect(problem.what.fr).toBe(
      'La tâche a échoué à cause d’une erreur du programme\u00a0: Conversion Error.',
    )
    expect(JSON.stringify(problem)).not.toContain('Ana')
  })
  expect(problemOf(coded('42601')).details).toEqual({ reason: 'Error 42601' })
  expect(problemOf('Ana López').details).toEqual({ reason: 'string' })
})
