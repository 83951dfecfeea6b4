import { readXml } from './xml-reader.ts'

/** What the number of a cell means: a plain number, a day, a moment, a time of day. */
export type NumberMeaning = 'number' | 'day' | 'moment' | 'time'

/** The meaning of numbers by the style of their cell. */
export interface CellStyles {
  meaningOf(style: string | undefined): NumberMeaning
}

/**
 * Reads which styles show numbers as dates. A workbook has no dates: only numbers, and formats
 * that show them as days.
 *
 * @see ECMA-376, part 1, section 18.8.30 (numFmt): formats that are built in
 */
export async function readCellStyles(
  bytes: AsyncIterable<Buffer> | undefined,
  file: string,
): Promise<CellStyles> {
  const formats = new Map<string, string>()
  const meanings: NumberMeaning[] = []
  let isCellFormat = false
  if (bytes) {
    await readXml(bytes, file, {
      open(tag, attributes) {
        if (tag === 'numFmt') {
          formats.set(attributes['numFmtId'] ?? '', attributes['formatCode'] ?? '')
        } else if (tag === 'cellXfs') isCellFormat = true
        else if (tag === 'xf' && isCellFormat) {
          const id = attributes['numFmtId'] ?? '0'
          meanings.push(builtIn(Number(id)) ?? meaningOfFormat(formats.get(id) ?? ''))
        }
      },
      close(tag) {
        if (tag === 'cellXfs') isCellFormat = false
      },
    })
  }
  return { meaningOf: (style) => meanings[Number(style ?? 0)] ?? 'number' }
}

function builtIn(id: number): NumberMeaning | undefined {
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36) return 'day'
  if (id === 22) return 'moment'
  if ((id >= 18 && id <= 21) || (id >= 45 && id <= 47)) return 'time'
  if (id >= 50 && id <= 58) return 'day'
  return id < 164 ? 'number' : undefined
}

/**
 * What a format of one's own makes of a number.
 *
 * @example meaningOfFormat('dd/mm/yyyy;@') // => 'day'
 * @example meaningOfFormat('[$-409]d-mmm-yy h:mm') // => 'moment'
 * @example meaningOfFormat('#,##0 "días"') // => 'number'
 */
export function meaningOfFormat(format: string): NumberMeaning {
  const [first = ''] = format
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .split(';')
  const letters = first.toLowerCase()
  const hasDay = /[yd]/.test(letters) || /mmm/.test(letters)
  const hasTime = /[hs]/.test(letters)
  if (hasDay) return hasTime ? 'moment' : 'day'
  if (hasTime) return 'time'
  return /^m+$/.test(letters.trim()) ? 'day' : 'number'
}
