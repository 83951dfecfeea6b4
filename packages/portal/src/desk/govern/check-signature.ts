import { readNote, readVerifier, verifyNote } from '@caudal/methods/govern'

/**
 * What becomes of the signature of a checkpoint: good, not by this key or not good, or not to be told,
 * because the browser knows no Ed25519.
 */
export type SignatureStanding = 'good' | 'bad' | 'unknown'

/**
 * Checks the signature of a checkpoint by the key of its log, in the browser.
 *
 * @param note the signed checkpoint
 * @param key the public key of the log as one line, `name+id+key`
 */
export async function checkSignature(note: string, key: string): Promise<SignatureStanding> {
  const verifier = readVerifier(key)
  const signed = readNote(note)
  if (verifier === undefined || signed === undefined) return 'bad'
  const asked: { publicKey: Uint8Array; message: Uint8Array; signature: Uint8Array }[] = []
  // What is to be checked is found first; the browser then checks it in its own time.
  const found = verifyNote(signed, [verifier], (publicKey, message, signature) => {
    asked.push({ publicKey, message, signature })
    return true
  })
  if (found === undefined || asked.length === 0) return 'bad'
  try {
    const checked = await Promise.all(
      asked.map(async ({ publicKey, message, signature }) => {
        const imported = await crypto.subtle.importKey(
          'raw',
          Uint8Array.from(publicKey),
          'Ed25519',
          false,
          ['verify'],
        )
        return crypto.subtle.verify(
          'Ed25519',
          imported,
          Uint8Array.from(signature),
          Uint8Array.from(message),
        )
      }),
    )
    return checked.every(Boolean) ? 'good' : 'bad'
  } catch {
    return 'unknown'
  }
}
