import { readFileSync } from 'node:fs'

const texts = new Map<string, string>()

/**
 * The text of a `.sql` file beside the code, read once: `readQuery('./queries/batches.sql',
 * import.meta.url)`. Lines of comments stay in, so that the server's log tells which query it was.
 */
export function readQuery(path: string, base: string): string {
  const url = new URL(path, base).href
  let text = texts.get(url)
  if (text === undefined) {
    text = readFileSync(new URL(url), 'utf8').trim()
    texts.set(url, text)
  }
  return text
}
