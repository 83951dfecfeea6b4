import { sha256 } from '@noble/hashes/sha2.js'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import { fromBase64, toBase64 } from './base64.ts'
import { sameHash } from './tree-hash.ts'

/** Kinds of signature: `log` signs a text as it is, `cosigner` adds when it saw it. */
export const signatureTypes = { log: 1, cosigner: 4 } as const

export type SignatureType = keyof typeof signatureTypes

/** A public key that signatures of notes are checked with. */
export interface Verifier {
  readonly name: string
  readonly type: SignatureType
  /** Ed25519, 32 bytes. */
  readonly publicKey: Uint8Array
}

/** Checks an Ed25519 signature; passed in, because `methods` holds no cryptography of its own. */
export type VerifySignature = (
  publicKey: Uint8Array,
  message: Uint8Array,
  signature: Uint8Array,
) => boolean

export interface NoteSignature {
  readonly name: string
  readonly keyId: Uint8Array
  readonly bytes: Uint8Array
}

export interface SignedNote {
  /** With its last newline. */
  readonly text: string
  readonly signatures: readonly NoteSignature[]
}

const keyIdLength = 4
const mostSignatures = 64

/**
 * Names a key: the first four bytes of SHA-256 over the name, a newline, the kind of signature and
 * the key.
 *
 * @see C2SP signed-note v1.0.0, "Signatures"
 */
export function noteKeyId({ name, type, publicKey }: Verifier): Uint8Array {
  const head = utf8ToBytes(`${name}\n`)
  const input = new Uint8Array(head.length + 1 + publicKey.length)
  input.set(head)
  input[head.length] = signatureTypes[type]
  input.set(publicKey, head.length + 1)
  return sha256(input).subarray(0, keyIdLength)
}

/** A verifier as one line for people to pass on: `name+keyid+base64(kind, key)`. */
export function writeVerifier(verifier: Verifier): string {
  const { name, type, publicKey } = verifier
  const key = Uint8Array.of(signatureTypes[type], ...publicKey)
  const id = [...noteKeyId(verifier)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${name}+${id}+${toBase64(key)}`
}

/** A verifier from its line; undefined where the line is none, or its parts do not agree. */
export function readVerifier(line: string): Verifier | undefined {
  const [name, , ...rest] = line.trim().split('+')
  const key = fromBase64(rest.join('+'))
  if (name === undefined || !isKeyName(name) || key?.length !== 33) return undefined
  const type = (Object.keys(signatureTypes) as SignatureType[]).find(
    (each) => signatureTypes[each] === key[0],
  )
  if (type === undefined) return undefined
  const verifier = { name, type, publicKey: key.subarray(1) }
  return writeVerifier(verifier) === line.trim() ? verifier : undefined
}

/** Whether a text may name a key: not empty, without spaces and plus signs. */
export function isKeyName(name: string): boolean {
  return name !== '' && !/[\s+\p{Z}\p{Cc}]/u.test(name)
}

/** One signature as a line of a note. */
export function writeSignature(verifier: Verifier, signature: Uint8Array): string {
  const bytes = Uint8Array.of(...noteKeyId(verifier), ...signature)
  return `— ${verifier.name} ${toBase64(bytes)}\n`
}

/** A note: a text, a blank line, signatures. */
export function writeNote(text: string, signatureLines: readonly string[]): string {
  return `${text}\n${signatureLines.join('')}`
}

/** A note taken apart; undefined where it is none. Nothing is checked yet. */
export function readNote(note: string): SignedNote | undefined {
  const at = note.lastIndexOf('\n\n')
  if (at < 0 || !note.endsWith('\n') || hasControls(note)) return undefined
  const lines = note
    .slice(at + 2)
    .split('\n')
    .slice(0, -1)
  if (lines.length === 0 || lines.length > mostSignatures) return undefined
  const signatures: NoteSignature[] = []
  for (const line of lines) {
    const [, name, encoded] = /^— (\S+) (\S+)$/u.exec(line) ?? []
    const bytes = fromBase64(encoded ?? '')
    if (name === undefined || !isKeyName(name) || bytes === undefined) return undefined
    if (bytes.length <= keyIdLength) return undefined
    const keyId = bytes.subarray(0, keyIdLength)
    signatures.push({ name, keyId, bytes: bytes.subarray(keyIdLength) })
  }
  return { text: note.slice(0, at + 1), signatures }
}

// a note holds no control characters but newlines
const hasControls = (note: string) => /[^\P{Cc}\n\u007f-\u009f]/u.test(note)

/**
 * The verifiers among `known` whose signature on the note is good.
 * @returns undefined where a signature of a known key is not good: then the note is to be rejected
 */
export function verifyNote(
  note: SignedNote,
  known: readonly Verifier[],
  verify: VerifySignature,
): { verifier: Verifier; timestamp?: number }[] | undefined {
  const good: { verifier: Verifier; timestamp?: number }[] = []
  for (const signature of note.signatures) {
    const verifier = known.find(
      (each) => each.name === signature.name && sameHash(noteKeyId(each), signature.keyId),
    )
    if (verifier === undefined) continue
    const parts = splitSignature(verifier.type, signature.bytes)
    if (parts === undefined) return undefined
    const message = messageOf(verifier.type, note.text, parts.timestamp)
    if (!verify(verifier.publicKey, message, parts.signature)) return undefined
    good.push({ verifier, ...(verifier.type === 'cosigner' ? { timestamp: parts.timestamp } : {}) })
  }
  return good
}

/**
 * What is signed: the text itself, or for a cosigner when it was seen, and the text.
 * @param timestamp seconds since 1970; of cosigners alone
 * @see C2SP tlog-cosignature v1, "Ed25519 signed message"
 */
export function messageOf(type: SignatureType, text: string, timestamp = 0): Uint8Array {
  return utf8ToBytes(type === 'log' ? text : `cosignature/v1\ntime ${timestamp}\n${text}`)
}

/** A cosigner's signature with its time in front (8 bytes). */
export function stampSignature(timestamp: number, signature: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(8 + signature.length)
  new DataView(bytes.buffer).setBigUint64(0, BigInt(timestamp))
  bytes.set(signature, 8)
  return bytes
}

function splitSignature(type: SignatureType, bytes: Uint8Array) {
  if (type === 'log') return bytes.length === 64 ? { timestamp: 0, signature: bytes } : undefined
  if (bytes.length !== 72) return undefined
  const timestamp = new DataView(bytes.buffer, bytes.byteOffset).getBigUint64(0)
  if (timestamp > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { timestamp: Number(timestamp), signature: bytes.subarray(8) }
}
