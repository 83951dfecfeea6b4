import {
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  sign,
  verify,
  type KeyObject,
} from 'node:crypto'

/** Signs what a node publishes; the key follows from the node key and is never written down. */
export interface SigningKey {
  /** Ed25519 public key, 32 bytes in base64: whoever has it can check a signature. */
  readonly publicKey: string
  /** Signature of 64 bytes, in base64. */
  sign(content: Uint8Array): string
}

// RFC 8410: what stands before the 32 bytes of an Ed25519 key
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The signing key that belongs to a node key; the same for the same purpose. */
export function signingKeyOf(nodeKey: Buffer, purpose: string): SigningKey {
  const seed = Buffer.from(
    hkdfSync('sha256', nodeKey, Buffer.alloc(0), `caudal signature ${purpose}`, 32),
  )
  const key = createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  })
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return {
    publicKey: der.subarray(publicPrefix.length).toString('base64'),
    sign: (content) => sign(null, content, key).toString('base64'),
  }
}

/** Whether a signature was made over this content by the holder of a key. */
export function isSignedBy(publicKey: string, content: Uint8Array, signature: string): boolean {
  let key: KeyObject
  try {
    key = createPublicKey({
      key: Buffer.concat([publicPrefix, Buffer.from(publicKey, 'base64')]),
      format: 'der',
      type: 'spki',
    })
  } catch {
    return false
  }
  return verify(null, content, key, Buffer.from(signature, 'base64'))
}
