import type { Readable } from 'node:stream'
import type { SigningKey } from './signing-key.ts'

/** Envelope encryption: a data key per batch, wrapped by the node key. AES-256-GCM. */
export interface Keyring {
  /** Names the node key without telling it: 16 hexadecimal digits. */
  readonly keyId: string
  /** A new data key, and its wrapped form for the register. */
  createDataKey(): { readonly key: Buffer; readonly wrapped: string }
  unwrapDataKey(wrapped: string): Buffer
  /** The key that the node signs with, one for each purpose. */
  signingKey(purpose: string): SigningKey
  /** The same data key wrapped by the present node key. */
  rewrapDataKey(wrapped: string): string
  /** Encrypts a file as a stream into `target`; the plain file is left to the caller to remove. */
  encryptFile(
    source: string,
    target: string,
    key: Buffer,
  ): Promise<{ bytes: number; sha256: string }>
  /** Encrypts a stream into `target`, so that no plain file need exist. */
  encryptStream(
    source: Readable,
    target: string,
    key: Buffer,
  ): Promise<{ bytes: number; sha256: string }>
  /**
   * Writes the plain content of `source` to `target` (mode 0600; to be in the workspace). Where any
   * byte was changed, moved, cut off or added, nothing is left at `target`.
   * @throws {Refusal} store.file-damaged
   */
  decryptFile(source: string, target: string, key: Buffer): Promise<void>
}
