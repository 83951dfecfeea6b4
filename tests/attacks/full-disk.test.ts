import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { importFile } from '../../packages/platform/src/collect/service.ts'
import {
  crossing,
  crossings,
  crossingsProfile,
  writeImport,
} from '../../packages/platform/src/collect/testing-import.ts'
import { verifyLog } from '../../packages/platform/src/govern/audit/service.ts'
import { backUp } from '../../packages/platform/src/govern/backup/service.ts'
import { terminalActor } from '../../packages/platform/src/govern/terminal-actor.ts'
import { keeper } from '../../packages/platform/src/govern/testing-actors.ts'
import { listBatches } from '../../packages/platform/src/store/index.ts'
import { describeOnPostgres } from '../../packages/platform/src/store/testing.ts'

interface Answer {
  readonly rowsAccepted?: number
  readonly path?: string
  readonly code?: string
  readonly message?: string
}

const rows = 60_000

/** Imports, or backs up, in a process that may write `mostKiB` into any one file: more fails as on a full disk. */
async function workWithin(mostKiB: number, request: object): Promise<Answer> {
  const program = fileURLToPath(new URL('./full-disk/limited-work.ts', import.meta.url))
  // the signal ignored, the write itself fails
  const script = `trap '' XFSZ; ulimit -f ${mostKiB}; exec "$0" "$@"`
  const child = spawn(
    'bash',
    ['-c', script, process.execPath, '--import', 'tsx', program, JSON.stringify(request)],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await once(child, 'close')).toEqual([0, null])
  return JSON.parse(said) as Answer
}

function filesOf(lake: string): string[] {
  return readdirSync(lake, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .toSorted()
}

describeOnPostgres('A disk that is full in the middle of an import', (postgres) => {
  it('leaves the lake as it was, and the file comes in once there is room', async () => {
    const node = await postgres.openNode()
    const { root, lake } = node.folder
    await importFile(
      node,
      keeper,
      writeImport(crossings(crossing()), { profile: crossingsProfile() }),
    )
    const before = filesOf(lake)
    await node.close()
    const lines = Array.from({ length: rows }, (_, row) => crossing({ documento: `P${row}` }))
    const request = writeImport(crossings(...lines), {
      profile: crossingsProfile({ id: 'other-crossings' }),
    })
    const registerUrl = postgres.openNode.addressOf(root)
    // room for the first steps, for some of the later ones, for all but the last file
    for (const mostKiB of [32, 96, 160]) {
      const answer = await workWithin(mostKiB, { root, registerUrl, ...request })
      expect([mostKiB, answer.rowsAccepted, answer.message !== '']).toEqual([
        mostKiB,
        undefined,
        true,
      ])
      expect(answer.message).not.toContain('Quetzalcoatl')
      const again = await postgres.openNode({ root })
      expect(filesOf(lake)).toEqual(before)
      expect(await listBatches(again)).toHaveLength(1)
      await again.close()
    }
    const last = await postgres.openNode({ root })
    expect(await importFile(last, keeper, request)).toMatchObject({ rowsAccepted: rows })
    expect((await verifyLog(last, terminalActor('auditor'))).findings).toEqual([])
  }, 180_000)

  it('is told of a backup, which leaves no archive that is half of one', async () => {
    const node = await postgres.openNode()
    const { root } = node.folder
    const lines = Array.from({ length: 2000 }, (_, row) => crossing({ documento: `P${row}` }))
    const request = writeImport(crossings(...lines), { profile: crossingsProfile() })
    await importFile(node, keeper, request)
    await node.close()
    const folder = mkdtempSync(join(tmpdir(), 'caudal-full-backups-'))
    const registerUrl = postgres.openNode.addressOf(root)
    try {
      for (const mostKiB of [1, 8, 24]) {
        const answer = await workWithin(mostKiB, { root, registerUrl, folder })
        expect([mostKiB, answer.path, answer.message !== '']).toEqual([mostKiB, undefined, true])
        expect(readdirSync(folder)).toEqual([])
      }
      const { path } = await workWithin(100_000, { root, registerUrl, folder })
      expect(filesOf(folder)).toEqual([path])
      const again = await postgres.openNode({ root })
      // the next one goes on from it, and reads it from end to end
      const next = await backUp(again, terminalActor('administrator'), { folder, keep: 3 })
      expect(next).toMatchObject({ damaged: [], pruned: [] })
      expect((await verifyLog(again, terminalActor('auditor'))).findings).toEqual([])
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }, 180_000)
})
