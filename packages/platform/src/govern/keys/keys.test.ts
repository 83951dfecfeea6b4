import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../../collect/testing-import.ts'
import { type CaudalNode, listBatches } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { filesUnder } from '../../store/testing-scenarios.ts'
import { auditLogOf } from '../audit/audit-log.ts'
import { verifyLog } from '../audit/service.ts'
import { terminalActor } from '../terminal-actor.ts'
import { describeKeys, destroyBatchKey, retireKey, rotateKey } from './service.ts'
import { keeper } from '../testing-actors.ts'

const administrator = terminalActor('administrator')
const officer = terminalActor('protection-officer')

afterEach(() => vi.unstubAllEnvs())

async function receive(node: CaudalNode, document: string): Promise<void> {
  const content = crossings(crossing({ documento: document }))
  const { file, profile } = writeImport(content, { profile: crossingsProfile() })
  await importFile(node, keeper, { file, profile })
}

async function canOpenAll(node: CaudalNode): Promise<void> {
  for (const { wrappedKey } of await listBatches(node)) {
    expect(node.keyring.unwrapDataKey(wrappedKey!)).toHaveLength(32)
  }
}

describeOnPostgres('The keys', ({ openNode }) => {
  it('are rotated while another process goes on with the key before', async () => {
    const node = await openNode()
    await receive(node, 'P1')
    await auditLogOf(node).append({ actor: administrator, action: 'before', outcome: 'done' })
    const worker = await openNode({ root: node.folder.root, role: 'worker' })
    const wrappedBefore = worker.keyring.createDataKey()
    const { from, keyId, keys } = await rotateKey(node, administrator)
    expect(keyId).not.toBe(from)
    expect(keys).toBe(2)
    // a worker that was running meets the new key, and what it wrapped before still opens
    await canOpenAll(worker)
    expect(worker.keyring.createDataKey().wrapped).toContain(keyId)
    expect(worker.keyring.unwrapDataKey(wrappedBefore.wrapped)).toEqual(wrappedBefore.key)
    await receive(worker, 'P2')
    await worker.close()
    expect((await verifyLog(node, terminalActor('auditor'))).findings).toEqual([])
    await node.close()
    const again = await openNode({ root: node.folder.root })
    expect(again.keyring.keyId).toBe(keyId)
    await canOpenAll(again)
    expect((await describeKeys(again, administrator)).wrapped).toEqual([{ keyId, keys: 3 }])
  })

  it('of before a rotation open nothing once they are retired', async () => {
    const node = await openNode()
    await receive(node, 'P1')
    const [batch] = await listBatches(node)
    await rotateKey(node, administrator)
    // somebody wrapped with the earlier key at the last moment
    await node.register.query('update batches set wrapped_key = $1', [batch!.wrappedKey])
    expect(await retireKey(node, administrator)).toBe(1)
    expect(existsSync(join(node.folder.keys, 'node.key.previous'))).toBe(false)
    await canOpenAll(node)
    await node.close()
    const again = await openNode({ root: node.folder.root })
    expect(() => again.keyring.unwrapDataKey(batch!.wrappedKey!)).toThrow('wrapped by node key')
    await canOpenAll(again)
    await expect(retireKey(again, administrator)).rejects.toMatchObject({
      code: 'store.no-previous-key',
    })
  })

  it('survive a rotation that was cut short, which the next one takes up', async () => {
    const node = await openNode()
    await receive(node, 'P1')
    const path = join(node.folder.keys, 'node.key')
    await node.close()
    // the moment after the new key has taken its place and before anything was wrapped by it
    writeFileSync(`${path}.previous`, readFileSync(path), { mode: 0o600 })
    writeFileSync(path, Buffer.alloc(32, 5), { mode: 0o600 })
    const again = await openNode({ root: node.folder.root })
    await canOpenAll(again)
    expect((await rotateKey(again, administrator)).keys).toBeGreaterThan(0)
    await retireKey(again, administrator)
    await canOpenAll(again)
  })

  it('of a batch, destroyed, erase its identities and nothing else', async () => {
    const node = await openNode()
    await receive(node, 'P1')
    const [batch] = await listBatches(node)
    const identities = batch!.files.find(({ kind }) => kind === 'identities')!
    await expect(destroyBatchKey(node, administrator, batch!.id)).rejects.toMatchObject({
      code: 'policy.role-lacks-operation',
    })
    await destroyBatchKey(node, officer, batch!.id)
    const [after] = await listBatches(node)
    expect(after).toMatchObject({ wrappedKey: null, rowsAccepted: 1 })
    expect(after!.files.map(({ kind }) => kind)).toEqual(['facts'])
    expect(existsSync(join(node.folder.root, identities.path))).toBe(false)
    await expect(destroyBatchKey(node, officer, batch!.id)).rejects.toMatchObject({
      code: 'store.no-data-key',
    })
  })

  it('come from the environment or a command where that is configured', async () => {
    const key = Buffer.alloc(32, 9)
    vi.stubEnv('CAUDAL_NODE_KEY', key.toString('base64'))
    const node = await openNode()
    await receive(node, 'P1')
    expect(existsSync(join(node.folder.keys, 'node.key'))).toBe(false)
    await expect(rotateKey(node, administrator)).rejects.toMatchObject({
      code: 'store.node-key-elsewhere',
    })
    await node.close()
    vi.stubEnv('CAUDAL_NODE_KEY', '')
    vi.stubEnv('CAUDAL_NODE_KEY_COMMAND', `printf ${key.toString('hex')}`)
    const again = await openNode({ root: node.folder.root })
    await canOpenAll(again)
    await again.close()
    for (const [command, code] of [
      ['false', 'store.node-key-command-failed'],
      ['printf short', 'store.node-key-malformed'],
      [`printf ${Buffer.alloc(32, 1).toString('hex')}`, 'store.node-key-wrong'],
    ]) {
      vi.stubEnv('CAUDAL_NODE_KEY_COMMAND', command)
      await expect(openNode({ root: node.folder.root })).rejects.toMatchObject({ code })
    }
  })

  it('of the environment are rotated while a process goes on that was started with the one before', async () => {
    const [old, next, third] = [1, 2, 3].map((byte) => Buffer.alloc(32, byte).toString('base64'))
    vi.stubEnv('CAUDAL_NODE_KEY', old)
    const node = await openNode()
    const { root, keys: keyFolder } = node.folder
    await receive(node, 'P1')
    const worker = await openNode({ root, role: 'worker' })
    const wrappedBefore = worker.keyring.createDataKey()
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT', old)
    await expect(rotateKey(node, administrator)).rejects.toMatchObject({
      code: 'store.node-key-same',
    })
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT', next)
    const { from, keyId, elsewhere } = await rotateKey(node, administrator)
    expect([keyId === from, elsewhere]).toEqual([false, 'CAUDAL_NODE_KEY'])
    await canOpenAll(worker)
    expect(worker.keyring.createDataKey().wrapped).toContain(keyId)
    expect(worker.keyring.unwrapDataKey(wrappedBefore.wrapped)).toEqual(wrappedBefore.key)
    // while the environment still gives the key before, nothing that needs it is destroyed
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT', third)
    for (const act of [rotateKey, retireKey]) {
      await expect(act(node, administrator)).rejects.toMatchObject({
        code: 'store.node-key-behind',
      })
    }
    // no key lies in any file as it is, in whatever writing
    const written = [old, next].flatMap((text) => {
      const key = Buffer.from(text!, 'base64')
      return [key, text!, key.toString('hex'), key.toString('base64url')]
    })
    for (const file of filesUnder(root)) {
      const content = readFileSync(file)
      expect([file, written.filter((each) => content.includes(each))]).toEqual([file, []])
    }
    await worker.close()
    await node.close()
    // a start with the key before still finds the new one; then the environment is brought up to it
    const behind = await openNode({ root })
    await canOpenAll(behind)
    await behind.close()
    vi.stubEnv('CAUDAL_NODE_KEY', next)
    const again = await openNode({ root })
    expect(again.keyring.keyId).toBe(keyId)
    await canOpenAll(again)
    expect(again.keyring.unwrapDataKey(wrappedBefore.wrapped)).toEqual(wrappedBefore.key)
    await retireKey(again, administrator)
    expect(existsSync(join(keyFolder, 'handover.json'))).toBe(false)
    expect(() => again.keyring.unwrapDataKey(wrappedBefore.wrapped)).toThrow('wrapped by node key')
    await canOpenAll(again)
    await again.close()
    vi.stubEnv('CAUDAL_NODE_KEY', old)
    await expect(openNode({ root })).rejects.toMatchObject({ code: 'store.node-key-wrong' })
  })

  it('of a key service are rotated by the command that gives the next, also when cut short', async () => {
    const command = (byte: number) => `printf ${Buffer.alloc(32, byte).toString('hex')}`
    vi.stubEnv('CAUDAL_NODE_KEY_COMMAND', command(1))
    const node = await openNode()
    const { root, keys: keyFolder } = node.folder
    await receive(node, 'P1')
    await expect(rotateKey(node, administrator)).rejects.toMatchObject({
      code: 'store.node-key-elsewhere',
      details: { where: 'CAUDAL_NODE_KEY_COMMAND' },
    })
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT_COMMAND', 'false')
    await expect(rotateKey(node, administrator)).rejects.toMatchObject({
      code: 'store.node-key-command-failed',
      details: { where: 'CAUDAL_NODE_KEY_NEXT_COMMAND' },
    })
    expect(existsSync(join(keyFolder, 'handover.json'))).toBe(false)
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT_COMMAND', command(2))
    // the register goes away after the handover and before the data keys are wrapped anew
    const { register } = node
    const away = { ...register, transaction: () => Promise.reject(new Error('away')) }
    await expect(rotateKey({ ...node, register: away }, administrator)).rejects.toThrow('away')
    await canOpenAll(node)
    await node.close()
    vi.stubEnv('CAUDAL_NODE_KEY_NEXT_COMMAND', '')
    const again = await openNode({ root })
    await canOpenAll(again)
    expect((await rotateKey(again, administrator)).keys).toBeGreaterThan(0)
    await again.close()
    vi.stubEnv('CAUDAL_NODE_KEY_COMMAND', command(2))
    const last = await openNode({ root })
    await retireKey(last, administrator)
    await canOpenAll(last)
    expect((await describeKeys(last, administrator)).wrapped).toHaveLength(1)
  })
})
