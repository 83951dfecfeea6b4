import { generateKeyPairSync, sign } from 'node:crypto'
import { expect, it } from 'vitest'
import { messageOf, writeNote, writeSignature, writeVerifier } from '@caudal/methods/govern'
import { checkSignature } from './check-signature.ts'

function drawKey(name: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519')
  const bytes = publicKey.export({ format: 'der', type: 'spki' }).subarray(-32)
  const verifier = { name, type: 'log', publicKey: Uint8Array.from(bytes) } as const
  return {
    line: writeVerifier(verifier),
    sign: (text: string) =>
      writeSignature(verifier, sign(null, messageOf('log', text), privateKey)),
  }
}

it('A checkpoint is signed by the key of its log, and by no other', async () => {
  const [log, other] = [drawKey('caudal/a'), drawKey('caudal/a')]
  const text = 'caudal/a\n3\nAAAA\n'
  const note = writeNote(text, [log.sign(text)])
  expect(await checkSignature(note, log.line)).toBe('good')
  expect(await checkSignature(note, other.line)).toBe('bad')
  expect(await checkSignature(note.replace('\n3\n', '\n4\n'), log.line)).toBe('bad')
  expect(await checkSignature(note, `${log.line}x`)).toBe('bad')
  expect(await checkSignature('no note', log.line)).toBe('bad')
})
