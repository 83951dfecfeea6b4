import { messageRefusals } from './message-refusals.ts'
import { formatOf, startOf } from './read-data.ts'
import type { TextSource } from './read-observation.ts'
import type { ReadStructures } from './read-structure.ts'
import { readStructuresJson } from './read-structures-json.ts'
import { readStructuresXml } from './read-structures-xml.ts'

/**
 * Reads the structures of a message of SDMX-ML 2.1 or SDMX-JSON 1.0 or 2.x.
 *
 * @throws Refusal of `sdmx-message`
 */
export async function readStructures(source: TextSource): Promise<ReadStructures> {
  const start = await startOf(source)
  const format = formatOf(start)
  if (format === 'xml') return readStructuresXml(source())
  if (format === 'json') return readStructuresJson(source())
  throw messageRefusals.refuse('format-unknown', { start: start.slice(0, 60).trim() })
}
