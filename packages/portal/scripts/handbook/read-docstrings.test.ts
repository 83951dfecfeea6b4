import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readOffered } from './read-docstrings.ts'
import { readTags } from './read-tags.ts'

let folder: string
const sources = {
  'index.ts': "export { addDays, type Day } from './day.ts'\nexport * from './clock.ts'\n",
  'day.ts': [
    '/** A day, counted from 1970. */',
    'export interface Day {',
    '  readonly count: number',
    '}',
    '/**',
    ' * The day after so many.',
    ' *',
    ' * @param days whole days',
    ' *   or none',
    ' * @returns a day',
    ' */',
    'export function addDays(day: Day, days = 0): Day {',
    '  return { count: day.count + days }',
    '}',
    '/** Nobody is offered this. */',
    'export const hidden = 1',
  ].join('\n'),
  'clock.ts': [
    '/** Tells the time. */',
    'export class Clock {',
    '  readonly #start = 0',
    '  private wound = true',
    '  /** Seconds since it began. */',
    '  tell(): number {',
    '    return this.#start',
    '  }',
    '}',
  ].join('\n'),
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'caudal-handbook-'))
  for (const [name, text] of Object.entries(sources)) writeFileSync(join(folder, name), text)
})

afterAll(() => rmSync(folder, { recursive: true }))

test('what an index offers is read where it is declared, in the order of the index', () => {
  expect(readOffered(join(folder, 'index.ts'), folder)).toEqual([
    {
      name: 'addDays',
      kind: 'function',
      declaration: 'function addDays(day: Day, days = 0): Day',
      file: 'day.ts',
      docstring: 'The day after so many.\n\n@param days whole days\n  or none\n@returns a day',
    },
    {
      name: 'Day',
      kind: 'type',
      declaration: 'interface Day {\n  readonly count: number\n}',
      file: 'day.ts',
      docstring: 'A day, counted from 1970.',
    },
    {
      name: 'Clock',
      kind: 'class',
      declaration: 'class Clock {\n  /** Seconds since it began. */\n  tell(): number\n}',
      file: 'clock.ts',
      docstring: 'Tells the time.',
    },
  ])
})

test('an index that offers what its file lacks is a fault, and named', () => {
  writeFileSync(join(folder, 'wrong.ts'), "export { nobody } from './day.ts'\n")
  expect(() => readOffered(join(folder, 'wrong.ts'), folder)).toThrow(/nobody/)
})

test('a docstring is parted at its tags, each with all its lines', () => {
  expect(
    readTags(
      'What.\n\nMore, of somebody@example.\n@param days whole days\n  or none\n@returns a day',
    ),
  ).toEqual({
    text: 'What.\n\nMore, of somebody@example.',
    tags: [
      { tag: 'param', text: 'days whole days\n  or none' },
      { tag: 'returns', text: 'a day' },
    ],
  })
})
