import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Command } from 'commander'
import { expect, test, vi } from 'vitest'
import type { CommandContext } from '../../app/command-context.ts'
import { withNode } from '../../store/testing.ts'
import { addAuditCommands } from './commands.ts'

test('an export to where nothing can be written fails as that, whenever the disk says so', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-export-'))
  try {
    await withNode(async (node) => {
      const context: CommandContext = {
        language: 'en',
        openNode: async () => node,
        findNode: async () => node,
        knownNode: async () => node,
        say: () => {},
        write: async () => {},
        progress: () => ({ update: () => {}, finish: () => {} }),
      }
      const run = (out: string) => {
        const program = new Command().exitOverride()
        addAuditCommands(program, context)
        return program.parseAsync(['audit', 'export', '--out', out], { from: 'user' })
      }
      const out = join(folder, 'log.jsonl')
      await run(out)
      const exported = readFileSync(out, 'utf8')
      expect(exported).not.toBe('')
      // a register that answers later than a disk refuses
      const query = node.register.query.bind(node.register)
      vi.spyOn(node.register, 'query').mockImplementation(async (...given) => {
        await setTimeout(20)
        return query(...given)
      })
      await expect(run(out)).rejects.toMatchObject({ code: 'EEXIST' })
      expect(readFileSync(out, 'utf8')).toBe(exported)
      await expect(run(join(folder, 'x'.repeat(5000)))).rejects.toMatchObject({
        code: 'ENAMETOOLONG',
      })
    })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
