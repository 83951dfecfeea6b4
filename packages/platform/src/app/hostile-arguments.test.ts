import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { CommanderError } from 'commander'
import { Refusal } from '@caudal/methods/vocabulary'
import { afterAll, expect, test } from 'vitest'
import { withNode } from '../store/testing.ts'
import type { CommandContext } from './command-context.ts'
import { withPathRefusal } from './path-refusal.ts'
import { program } from './program.ts'

const home = mkdtempSync(join(tmpdir(), 'caudal-arguments-'))
const here = process.cwd()
afterAll(() => {
  process.chdir(here)
  rmSync(home, { recursive: true, force: true })
})

/**
 * Text that means something to SQL, to a path, to a shell, to a pattern or to JavaScript. Paths lead out of
 * the folder of work, and no further than the folder of the test.
 */
const bait = [
  "' or 1=1 --",
  '"; drop table accounts; --',
  "x') union select password_hash from accounts --",
  "'; copy (select 1) to 'stolen.csv'; --",
  '../../no/such/file',
  '..\\..\\no',
  '$(touch stolen) `touch stolen`',
  '**/*[',
  '__proto__',
  'constructor',
  '(a+)+$',
  '\u202ecsv.exe',
  'x'.repeat(5000),
]

/** Commands that run until they are told to stop. */
const endless = new Set(['start', 'follow'])

/** Commands that need no argument, and then work for half a minute: they are tried with their options alone. */
const long = new Set(['synth'])

test('bait in any argument or option of any command is refused, or is nothing but text', async () => {
  const work = join(home, 'a', 'b', 'c', 'd')
  mkdirSync(work, { recursive: true })
  process.chdir(work)
  await withNode(async (node) => {
    let said = ''
    const context: CommandContext = {
      language: 'en',
      openNode: async () => node,
      findNode: async () => node,
      knownNode: async () => node,
      say: (sentence) => void (said += sentence),
      write: async (data) => void (said += String(data)),
      progress: () => ({ update: () => {}, finish: () => {} }),
    }
    const tried: string[] = []
    const failed: string[] = []
    const run = async (words: readonly string[]) => {
      said = ''
      try {
        await silenced(program(context)).parseAsync(words, { from: 'user' })
      } catch (thrown) {
        const error = withPathRefusal(thrown)
        const isAnswer = error instanceof Refusal || error instanceof CommanderError
        if (!isAnswer) failed.push(`${words.join(' ').slice(0, 120)}: ${String(error)}`)
      }
      expect(said).not.toMatch(/argon2id|syntax error at|Parser Error|Binder Error|\.ts:\d+/)
    }
    for (const [turn, { path, command }] of leaves(program(context)).entries()) {
      if (endless.has(path.at(-1)!)) continue
      tried.push(path.join(' '))
      const needed = command.registeredArguments.length
      const required = command.options.filter(({ mandatory }) => mandatory)
      const own = command.options.filter(({ required: takes, optional }) => takes || optional)
      for (const [place, text] of bait.entries()) {
        if ((place + turn) % 3 !== 0) continue
        const given = Array.from({ length: needed }, () => text)
        const must = required.flatMap(({ long }) => [`${long}=${text}`])
        if (!long.has(path.join(' '))) await run([...path, ...must, '--', ...given])
        const option = own[place % Math.max(1, own.length)]
        if (option === undefined) continue
        await run([...path, ...must, `${option.long}=${text}`, '--', ...given])
      }
    }
    expect(tried.length).toBeGreaterThan(60)
    expect(failed).toEqual([])
    // nothing went, and nothing came to where no command was told to write
    const [row] = await node.register.query<{ count: number }>(
      'select count(*)::int as count from accounts',
    )
    expect(row!.count).toBe(0)
    expect(({} as { roles?: unknown }).roles).toBeUndefined()
    const there = readdirSync(home, { recursive: true }).map(String)
    expect(there.filter((path) => /stolen/.test(path) && !/[$;]/.test(path))).toEqual([])
    expect(existsSync(join(node.folder.root, 'node.json'))).toBe(true)
  })
}, 120_000)

/** Commands that do something, each by the words that call it. */
function leaves(command: Command, path: readonly string[] = []) {
  const found: { readonly path: readonly string[]; readonly command: Command }[] = []
  for (const each of command.commands) {
    const words = [...path, each.name()]
    if (each.commands.length === 0) found.push({ path: words, command: each })
    else found.push(...leaves(each, words))
  }
  return found
}

function silenced(command: Command): Command {
  command.exitOverride().configureOutput({ writeErr: () => {}, writeOut: () => {} })
  for (const each of command.commands) silenced(each)
  return command
}
