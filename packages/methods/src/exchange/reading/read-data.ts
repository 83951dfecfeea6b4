import { messageRefusals } from './message-refusals.ts'
import { readDataCsv } from './read-data-csv.ts'
import { readDataJson } from './read-data-json.ts'
import { readDataXml } from './read-data-xml.ts'
import type { ReadHeader, ReadStream, TextSource } from './read-observation.ts'

export type MessageFormat = 'xml' | 'json' | 'csv'

/** The format of a message by its first characters; undefined where it is none that is read. */
export function formatOf(start: string): MessageFormat | undefined {
  const text = start.replace(/^\ufeff/, '').trimStart()
  if (text.startsWith('<')) return 'xml'
  if (text.startsWith('{')) return 'json'
  return /^"?(DATAFLOW|STRUCTURE)\b/.test(text) ? 'csv' : undefined
}

/**
 * Reads the data of a message of any format that is written here.
 *
 * @param dimensions ids of the dimensions of its structure, where they are known
 * @throws Refusal of `sdmx-message`
 */
export async function readData(
  source: TextSource,
  dimensions: ReadonlySet<string> | undefined,
  onHeader?: (header: ReadHeader) => void,
): Promise<ReadStream> {
  const start = await startOf(source)
  switch (formatOf(start)) {
    case 'xml':
      return readDataXml(source(), dimensions, onHeader)
    case 'json':
      return readDataJson(source, onHeader)
    case 'csv':
      return readDataCsv(source(), dimensions, onHeader)
    case undefined:
      throw messageRefusals.refuse('format-unknown', { start: start.slice(0, 60).trim() })
  }
}

/** The first characters of a message. */
export async function startOf(source: TextSource): Promise<string> {
  let start = ''
  for await (const piece of source()) {
    start += piece
    if (start.trim().length >= 200) break
  }
  return start.slice(0, 400)
}
