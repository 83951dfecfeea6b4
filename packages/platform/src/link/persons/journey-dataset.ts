import { createHash } from 'node:crypto'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { addVersion, findDocument } from '../../govern/registers/documents.ts'
import {
  listDatasets,
  sourceTexts,
  type Batch,
  type BatchRecord,
  type CaudalNode,
  type Queryable,
} from '../../store/index.ts'
import type { Circles } from './circles.ts'
import { methodVersion } from './link-runs.ts'
import type { LinkedBatches } from './linked-fields.ts'

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

/** The id of the dataset that the journeys of a country are of. */
export function journeysOf(country: string): string {
  return `journeys-${country.toLowerCase()}`
}

/** The dataset that the journeys of a country are of: its sources are those of the records linked. */
export async function journeyDataset(
  node: CaudalNode,
  country: string,
  batches: readonly Batch[],
): Promise<Pick<BatchRecord, 'dataset' | 'profile'>> {
  const ids = new Set(batches.map(({ dataset }) => dataset))
  const datasets = (await listDatasets(node)).filter(({ id }) => ids.has(id))
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
      id: journeysOf(country),
      title,
      source: {
        owner: sourceTexts(datasets, 'owner')?.en ?? '',
        title,
        licence: sourceTexts(datasets, 'licence')?.en ?? '',
        citation: sourceTexts(datasets, 'citation') ?? title,
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

/**
 * Enters the journeys of a country in the register of datasets, as those of the institution with which all
 * whose records they are made of share them, for the activity of its own records; a server register shows
 * them to nobody else. What stands in the register already stays as people put it. Where records of the
 * country are nobody's, or several institutions share with none, nobody is entered.
 */
export async function enterJourneys(
  transaction: Queryable,
  dataset: string,
  country: string,
  circles: Circles,
  inputs: readonly LinkedBatches[],
): Promise<void> {
  const [owner, another] = circles.names
  if (owner === undefined || owner === '' || another !== undefined) return
  if ((await findDocument(transaction, 'dataset', dataset)) !== undefined) return
  for (const source of new Set(inputs.flatMap(({ batches }) => batches.map((b) => b.dataset)))) {
    const known = await findDocument(transaction, 'dataset', source)
    if (known?.content.owner !== owner) continue
    const { activity } = known.content
    await addVersion(transaction, 'dataset', dataset, { owner, country, activity }, 0, 'node')
    return
  }
}
