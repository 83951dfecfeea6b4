import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { listBatches } from './batches.ts'
import { measureFile } from './incoming.ts'
import type { CaudalNode } from './node.ts'
import { copyTestRegister, describeOnBothRegisters, withTestFolder } from './testing.ts'
import { filesUnder, startScenario } from './testing-scenarios.ts'

/** The register and the lake tell the same, file by file, and no name lies about in plain. */
async function expectWhole(node: CaudalNode): Promise<number> {
  const batches = await listBatches(node)
  const known = batches.flatMap((batch) => batch.files)
  for (const file of known) {
    const path = join(node.folder.root, file.path)
    expect({ path, ...(await measureFile(path)) }).toEqual({
      path,
      bytes: file.bytes,
      sha256: file.sha256,
    })
  }
  expect(filesUnder(node.folder.lake)).toEqual(
    known.map((file) => join(node.folder.root, file.path)).sort(),
  )
  for (const batch of batches) {
    const facts = batch.files.find((file) => file.kind === 'facts')!
    const [row] = await node.lake.rows<{ rows: number }>(
      'select count(*) as rows from read_parquet($1)',
      [join(node.folder.root, facts.path)],
    )
    expect(row?.rows).toBe(1000)
    const identities = batch.files.find((file) => file.kind === 'identities')!
    const target = join(node.folder.workspace, `check-${batch.id}`)
    const key = node.keyring.unwrapDataKey(batch.wrappedKey!)
    await node.keyring.decryptFile(join(node.folder.root, identities.path), target, key)
  }
  for (const path of filesUnder(node.folder.root).concat(
    filesUnder(dirname(node.folder.workspace)),
  )) {
    if (path.startsWith(node.folder.workspace) || !existsSync(path)) continue
    expect(readFileSync(path).includes('PLANTED NAME') ? path : 'clean').toBe('clean')
  }
  return batches.length
}

const rounds = 4

/** Each round starts two processes: slow where other tests share the machine. */
const patienceMs = 300_000

describe('A node that is killed again and again while it receives batches', () => {
  it(
    'has whole batches only, on the embedded register',
    async () => {
      await withTestFolder(async (openHere, root) => {
        await copyTestRegister(root)
        let before = 0
        for (let round = 0; round < rounds; round += 1) {
          const importer = startScenario('importForEver', { root, seed: round })
          expect(await importer.message()).toBe('open')
          // One batch first, however slow the machine; then a moment anywhere in those that follow.
          if (round === 0) expect(await importer.message()).toBe('accepted')
          await pause(40 + Math.random() * 400)
          await importer.kill()
          const node = await openHere()
          const batches = await expectWhole(node)
          expect(batches).toBeGreaterThanOrEqual(before)
          before = batches
          await node.close()
        }
        expect(before).toBeGreaterThan(0)
      })
    },
    patienceMs,
  )

  it(
    'starts again after it was killed in the middle of its start',
    async () => {
      expect.hasAssertions()
      await withTestFolder(async (openHere, root) => {
        for (let round = 0; round < rounds; round += 1) {
          // from before the folder is there to well into the making of the register
          const starter = startScenario('importForEver', { root, seed: round })
          await pause(300 + round * 700)
          await starter.kill()
        }
        const node = await openHere()
        await expectWhole(node)
      })
    },
    patienceMs,
  )
})

describeOnBothRegisters(
  'The owner of a folder that is killed while a guest receives batches',
  (openTestNode) => {
    it('leaves whole batches only', async () => {
      const node = await openTestNode({ role: 'server' })
      const guest = startScenario('importForEver', {
        root: node.folder.root,
        seed: 1,
        registerUrl: openTestNode.addressOf(node.folder.root),
      })
      expect(await guest.message()).toBe('open')
      expect(await guest.message()).toBe('accepted')
      await pause(300)
      await node.close()
      const again = await openTestNode({ root: node.folder.root, role: 'server' })
      await pause(200)
      await guest.kill()
      await again.close()
      const last = await openTestNode({ root: node.folder.root })
      expect(await expectWhole(last)).toBeGreaterThan(0)
    })
  },
)
