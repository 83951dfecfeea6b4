import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { DataFolder } from './data-folder.ts'
import type { Keyring } from './keyring.ts'
import {
  createKeyFile,
  nodeKeyLength,
  type NodeKeySource,
  nodeKeySource,
  previousKeyPath,
  readKeyFile,
} from './node-key-source.ts'
import { storeRefusals } from './refusals.ts'
import { signingKeyOf } from './signing-key.ts'
import { BrokenSeal, keyIdOf, sealStream, unsealFile } from './sealed-file.ts'

const nonceLength = 12
const tagLength = 16
const wrappedVersion = 'caudal1'

/**
 * Opens the node's keyring.
 * @param expectedKeyId the key that the node's data was encrypted with; absent for a new node,
 *   for which a key is drawn where there is none
 * @throws {Refusal} store.node-key-missing, store.node-key-wrong
 */
export function openKeyring(folder: DataFolder, expectedKeyId?: string): Keyring {
  const source = nodeKeySource(folder)
  if (source.kind === 'file' && source.read() === undefined) {
    if (expectedKeyId !== undefined) {
      throw storeRefusals.refuse('node-key-missing', { path: source.where })
    }
    createKeyFile(source.where)
  }
  const keyring = new NodeKeyring(folder, source)
  // a rotation that was cut short has put the new key in its place and not yet said so
  if (expectedKeyId !== undefined && !keyring.knows(expectedKeyId)) {
    throw storeRefusals.refuse('node-key-wrong', { path: source.where })
  }
  return keyring
}

/**
 * Data keys are wrapped by the present node key, and opened by it or the one before. The files are
 * looked at again when they change, so that a server goes on through a rotation.
 */
class NodeKeyring implements Keyring {
  readonly #folder: DataFolder
  readonly #source: NodeKeySource
  #keys = new Map<string, Buffer>()
  #keyId = ''
  #version: string | undefined

  constructor(folder: DataFolder, source: NodeKeySource) {
    this.#folder = folder
    this.#source = source
    this.#load()
  }

  get keyId(): string {
    this.#loadChanged()
    return this.#keyId
  }

  knows(keyId: string): boolean {
    return this.#keys.has(keyId)
  }

  createDataKey() {
    const key = randomBytes(nodeKeyLength)
    return { key, wrapped: this.#wrap(key) }
  }

  unwrapDataKey(wrapped: string): Buffer {
    const [version, keyId, text] = wrapped.split('.')
    const sealed = Buffer.from(text ?? '', 'base64url')
    if (version !== wrappedVersion || sealed.length !== nonceLength + nodeKeyLength + tagLength) {
      throw new Error('This is not a wrapped data key.')
    }
    if (!this.#keys.has(keyId!)) this.#load()
    const nodeKey = this.#keys.get(keyId!)
    if (nodeKey === undefined) {
      throw new Error(`The data key is wrapped by node key ${keyId}, not ${this.#keyId}.`)
    }
    const decipher = createDecipheriv('aes-256-gcm', nodeKey, sealed.subarray(0, nonceLength))
    decipher.setAAD(contextOf(keyId!))
    decipher.setAuthTag(sealed.subarray(-tagLength))
    return Buffer.concat([
      decipher.update(sealed.subarray(nonceLength, -tagLength)),
      decipher.final(),
    ])
  }

  signingKey(purpose: string) {
    const { keyId } = this
    return signingKeyOf(this.#keys.get(keyId)!, purpose)
  }

  rewrapDataKey(wrapped: string): string {
    return this.#wrap(this.unwrapDataKey(wrapped))
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

  #wrap(key: Buffer): string {
    const { keyId } = this
    const nonce = randomBytes(nonceLength)
    const cipher = createCipheriv('aes-256-gcm', this.#keys.get(keyId)!, nonce)
    cipher.setAAD(contextOf(keyId))
    const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
    return `${wrappedVersion}.${keyId}.${sealed.toString('base64url')}`
  }

  #loadChanged(): void {
    if (this.#source.version() !== this.#version) this.#load()
  }

  #load(): void {
    this.#version = this.#source.version()
    const present = this.#source.read()
    if (present?.length !== nodeKeyLength) {
      throw storeRefusals.refuse('node-key-wrong', { path: this.#source.where })
    }
    const keys = [present, readKeyFile(previousKeyPath(this.#folder))].filter(
      (key) => key?.length === nodeKeyLength,
    ) as Buffer[]
    this.#keys = new Map(keys.map((key) => [keyIdOf(key).toString('hex'), key]))
    this.#keyId = keyIdOf(present).toString('hex')
  }
}

function contextOf(keyId: string): Buffer {
  return Buffer.from(`${wrappedVersion} data key wrapped by ${keyId}`)
}
