import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { createDataFolder, dataFolder } from './data-folder.ts'
import { openKeyring } from './node-keyring.ts'
import { withNode } from './testing.ts'

const roots: string[] = []
afterAll(() => roots.forEach((root) => rmSync(root, { recursive: true, force: true })))

function freshFolder() {
  const root = mkdtempSync(join(tmpdir(), 'caudal-test-keys-'))
  roots.push(root)
  const folder = dataFolder(root)
  createDataFolder(folder)
  return folder
}

describe('The keyring', () => {
  it('draws a node key at first and finds it again', () => {
    const folder = freshFolder()
    const first = openKeyring(folder)
    expect(statSync(join(folder.keys, 'node.key'))).toMatchObject({ size: 32 })
    expect(statSync(join(folder.keys, 'node.key')).mode & 0o777).toBe(0o600)
    const { key, wrapped } = first.createDataKey()
    expect(openKeyring(folder, first.keyId).unwrapDataKey(wrapped).equals(key)).toBe(true)
  })

  it('wraps data keys that differ, and shows none of them', () => {
    const keyring = openKeyring(freshFolder())
    const one = keyring.createDataKey()
    const other = keyring.createDataKey()
    expect(one.key.equals(other.key)).toBe(false)
    expect(Buffer.from(one.wrapped.split('.').at(-1) ?? '', 'base64url').includes(one.key)).toBe(
      false,
    )
  })

  it('refuses a wrapped key that was altered or belongs to another node', () => {
    const keyring = openKeyring(freshFolder())
    const { wrapped } = keyring.createDataKey()
    const [version, id, text] = wrapped.split('.') as [string, string, string]
    const sealed = Buffer.from(text, 'base64url')
    sealed.writeUInt8(sealed.readUInt8(20) ^ 1, 20)
    expect(() =>
      keyring.unwrapDataKey([version, id, sealed.toString('base64url')].join('.')),
    ).toThrow('authenticate')
    expect(() => keyring.unwrapDataKey('something')).toThrow('not a wrapped data key')
    expect(() => openKeyring(freshFolder()).unwrapDataKey(wrapped)).toThrow('wrapped by node key')
  })

  it('never draws a second key for a node that has data', () => {
    const folder = freshFolder()
    expect(() => openKeyring(folder, '0123456789abcdef')).toThrow(
      expect.objectContaining({ code: 'store.node-key-missing' }),
    )
    writeFileSync(join(folder.keys, 'node.key'), Buffer.alloc(32, 1))
    expect(() => openKeyring(folder, '0123456789abcdef')).toThrow(
      expect.objectContaining({ code: 'store.node-key-wrong' }),
    )
    writeFileSync(join(folder.keys, 'node.key'), 'too short')
    expect(() => openKeyring(folder)).toThrow(
      expect.objectContaining({ code: 'store.node-key-wrong' }),
    )
  })

  it('takes the key file that CAUDAL_NODE_KEY_FILE names', () => {
    const elsewhere = join(freshFolder().root, 'elsewhere.key')
    vi.stubEnv('CAUDAL_NODE_KEY_FILE', elsewhere)
    try {
      const folder = freshFolder()
      const { keyId } = openKeyring(folder)
      expect(statSync(elsewhere).size).toBe(32)
      expect(openKeyring(freshFolder()).keyId).toBe(keyId)
    } finally {
      vi.unstubAllEnvs()
    }
  })

  it('tells a damaged file by a sentence', async () => {
    await withNode(async ({ keyring, folder }) => {
      const { key } = keyring.createDataKey()
      const plain = join(folder.workspace, 'plain')
      const sealed = join(folder.lake, 'sealed')
      writeFileSync(plain, 'names')
      await keyring.encryptFile(plain, sealed, key)
      await keyring.decryptFile(sealed, `${plain}-again`, key)
      writeFileSync(sealed, 'x', { flag: 'a' })
      await expect(keyring.decryptFile(sealed, `${plain}-once-more`, key)).rejects.toMatchObject({
        code: 'store.file-damaged',
      })
    })
  })
})
