import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { TextDecoder } from 'node:util'
import { messageRefusals, type TextSource } from '@caudal/methods/exchange'
import { exchangeRefusals } from './command-refusals.ts'

/** A file as text, in pieces; bytes that are no UTF-8 are refused. */
export async function textOf(file: string): Promise<TextSource> {
  try {
    await stat(file)
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'error'
    throw exchangeRefusals.refuse('file-unreadable', { file, reason })
  }
  return async function* () {
    const decoder = new TextDecoder('utf-8', { fatal: true })
    let line = 1
    for await (const bytes of createReadStream(file, { highWaterMark: 65_536 })) {
      let text: string
      try {
        text = decoder.decode(bytes as Uint8Array, { stream: true })
      } catch {
        throw messageRefusals.refuse('malformed', { line, reason: 'UTF-8' })
      }
      for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) line += 1
      yield text
    }
  }
}
