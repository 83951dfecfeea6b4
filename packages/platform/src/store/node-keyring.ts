import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream, linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import type { DataFolder } from './data-folder.ts'
import type { Keyring } from './keyring.ts'
import { storeRefusals } from './refusals.ts'
import { signingKeyOf } from './signing-key.ts'
import { BrokenSeal, keyIdOf, sealStream, unsealFile } from './sealed-file.ts'

const keyLength = 32
const nonceLength = 12
const tagLength = 16
const wrappedVersion = 'caudal1'

/** Where the node key lies: `CAUDAL_NODE_KEY_FILE`, or the data folder. */
export function nodeKeyPath(folder: DataFolder): string {
  return process.env['CAUDAL_NODE_KEY_FILE'] || join(folder.keys, 'node.key')
}

/**
 * Opens the node's keyring.
 * @param expectedKeyId the key that the node's data was encrypted with; absent for a new node,
 *   for which a key is drawn where there is none
 * @throws {Refusal} store.node-key-missing, store.node-key-wrong
 */
export function openKeyring(folder: DataFolder, expectedKeyId?: string): Keyring {
  const path = nodeKeyPath(folder)
  let nodeKey = readKey(path)
  if (nodeKey === undefined) {
    if (expectedKeyId !== undefined) throw storeRefusals.refuse('node-key-missing', { path })
    nodeKey = createKey(path)
  }
  const keyId = keyIdOf(nodeKey).toString('hex')
  if (nodeKey.length !== keyLength || (expectedKeyId !== undefined && keyId !== expectedKeyId)) {
    throw storeRefusals.refuse('node-key-wrong', { path })
  }
  return new NodeKeyring(nodeKey, keyId)
}

class NodeKeyring implements Keyring {
  readonly keyId: string
  readonly #nodeKey: Buffer

  constructor(nodeKey: Buffer, keyId: string) {
    this.#nodeKey = nodeKey
    this.keyId = keyId
  }

  createDataKey() {
    const key = randomBytes(keyLength)
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', this.#nodeKey, nonce)
    cipher.setAAD(this.#context())
    const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
    return { key, wrapped: `${wrappedVersion}.${this.keyId}.${sealed.toString('base64url')}` }
  }

  unwrapDataKey(wrapped: string): Buffer {
    const [version, keyId, text] = wrapped.split('.')
    const sealed = Buffer.from(text ?? '', 'base64url')
    if (version !== wrappedVersion || sealed.length !== nonceLength + keyLength + tagLength) {
      throw new Error('This is not a wrapped data key.')
    }
    if (keyId !== this.keyId)
      throw new Error(`The data key is wrapped by node key ${keyId}, not ${this.keyId}.`)
    const decipher = createDecipheriv('aes-256-gcm', this.#nodeKey, sealed.subarray(0, nonceLength))
    decipher.setAAD(this.#context())
    decipher.setAuthTag(sealed.subarray(-tagLength))
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceLength, -tagLength)),
      decipher.final(),
    ])
  }

  signingKey(purpose: string) {
    return signingKeyOf(this.#nodeKey, purpose)
  }

  encryptFile(source: string, target: string, key: Buffer) {
    return sealStream(createReadStream(source, { highWaterMark: 2 ** 20 }), target, key)
  }

  encryptStream(source: Readable, target: string, key: Buffer) {
    return sealStream(source, target, key)
  }

  async decryptFile(source: string, target: string, key: Buffer): Promise<void> {
    try {
      await unsealFile(source, target, key)
    } catch (error) {
      if (error instanceof BrokenSeal) throw storeRefusals.refuse('file-damaged', { file: source })
      throw error
    }
  }

  #context(): Buffer {
    return Buffer.from(`${wrappedVersion} data key wrapped by ${this.keyId}`)
  }
}

function readKey(path: string): Buffer | undefined {
  try {
    return readFileSync(path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes a new key whole or not at all: half a key would lock the node out of its data. */
function createKey(path: string): Buffer {
  const draft = `${path}.${randomBytes(6).toString('hex')}`
  writeFileSync(draft, randomBytes(keyLength), { mode: 0o600, flag: 'wx', flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path)
}
