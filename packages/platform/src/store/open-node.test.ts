import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openNode } from './open-node.ts'
import { copyTestRegister, describeOnBothRegisters, withNode, withTestFolder } from './testing.ts'

describeOnBothRegisters('Opening a node', (openTestNode) => {
  it('finds at the second start what was written at the first', async () => {
    const first = await openTestNode()
    await first.register.query(
      `insert into source_profiles (id, version, content, sha256) values ('ports', 1, $1, 'abc')`,
      [{ id: 'ports' }],
    )
    await first.close()
    const second = await openTestNode({ root: first.folder.root })
    expect(await second.register.query('select id, version, content from source_profiles')).toEqual(
      [{ id: 'ports', version: 1, content: { id: 'ports' } }],
    )
  })

  it('closes the data folder and the workspace to other users', async () => {
    const { folder } = await openTestNode()
    for (const path of [folder.root, folder.lake, folder.keys, folder.workspace]) {
      expect(statSync(path).mode & 0o777).toBe(0o700)
    }
    expect(statSync(join(folder.keys, 'node.key')).mode & 0o777).toBe(0o600)
  })

  it('empties what dead processes left in the workspace', async () => {
    const first = await openTestNode()
    await first.close()
    const base = dirname(first.folder.workspace)
    mkdirSync(join(base, '4194303-1-deadbeef-1'), { recursive: true })
    writeFileSync(join(base, '4194303-1-deadbeef-1', 'names.csv'), 'plain')
    writeFileSync(join(base, 'planted.csv'), 'plain')
    const second = await openTestNode({ root: first.folder.root })
    expect(readdirSync(base)).toEqual([second.folder.workspace.slice(base.length + 1)])
    await second.close()
    expect(existsSync(second.folder.workspace)).toBe(false)
  })
})

describe('A data folder and a register of different nodes', () => {
  it('are refused without touching the lake', async () => {
    await withTestFolder(async (openHere, root) => {
      const node = await openHere()
      await node.close()
      await withNode(async (other) => {
        await other.close()
        rmSync(node.folder.register, { recursive: true })
        cpSync(other.folder.register, node.folder.register, { recursive: true })
      })
      mkdirSync(join(root, 'lake/movement/facts/1'), { recursive: true })
      writeFileSync(join(root, 'lake/movement/facts/1/0.parquet'), 'facts')
      await expect(openHere()).rejects.toMatchObject({ code: 'store.register-of-another-node' })
      expect(existsSync(join(root, 'lake/movement/facts/1/0.parquet'))).toBe(true)
    })
  })

  it('are refused where the register was lost and records are there', async () => {
    await withTestFolder(async (openHere, root) => {
      await (await openHere()).close()
      mkdirSync(join(root, 'lake/movement/facts/1'), { recursive: true })
      writeFileSync(join(root, 'lake/movement/facts/1/0.parquet'), 'facts')
      rmSync(join(root, 'register'), { recursive: true })
      await copyTestRegister(root)
      await expect(openHere()).rejects.toMatchObject({ code: 'store.register-of-another-node' })
      expect(existsSync(join(root, 'lake/movement/facts/1/0.parquet'))).toBe(true)
    })
  })
})

describe('A node', () => {
  it('is not opened with a key that is lost or is not its own', async () => {
    await withTestFolder(async (openHere, root) => {
      await (await openHere()).close()
      rmSync(join(root, 'keys/node.key'))
      await expect(openHere()).rejects.toMatchObject({ code: 'store.node-key-missing' })
      writeFileSync(join(root, 'keys/node.key'), Buffer.alloc(32, 7))
      await expect(openHere()).rejects.toMatchObject({ code: 'store.node-key-wrong' })
    })
  })

  it('is not opened at an address that is none, or where no server answers', async () => {
    await withTestFolder(async (_openHere, root) => {
      const open = (registerUrl: string) => openNode({ root, registerUrl })
      await expect(open('mysql://localhost/x')).rejects.toMatchObject({
        code: 'store.register-address-unknown',
      })
      await expect(open('postgres://a@127.0.0.1:1/x')).rejects.toMatchObject({
        code: 'store.register-gone',
      })
    })
  })

  it('is not opened on another machine without TLS that checks who answers', async () => {
    await withTestFolder(async (_openHere, root) => {
      for (const address of [
        'postgres://a:secret@db.example/x',
        'postgres://a:secret@db.example/x?sslmode=require',
        'postgres://a:secret@db.example/x?sslmode=no-verify',
        'postgres://a:secret@db.example/x?sslmode=verify-full&ssl=false',
        'postgres://a:secret@localhost/x?host=db.example',
        'postgres://a:secret@[2001:db8::1]/x',
      ]) {
        const refusal = await openNode({ root, registerUrl: address }).catch(
          (error: Error) => error,
        )
        expect(refusal).toMatchObject({ code: 'store.register-transport-open' })
        expect(JSON.stringify(refusal)).not.toContain('secret')
      }
      // with it, whether anybody answers is the only question left
      await expect(
        openNode({ root, registerUrl: 'postgres://a@db.invalid:1/x?sslmode=verify-full' }),
      ).rejects.toMatchObject({ code: 'store.register-gone' })
    })
  })

  it('is not made where the folder cannot be written', async () => {
    await withTestFolder(async (_openHere, root) => {
      writeFileSync(join(root, 'file'), '')
      await expect(openNode({ root: join(root, 'file'), registerUrl: '' })).rejects.toMatchObject({
        code: 'store.folder-not-writable',
      })
    })
  })
})
