import {
  copyFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { nodeKeyPath } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { eraseRecords } from '../erasure/erase-records.ts'
import { retireKey, rotateKey } from '../keys/service.ts'
import { backUp, type BackedUp, describeBackups, restore } from './service.ts'
import { writeArchive } from './write-archive.ts'
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
    const restored = await restore({
      from: folder,
      to: target,
      nodeKeys: [nodeKeyPath(node.folder)],
    })
    expect(restored.at).toBe(fourth.at)
    // and the oldest that is kept
    const oldest = { from: folder, to: join(newFolder(), 'data'), at: third.at }
    const back = await restore({ ...oldest, nodeKeys: [nodeKeyPath(node.folder)] })
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
    const restoring = { from: folder, to: target, nodeKeys: [nodeKeyPath(node.folder)] }
    expect(await restore(restoring)).toMatchObject({ archive: after.path, at: after.at })
    const earlier = { ...restoring, to: join(newFolder(), 'data'), at: ahead().toISOString() }
    expect(await restore(earlier)).toMatchObject({ archive: after.path, erasedAgain: 0 })
  })

  it('is begun anew, and removes nothing, where one that it went on from turns out to be damaged', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const first = await backUp(node, administrator, { folder, whole: true })
    const second = await backUp(node, administrator, { folder, whole: true })
    const bytes = readFileSync(second.path)
    bytes[bytes.length - 40]! ^= 1
    writeFileSync(second.path, bytes)
    await receive(node, 2)
    // went on from the second, which does not hold: told by its name, and a whole one was made
    const third = await backUp(node, administrator, { folder, keep: 2 })
    expect(third).toMatchObject({ base: null, pruned: [], damaged: [second.path] })
    expect(existsSync(first.path)).toBe(true)
    expect(readdirSync(folder)).toHaveLength(4)
    const restoring = { from: folder, nodeKeys: [nodeKeyPath(node.folder)], registerUrl: '' }
    // and the oldest that is kept restores, though one between does not
    const oldest = await restore({ ...restoring, to: join(newFolder(), 'data'), at: first.at })
    expect(oldest.archive).toBe(first.path)
  })

  it('stops at no file that was cut short or overwritten, and goes on from one that holds', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const first = await backUp(node, administrator, { folder })
    await receive(node, 2)
    const second = await backUp(node, administrator, { folder })
    truncateSync(second.path, 2000)
    const halfWritten = join(folder, '20270101T000000Z-00000000.caudal')
    for (const content of ['', 'CAUDALBK', 'CAUDALBK\0\0\0\u0002{}', 'x'.repeat(5000)]) {
      writeFileSync(halfWritten, content)
      const next = await backUp(node, administrator, { folder })
      expect(next.damaged.toSorted()).toEqual([second.path, halfWritten].toSorted())
      expect(next.manifest.map(({ archive }) => archive)).not.toContain(second.id)
      rmSync(next.path)
    }
    // nothing is removed before somebody has looked, and what is damaged still counts as there
    const kept = await backUp(node, administrator, { folder, keep: 1 })
    expect([kept.pruned, kept.damaged.length, existsSync(first.path)]).toEqual([[], 2, true])
    const to = join(newFolder(), 'data')
    const restoring = { from: folder, to, nodeKeys: [nodeKeyPath(node.folder)], registerUrl: '' }
    await expect(restore(restoring)).rejects.toMatchObject({
      code: 'backup.not-an-archive',
      details: { file: halfWritten },
    })
  })

  it('that needs a damaged one is refused with the file and the state to go back to instead', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    const written: BackedUp[] = []
    for (const batch of [1, 2, 3]) {
      await receive(node, batch)
      written.push(await backUp(node, administrator, { folder }))
    }
    const [first, second, third] = written as [BackedUp, BackedUp, BackedUp]
    const to = join(newFolder(), 'data')
    const restoring = { from: folder, to, nodeKeys: [nodeKeyPath(node.folder)], registerUrl: '' }
    const whole = readFileSync(second.path)
    const bent = Buffer.from(whole)
    bent[whole.length - 40]! ^= 1
    writeFileSync(second.path, bent)
    await expect(restore(restoring)).rejects.toMatchObject({
      code: 'backup.point-damaged',
      details: { at: third.at, file: second.path, before: first.at },
    })
    expect(existsSync(to)).toBe(false)
    writeFileSync(second.path, whole)

    truncateSync(third.path, 3000)
    // the newest alone knows what persons obtained since: no earlier state is made without it
    await expect(restore({ ...restoring, at: second.at })).rejects.toMatchObject({
      code: 'backup.since-unknown',
      details: { file: third.path, before: second.at },
    })
    expect(existsSync(to)).toBe(false)
    rmSync(third.path)
    expect(await restore(restoring)).toMatchObject({ archive: second.path })
  })

  it('is whole after a rotation: the one key that it asks for opens all that it needs', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const first = await backUp(node, administrator, { folder })
    const aside = newFolder()
    const keepKey = (name: string) => {
      const path = join(aside, name)
      copyFileSync(nodeKeyPath(node.folder), path)
      return path
    }
    const old = keepKey('old.key')
    await rotateKey(node, administrator)
    const fresh = keepKey('fresh.key')
    const second = await backUp(node, administrator, { folder })
    expect(second.base).toBeNull()
    expect((await backUp(node, administrator, { folder })).base).toBe(second.id)
    const target = () => join(newFolder(), 'data')
    const from = { from: folder, registerUrl: '' }
    await restore({ ...from, to: target(), nodeKeys: [fresh] })

    // of before the rotation: under the key of then, and the newest tells under its own what came since
    const before = { ...from, at: first.at }
    for (const nodeKeys of [[old], [fresh]]) {
      await expect(restore({ ...before, to: target(), nodeKeys })).rejects.toMatchObject({
        code: 'backup.key-other',
      })
    }
    const restored = await restore({ ...before, to: target(), nodeKeys: [fresh, old] })
    expect(restored.archive).toBe(first.path)
    await retireKey(node, administrator)
    expect((await backUp(node, administrator, { folder })).base).not.toBeNull()
  })

  it('that went on from one of before a rotation is restored with both keys', async () => {
    const node = await openTestNode()
    const folder = newFolder()
    await receive(node, 1)
    const { id, manifest } = await backUp(node, administrator, { folder })
    await rotateKey(node, administrator)
    await receive(node, 2)
    // as they were written once: what the key before opened was gone on from
    await writeArchive(node, folder, { id, manifest: [...manifest] }, new Date(), () => 2)
    // the key before lies beside the one that is given, as the node keeps it until it is retired
    const to = join(newFolder(), 'data')
    const nodeKeys = [nodeKeyPath(node.folder)]
    expect((await restore({ from: folder, to, nodeKeys, registerUrl: '' })).files).toBeGreaterThan(
      manifest.length,
    )
  })
})
