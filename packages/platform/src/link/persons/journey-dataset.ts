import { createHash } from 'node:crypto'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { listDatasets, type Batch, type BatchRecord, type CaudalNode } from '../../store/index.ts'
import { methodVersion } from './link-runs.ts'

/** Journeys come from no file: what stands where a source profile does says who made them. */
const profile = {
  id: 'caudal-journeys',
  version: methodVersion,
  recordType: 'journey',
  title: {
    es: 'Trayectorias enlazadas por este nodo',
    en: 'Journeys linked by this node',
    fr: 'Parcours appariés par ce nœud',
  },
}

/** The dataset that the journeys of a country are of: its sources are those of the records linked. */
export async function journeyDataset(
  node: CaudalNode,
  country: string,
  batches: readonly Batch[],
): Promise<Pick<BatchRecord, 'dataset' | 'profile'>> {
  const ids = new Set(batches.map(({ dataset }) => dataset))
  const datasets = (await listDatasets(node)).filter(({ id }) => ids.has(id))
  const texts = (key: string) =>
    [
      ...new Set(
        datasets.map(({ source }) => source[key]).filter((text) => typeof text === 'string'),
      ),
    ]
      .sort()
      .join('; ')
  const label = createCodeListBook()
    .get('countries')
    .codes.find(({ code }) => code === country)?.label
  const named = (language: 'es' | 'en' | 'fr') => label?.[language] ?? country
  const title = {
    es: `Trayectorias de personas en la frontera de ${named('es')}`,
    en: `Journeys of persons across the border of ${named('en')}`,
    fr: `Parcours de personnes à la frontière : ${named('fr')}`,
  }
  return {
    dataset: {
      id: `journeys-${country.toLowerCase()}`,
      title,
      source: {
        owner: texts('owner'),
        title,
        licence: texts('licence'),
        citation: texts('citation'),
      },
      country,
      synthetic: datasets.some(({ synthetic }) => synthetic),
    },
    profile: {
      id: profile.id,
      version: profile.version,
      content: profile,
      sha256: createHash('sha256').update(JSON.stringify(profile)).digest('hex'),
    },
  }
}
