import { spawn, spawnSync } from 'node:child_process'
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
import { terminalActor } from '../../packages/platform/src/govern/terminal-actor.ts'
import { keeper } from '../../packages/platform/src/govern/testing-actors.ts'
import { listBatches } from '../../packages/platform/src/store/index.ts'
import { describeOnPostgres } from '../../packages/platform/src/store/testing.ts'

/** Makes a folder one that can only be read, for one process and what it starts. */
const readOnly = 'mount --bind "$1" "$1" && mount -o remount,ro,bind "$1" && shift && exec "$@"'

// whoever is root mounts as root; others in a space of users of their own
const space = process.getuid?.() === 0 ? '-m' : '-rm'

/** Whether this machine lets a test mount something for itself. */
function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-mount-'))
  try {
    const tried = spawnSync('unshare', [space, 'sh', '-c', readOnly, 'sh', folder, 'true'])
    return tried.status === 0
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const skip = !canMount()
if (skip) process.stderr.write('A read-only disk is not tried: nothing can be mounted here.\n')

async function onReadOnlyLake(lake: string, request: object): Promise<unknown> {
  const program = fileURLToPath(new URL('./read-only-disk/node-on-it.ts', import.meta.url))
  const words = [process.execPath, '--import', 'tsx', program, JSON.stringify(request)]
  const child = spawn('unshare', [space, 'sh', '-c', readOnly, 'sh', lake, ...words], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()))
  expect(await once(child, 'close')).toEqual([0, null])
  return JSON.parse(said)
}

describeOnPostgres('A disk that can only be read', (postgres) => {
  it(
    'is told by the health of the node, which still gives figures and takes nothing in',
    { skip },
    async () => {
      const node = await postgres.openNode()
      const { root, lake } = node.folder
      const first = { profile: crossingsProfile() }
      await importFile(node, keeper, writeImport(crossings(crossing()), first))
      const before = readdirSync(lake, { recursive: true }).map(String).toSorted()
      await node.close()
      const other = { profile: crossingsProfile({ id: 'other-crossings' }) }
      const request = writeImport(crossings(crossing({ documento: 'P1' })), other)
      const registerUrl = postgres.openNode.addressOf(root)
      expect(await onReadOnlyLake(lake, { root, registerUrl, ...request })).toMatchObject({
        health: { code: 503, status: 'degraded', register: 'up', lake: 'read-only', cubes: 'up' },
        table: 200,
        code: 'app.path-unusable',
        message: expect.stringContaining('EROFS'),
      })
      const again = await postgres.openNode({ root })
      expect(readdirSync(lake, { recursive: true }).map(String).toSorted()).toEqual(before)
      expect(await listBatches(again)).toHaveLength(1)
      // and once it can be written again, nothing else has to be done
      expect(await importFile(again, keeper, request)).toMatchObject({ rowsAccepted: 1 })
      expect((await verifyLog(again, terminalActor('auditor'))).findings).toEqual([])
    },
  )
})
