import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync } from 'node:fs'
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
import { terminalActor } from '../../packages/platform/src/govern/terminal-actor.ts'
import { keeper } from '../../packages/platform/src/govern/testing-actors.ts'
import { listBatches } from '../../packages/platform/src/store/index.ts'
import { describeOnPostgres } from '../../packages/platform/src/store/testing.ts'

interface Answer {
  readonly rowsAccepted?: number
  readonly code?: string
  readonly message?: string
}

const rows = 60_000

/** Imports in a process that may write `mostKiB` into any one file: more fails as on a full disk. */
async function importWithin(mostKiB: number, request: object): Promise<Answer> {
  const program = fileURLToPath(new URL('./full-disk/limited-import.ts', import.meta.url))
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
      const answer = await importWithin(mostKiB, { root, registerUrl, ...request })
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
})
