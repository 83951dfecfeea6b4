import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'

const nonceLength = 12
const tagLength = 16

/**
 * Seals a short text by a data key that seals nothing else (AES-256-GCM), for a column of the register.
 *
 * @param place what the text belongs to: it opens nowhere else
 * @returns base64url of nonce, ciphertext and tag
 */
export function sealText(text: string, key: Buffer, place: string): string {
  const nonce = randomBytes(nonceLength)
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(place))
  const sealed = [nonce, cipher.update(text, 'utf8'), cipher.final(), cipher.getAuthTag()]
  return Buffer.concat(sealed).toString('base64url')
}

/** Opens a sealed text. @throws where it was altered, moved, or sealed by another key */
export function unsealText(sealed: string, key: Buffer, place: string): string {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, nonceLength))
  decipher.setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(-tagLength))
  const text = decipher.update(bytes.subarray(nonceLength, -tagLength))
  return Buffer.concat([text, decipher.final()]).toString('utf8')
}
