import { expect, test } from 'vitest'
import { Command } from 'commander'
import { languages } from '@caudal/methods/vocabulary'
import type { CommandContext } from '../app/command-context.ts'
import { protectWords } from './command-words.ts'
import { addProtectCommands } from './commands.ts'

test('of one cell it is said that one cell leaks, of several how many', () => {
  expect(languages.map((language) => protectWords[language].leaks(1))).toEqual([
    'Una celda queda demasiado abierta.',
    'One cell leaks.',
    'Une cellule fuit.',
  ])
  expect(protectWords.en.leaks(2)).toBe('2 cells leak.')
  expect(protectWords.en.nonePrimary(1)).toContain('it was not attacked')
})

test('no attack is announced of a folder that is refused before it', async () => {
  const begun: string[] = []
  const context = {
    language: 'en',
    progress: (title: string) => {
      begun.push(title)
      return { update: () => {}, finish: () => {} }
    },
  } as unknown as CommandContext
  const program = new Command()
  addProtectCommands(program, context)
  const attacking = program.parseAsync(['protect', 'attack', '/nowhere'], { from: 'user' })
  await expect(attacking).rejects.toMatchObject({ code: 'protect.file-missing' })
  expect(begun).toEqual([])
})
