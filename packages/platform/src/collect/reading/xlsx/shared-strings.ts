import { containerRefusals } from '../container-refusals.ts'
import { readXml } from './xml-reader.ts'

/** Letters of all shared strings of a workbook together; beyond, it would not fit in memory. */
const mostLetters = 200_000_000

/**
 * The strings that the cells of a workbook share, by their number. Runs of formatted text are
 * joined; readings of Chinese and Japanese signs are left out.
 *
 * @throws {Refusal} collect.workbook-too-large
 */
export async function readSharedStrings(
  bytes: AsyncIterable<Buffer> | undefined,
  file: string,
): Promise<readonly string[]> {
  const strings: string[] = []
  if (!bytes) return strings
  let current = ''
  let isText = false
  let phonetic = 0
  let letters = 0
  await readXml(bytes, file, {
    open(tag) {
      if (tag === 'si') current = ''
      else if (tag === 't') isText = true
      else if (tag === 'rPh') phonetic += 1
    },
    text(text) {
      if (isText && phonetic === 0) current += text
    },
    close(tag) {
      if (tag === 't') isText = false
      else if (tag === 'rPh') phonetic -= 1
      else if (tag === 'si') {
        letters += current.length
        if (letters > mostLetters) throw containerRefusals.refuse('workbook-too-large', { file })
        strings.push(unescapeText(current))
      }
    },
  })
  return strings
}

/**
 * A text as it was typed: workbooks write signs that XML cannot hold as `_x000D_`.
 *
 * @see ECMA-376, part 1, section 22.9.2.19 (ST_Xstring)
 * @example unescapeText('a_x000D_b') // => 'a\rb'
 */
export function unescapeText(text: string): string {
  if (!text.includes('_x')) return text
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  )
}
