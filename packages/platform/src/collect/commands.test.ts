import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import type { CommandContext } from '../app/command-context.ts'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { addCollectCommands } from './commands.ts'
import { crossing, crossings, writeImport } from './testing-import.ts'

interface Spoken {
  readonly said: string[]
  readonly written: string[]
  run(...args: string[]): Promise<void>
}

/** The commands of the stage with a context that keeps what is said and written. */
function commandLine(node: CaudalNode): Spoken {
  const said: string[] = []
  const written: string[] = []
  const context: CommandContext = {
    language: 'en',
    openNode: () => Promise.resolve(node),
    findNode: () => Promise.resolve(node),
    knownNode: () => Promise.resolve(node),
    say: (sentence) => void said.push(sentence),
    write: async (data) => void written.push(data.toString()),
    progress: () => ({ update() {}, finish() {} }),
  }
  return {
    said,
    written,
    run(...args) {
      const program = new Command().exitOverride().configureOutput({ writeErr() {} })
      addCollectCommands(program, context)
      for (const command of program.commands)
        command.exitOverride().configureOutput({ writeErr() {} })
      return program.parseAsync(args, { from: 'user' }).then(() => {})
    },
  }
}

describe('the command line', () => {
  it('imports a file, tells people about it and gives programs the report', () =>
    withNode(async (node) => {
      const { file, profile } = writeImport(crossings(crossing(), 'corto'))
      const line = commandLine(node)
      await line.run('import', file, '--profile', profile, '--json')
      expect(line.said).toContain('Records read: 2; accepted: 1; rejected: 1.')
      expect(JSON.parse(line.written.join(''))).toMatchObject({ status: 'imported', batch: 1 })

      const again = commandLine(node)
      await again.run('import', file, '--profile', profile)
      expect(again.said).toEqual(['cruces.csv was imported before (batch 1); nothing has changed.'])
      expect(again.written).toEqual([])
    }))

  it('takes no correction without a reason, and changes nothing', () =>
    withNode(async (node) => {
      const { file, profile } = writeImport(crossings(crossing()))
      await commandLine(node).run('import', file, '--profile', profile)
      const corrected = writeImport(crossings(crossing({ sexo: 'M' })))
      const correct = [
        'import',
        corrected.file,
        '--profile',
        corrected.profile,
        '--supersedes',
        '1',
      ]
      for (const because of [[], ['--because', '  ']]) {
        await expect(commandLine(node).run(...correct, ...because)).rejects.toThrow('--because')
      }
      const reasoned = commandLine(node)
      await reasoned.run(...correct, '--because', 'Sex was exchanged', '--json')
      // The first that was taken in: those without a reason left no number behind.
      expect(JSON.parse(reasoned.written.join(''))).toMatchObject({ batch: 2 })
    }))

  it('lists batches and shows what was found in one', () =>
    withNode(async (node) => {
      const line = commandLine(node)
      await line.run('batches')
      expect(line.said).toEqual([
        'There are no batches yet. Import a file: caudal import FILE --profile PROFILE',
      ])
      const { file, profile } = writeImport(crossings(crossing(), 'corto'))
      await line.run('import', file, '--profile', profile)
      await line.run('batches', '--format', 'csv')
      await line.run('batches', 'show', '1', '--format', 'json')
      await line.run('batches', 'show', '1', '--findings', '--format', 'csv')
      const [list, batch, findings] = line.written
      expect(list!.split('\r\n')[1]).toMatch(/^1,crossings,movement,crossings,1,cruces.csv,/)
      expect(JSON.parse(batch!)).toMatchObject({ id: 1, rowsRejected: 1 })
      expect(batch).not.toContain('wrappedKey')
      expect(findings!.split('\r\n')[1]).toBe(
        '3,2,reject,line.ragged,,1,8,The line has 1 field; the header has 8.,',
      )
    }))

  it('refuses an import without a profile, and a batch that there is not', () =>
    withNode(async (node) => {
      const line = commandLine(node)
      await expect(line.run('import', 'a.csv')).rejects.toThrow('--profile is missing')
      await expect(line.run('batches', 'show', '12')).rejects.toMatchObject({
        code: 'store.batch-unknown',
      })
      await expect(line.run('batches', 'show', 'x')).rejects.toMatchObject({
        code: 'store.batch-unknown',
      })
    }))
})
