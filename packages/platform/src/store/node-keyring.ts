import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import type { DataFolder } from './data-folder.ts'
import type { Keyring } from './keyring.ts'
import { readNodeKeys, versionOfHandover } from './key-handover.ts'
import { createKeyFile, type NodeKeySource, nodeKeySource } from './node-key-source.ts'
import { storeRefusals } from './refusals.ts'
import { signingKeyOf } from './signing-key.ts'
import { BrokenSeal, sealStream, unsealFile } from './sealed-file.ts'
import {
  nameOfKey,
  nodeKeyLength,
  sealedPartOf,
  unwrapKey,
  wrapKey,
  wrapperOf,
} from './wrapped-key.ts'

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
  /** The key that was handed over to this process, which its source does not give. */
  #handedOver: Buffer | undefined

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
    sealedPartOf(wrapped)
    const keyId = wrapperOf(wrapped)
    // a key that was retired elsewhere opens nothing here either
    this.#loadChanged()
    if (!this.#keys.has(keyId)) this.#load()
    const nodeKey = this.#keys.get(keyId)
    if (nodeKey === undefined) {
      throw new Error(`The data key is wrapped by node key ${keyId}, not ${this.#keyId}.`)
    }
    return unwrapKey(wrapped, nodeKey)
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
    return wrapKey(key, this.#keys.get(keyId)!)
  }

  #versionNow(): string {
    return `${this.#source.version()} ${versionOfHandover(this.#folder)}`
  }

  #loadChanged(): void {
    if (this.#versionNow() !== this.#version) this.#load()
  }

  #load(): void {
    this.#version = this.#versionNow()
    const { present: found, previous, behind } = readNodeKeys(this.#folder, this.#source)
    if (behind) this.#handedOver = found
    // the handover has ended: a process that was started with the key before goes on with the new one
    const present = this.#handedOver ?? found
    if (present?.length !== nodeKeyLength) {
      throw storeRefusals.refuse('node-key-wrong', { path: this.#source.where })
    }
    const keys = [present, previous].filter((key) => key?.length === nodeKeyLength) as Buffer[]
    this.#keys = new Map(keys.map((key) => [nameOfKey(key), key]))
    this.#keyId = nameOfKey(present)
  }
}
