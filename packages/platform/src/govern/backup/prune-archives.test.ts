import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { nodeKeyPath } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { eraseRecords } from '../erasure/erase-records.ts'
import { retireKey, rotateKey } from '../keys/service.ts'
import { backUp, describeBackups, restore } from './service.ts'
import { administrator, officer, receive, recordOf } from '../../collect/testing-three-persons.ts'

const folders: string[] = []
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })))
function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-backup-'))
  folders.push(folder)
  return folder
}

describeOnPostgres('A backup among others', ({ openNode: openTestNode }) => {
  it('is pruned to those that are kept, with all that they go on from, once the new one was read', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    const alien = join(folder, 'note.txt')
    writeFileSync(alien, 'nothing of ours')
    const written: string[] = []
    const there = () =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.caudal'))
        .map((name) => written.findIndex((path) => path.endsWith(name)))
        .toSorted((one, other) => one - other)
    const add = async (batch: number) => {
      await receive(node, batch)
      const done = await backUp(node, administrator, { folder, keep: 2 })
      written.push(done.path)
      return done
    }
    expect([(await add(1)).base, (await add(2)).base].map((base) => base === null)).toEqual([
      true,
      false,
    ])
    // two hang together: a third begins anew, so that the first can go before long
    const third = await add(3)
    expect(third.base).toBeNull()
    expect(there()).toEqual([0, 1, 2])
    const fourth = await add(4)
    expect(fourth.pruned.map(({ path }) => path)).toEqual([written[1], written[0]])
    expect(there()).toEqual([2, 3])
    expect(existsSync(alien)).toBe(true)
    expect(await describeBackups(node, officer)).toMatchObject({
      kept: 2,
      newest: fourth.at,
      state: 'recent',
      holdErased: false,
    })
    const entries = await node.register.query<{ entry: string }>(
      "select entry from audit_entries where entry like '%prune%'",
    )
    expect(entries).toHaveLength(2)

    const target = join(newFolder(), 'data')
    const restored = await restore({ from: folder, to: target, nodeKey: nodeKeyPath(node.folder) })
    expect(restored.at).toBe(fourth.at)
    // and the oldest that is kept
    const oldest = { from: folder, to: join(newFolder(), 'data'), at: third.at }
    const back = await restore({ ...oldest, nodeKey: nodeKeyPath(node.folder) })
    expect([back.archive, back.files]).toEqual([third.path, third.manifest.length])

    await eraseRecords(node, [{ batch: 1, recordId: await recordOf(node, 0, 0) }], 'request:x')
    expect(await describeBackups(node, officer)).toMatchObject({ kept: 2, holdErased: true })
    const whole = await backUp(node, administrator, { folder, keep: 1 })
    expect([whole.base, whole.pruned.length]).toEqual([null, 2])
    expect(await describeBackups(node, officer)).toMatchObject({ kept: 1, holdErased: false })
  })

  it('is the newest by its number where the clock was set back', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const ahead = () => new Date(Date.now() + 400 * 86_400_000)
    await backUp(node, administrator, { folder, whole: true, now: ahead })
    const gone = await recordOf(node, 0, 1)
    await eraseRecords(node, [{ batch: 1, recordId: gone }], 'request:x')
    await receive(node, 2)
    const after = await backUp(node, administrator, { folder })
    const target = join(newFolder(), 'data')
    const restoring = { from: folder, to: target, nodeKey: nodeKeyPath(node.folder) }
    expect(await restore(restoring)).toMatchObject({ archive: after.path, at: after.at })
    const earlier = { ...restoring, to: join(newFolder(), 'data'), at: ahead().toISOString() }
    expect(await restore(earlier)).toMatchObject({ archive: after.path, erasedAgain: 0 })
  })

  it('removes nothing where the new one cannot be read again', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const first = await backUp(node, administrator, { folder, whole: true })
    const second = await backUp(node, administrator, { folder, whole: true })
    const bytes = readFileSync(second.path)
    bytes[bytes.length - 40]! ^= 1
    writeFileSync(second.path, bytes)
    await receive(node, 2)
    // goes on from the second, which does not hold
    await expect(backUp(node, administrator, { folder, keep: 2 })).rejects.toMatchObject({
      code: 'backup.not-good',
    })
    expect(existsSync(first.path)).toBe(true)
    expect(readdirSync(folder)).toHaveLength(3)
  })

  it('is begun anew where the key of those before is no longer held', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    await backUp(node, administrator, { folder })
    await rotateKey(node, administrator)
    expect((await backUp(node, administrator, { folder })).base).not.toBeNull()
    await retireKey(node, administrator)
    const { root } = node.folder
    await node.close()
    const later = await openTestNode({ root })
    expect((await backUp(later, administrator, { folder })).base).toBeNull()
    const target = join(newFolder(), 'data')
    await restore({ from: folder, to: target, nodeKey: nodeKeyPath(later.folder) })
  })
})
