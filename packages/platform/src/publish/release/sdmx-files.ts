import { structureXml } from '@caudal/methods/exchange'
import { sdmxHeader, tableToSdmx, type SdmxTable } from '@caudal/methods/publish'

interface SdmxRelease {
  readonly id: string
  readonly series: string
  readonly vintage: number
  /** Who publishes it, by name. */
  readonly institution?: string
  readonly figures: readonly Pick<SdmxTable, 'id' | 'results' | 'timeIds'>[]
}

/** Where the figures of a release lie as SDMX: in all languages at once. */
const sdmxFolder = 'sdmx'
/** What all of them refer to. */
const sdmxStructureName = 'sdmx-structure.xml'

/**
 * The figures of a release as SDMX, by name: their structures in one message, and each as
 * structure-specific XML, CSV and JSON.
 */
export async function sdmxFiles({
  id,
  series,
  vintage,
  institution,
  figures,
}: SdmxRelease): Promise<Map<string, string>> {
  const files = new Map<string, string>()
  const structures = []
  // the day of the newest records: no clock is read
  const days = figures.flatMap(({ results }) => results.en.updatedOn ?? [])
  const header = sdmxHeader(plainId(id), days.toSorted().at(-1) ?? null, institution)
  for (const figure of figures) {
    const messages = tableToSdmx({
      id: `${plainId(series)}_${plainId(figure.id)}`,
      version: `${vintage}.0.0`,
      results: figure.results,
      timeIds: figure.timeIds,
      ...(institution === undefined ? {} : { institution }),
    })
    structures.push(...messages.structures)
    files.set(`${sdmxFolder}/${figure.id}.xml`, await messages.xml(header))
    files.set(`${sdmxFolder}/${figure.id}.csv`, await messages.csv(header))
    files.set(`${sdmxFolder}/${figure.id}.json`, await messages.json(header))
  }
  files.set(sdmxStructureName, [...structureXml(header, structures)].join(''))
  return files
}

const plainId = (text: string) => text.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
