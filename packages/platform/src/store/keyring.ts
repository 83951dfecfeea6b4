import type { Readable } from 'node:stream'

/** Envelope encryption: a data key per batch, wrapped by the node key. AES-256-GCM. */
export interface Keyring {
  /** A new data key, and its wrapped form for the register. */
  createDataKey(): { readonly key: Buffer; readonly wrapped: string }
  unwrapDataKey(wrapped: string): Buffer
  /** Encrypts a file as a stream into `target`; the plain file is left to the caller to remove. */
  encryptFile(source: string, target: string, key: Buffer): Promise<{ bytes: number; sha256: string }>
  /** Encrypts a stream into `target`, so that no plain file need exist. */
  encryptStream(source: Readable, target: string, key: Buffer): Promise<{ bytes: number; sha256: string }>
  decryptFile(source: string, target: string, key: Buffer): Promise<void>
}
