import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, test } from 'vitest'
import { addAuditCommands } from '../govern/audit/commands.ts'
import { addBackupCommands } from '../govern/backup/commands.ts'
import { addKeyCommands } from '../govern/keys/commands.ts'
import { commandLineContext } from './command-line-context.ts'

test('of a folder that is no node, nothing is verified, copied or told, and no node is made there', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-no-node-'))
  try {
    const foreign = join(folder, 'foreign')
    for (const root of [join(folder, 'mistyped'), foreign, folder]) {
      const run = async (...words: string[]) => {
        const context = commandLineContext('en', () => root)
        const program = new Command().exitOverride()
        addAuditCommands(program, context)
        addBackupCommands(program, context, async () => {})
        addKeyCommands(program, context)
        try {
          await program.parseAsync(words, { from: 'user' })
        } finally {
          await context.close()
        }
      }
      writeFileSync(join(folder, 'letter.txt'), 'nothing of a node')
      for (const words of [
        ['audit', 'verify'],
        ['audit', 'export'],
        ['audit', 'key'],
        ['backup', join(folder, 'backups')],
        ['keys', 'show'],
      ]) {
        await expect(run(...words), words.join(' ')).rejects.toMatchObject({
          code: 'app.no-node',
          details: { folder: root },
        })
      }
      expect(existsSync(join(root, 'keys'))).toBe(false)
    }
    expect(readdirSync(folder)).toEqual(['letter.txt'])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
