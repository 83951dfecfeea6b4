import {
  createHmac,
  createPrivateKey,
  createPublicKey,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  sign,
  timingSafeEqual,
  verify,
} from 'node:crypto'
import {
  messageOf,
  readVerifier,
  stampSignature,
  type Verifier,
  type VerifySignature,
  writeSignature,
  writeVerifier,
} from '@caudal/methods/govern'
import type { Keyring, Queryable } from '../../store/index.ts'
import { auditRefusals } from './refusals.ts'

export const sealLength = 16

/** DER in front of a raw Ed25519 key: RFC 8410. */
const privatePrefix = Buffer.from('302e020100300506032b657004220420', 'hex')
const publicPrefix = Buffer.from('302a300506032b6570032100', 'hex')

/** The secrets of a node's log: they are never in the database but wrapped by the node key. */
export interface LogKeys {
  /** Signs checkpoints of this log. */
  readonly log: Verifier
  /** Signs checkpoints of other logs that this node has seen. */
  readonly cosigner: Verifier
  /** A line of a note: the signature of the log. */
  signAsLog(text: string): string
  /** @param timestamp seconds since 1970 */
  signAsCosigner(text: string, timestamp: number): string
  /** The seal of an entry: HMAC-SHA-256 of place and leaf hash, cut to 16 bytes. */
  seal(index: number, leaf: Uint8Array): Buffer
  isSealed(index: number, leaf: Uint8Array, seal: Uint8Array): boolean
}

/**
 * The keys of the node's log; drawn the first time.
 * @throws {Refusal} audit.key-altered where what the register says does not go with the secret
 */
export async function openLogKeys(register: Queryable, keyring: Keyring): Promise<LogKeys> {
  let row = await findRow(register)
  if (row === undefined) {
    const { key, wrapped } = keyring.createDataKey()
    const [identity] = await register.query<{ id: string }>('select id from node')
    const { log } = keysOf(key, `caudal/${identity!.id}`)
    await register.query(
      `insert into audit_keys (verifier, wrapped_secret)
       select $1, $2 where not exists (select from audit_keys) on conflict do nothing`,
      [writeVerifier(log), wrapped],
    )
    row = (await findRow(register))!
  }
  const name = readVerifier(row.verifier)?.name ?? ''
  const keys = keysOf(keyring.unwrapDataKey(row.wrappedSecret), name)
  if (writeVerifier(keys.log) !== row.verifier) throw auditRefusals.refuse('key-altered')
  return keys
}

async function findRow(register: Queryable) {
  const [row] = await register.query<{ verifier: string; wrappedSecret: string }>(
    `select verifier, wrapped_secret as "wrappedSecret" from audit_keys order by created_at, verifier limit 1`,
  )
  return row
}

function keysOf(secret: Buffer, name: string): LogKeys {
  const derive = (use: string) => Buffer.from(hkdfSync('sha256', secret, '', `caudal ${use}`, 32))
  const logKey = privateKeyOf(derive('audit log signature'))
  const cosignerKey = privateKeyOf(derive('audit log cosignature'))
  const sealKey = createSecretKey(derive('audit log seal'))
  const log: Verifier = { name, type: 'log', publicKey: publicBytesOf(logKey) }
  const cosigner: Verifier = { name, type: 'cosigner', publicKey: publicBytesOf(cosignerKey) }
  const seal = (index: number, leaf: Uint8Array) => {
    const place = Buffer.alloc(8)
    place.writeBigUInt64BE(BigInt(index))
    return createHmac('sha256', sealKey).update(place).update(leaf).digest().subarray(0, sealLength)
  }
  return {
    log,
    cosigner,
    signAsLog: (text) => writeSignature(log, sign(null, messageOf('log', text), logKey)),
    signAsCosigner(text, timestamp) {
      const signature = sign(null, messageOf('cosigner', text, timestamp), cosignerKey)
      return writeSignature(cosigner, stampSignature(timestamp, signature))
    },
    seal,
    isSealed: (index, leaf, found) =>
      found.length === sealLength && timingSafeEqual(seal(index, leaf), found),
  }
}

/** Checks an Ed25519 signature, for the notes of `@caudal/methods/govern`. */
export const verifySignature: VerifySignature = (publicKey, message, signature) => {
  try {
    const key = createPublicKey({
      key: Buffer.concat([publicPrefix, publicKey]),
      format: 'der',
      type: 'spki',
    })
    return verify(null, message, key, signature)
  } catch {
    // bytes that are no key on the curve
    return false
  }
}

function privateKeyOf(seed: Buffer): KeyObject {
  return createPrivateKey({
    key: Buffer.concat([privatePrefix, seed]),
    format: 'der',
    type: 'pkcs8',
  })
}

function publicBytesOf(key: KeyObject): Uint8Array {
  const der = createPublicKey(key).export({ format: 'der', type: 'spki' })
  return Uint8Array.from(der.subarray(publicPrefix.length))
}
