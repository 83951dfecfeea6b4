import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { keyIdOf } from './sealed-file.ts'

export const nodeKeyLength = 32

const nonceLength = 12
const tagLength = 16
const wrappedVersion = 'caudal1'

/** What a wrapped key is for; one kind is never taken for the other. */
type KeyKind = 'data key' | 'node key'

/** Names a node key without telling it. */
export function nameOfKey(key: Buffer): string {
  return keyIdOf(key).toString('hex')
}

/** Wraps a key by a node key (AES-256-GCM): `caudal1.<name of the node key>.<nonce, key and tag>`. */
export function wrapKey(key: Buffer, by: Buffer, kind: KeyKind = 'data key'): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', by, nonce)
  cipher.setAAD(contextOf(nameOfKey(by), kind))
  const sealed = Buffer.concat([nonce, cipher.update(key), cipher.final(), cipher.getAuthTag()])
  return `${wrappedVersion}.${nameOfKey(by)}.${sealed.toString('base64url')}`
}

/** The name of the node key that wraps a key. */
export function wrapperOf(wrapped: string): string {
  return wrapped.split('.')[1] ?? ''
}

/** Opens a wrapped key. @throws where it is none, or was wrapped by another node key or altered */
export function unwrapKey(wrapped: string, by: Buffer, kind: KeyKind = 'data key'): Buffer {
  const sealed = sealedPartOf(wrapped)
  const decipher = createDecipheriv('aes-256-gcm', by, sealed.subarray(0, nonceLength))
  decipher.setAAD(contextOf(wrapperOf(wrapped), kind))
  decipher.setAuthTag(sealed.subarray(-tagLength))
  return Buffer.concat([
    decipher.update(sealed.subarray(nonceLength, -tagLength)),
    decipher.final(),
  ])
}

/** @throws where the text is no wrapped key */
export function sealedPartOf(wrapped: string): Buffer {
  const [version, , text] = wrapped.split('.')
  const sealed = Buffer.from(text ?? '', 'base64url')
  if (version !== wrappedVersion || sealed.length !== nonceLength + nodeKeyLength + tagLength) {
    throw new Error('This is not a wrapped data key.')
  }
  return sealed
}

function contextOf(keyId: string, kind: KeyKind): Buffer {
  return Buffer.from(`${wrappedVersion} ${kind} wrapped by ${keyId}`)
}
