import { once } from 'node:events'
import { createWriteStream, renameSync, rmSync } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import {
  converterOf,
  dataCsv,
  dimensionsOf,
  exchangeMaps,
  ownReference,
  readData,
  representationMaps,
  structureMaps,
  type DataMessage,
  type DataStructure,
  type Observation,
  type Reference,
  type Unconverted,
} from '@caudal/methods/exchange'
import { exchangeRefusals } from './command-refusals.ts'
import { textOf } from './text-of.ts'

export interface ConversionOutcome {
  readonly converted: number
  /** Observations that have no place in the target, by reason, component and code. */
  readonly left: readonly (Unconverted & { readonly observations: number })[]
}

/** Attributes that a converted message may hold; those it has no use of stay empty. */
const attributes = {
  TO: ['OBS_STATUS', 'OBS_FLAG'],
  FROM: ['UNIT_MEASURE', 'OBS_STATUS'],
} as const

/** Ids of the maps that {@link convertMessage} knows. */
export function listMaps(): readonly string[] {
  return structureMaps().map(({ id }) => id)
}

/**
 * Writes a file of SDMX data in another structure, as SDMX-CSV 2.0, piece by piece. The file stands
 * only when it is whole, and where at least one observation has a place in the other structure.
 *
 * @throws Refusal of `sdmx-message`, `exchange.map-unknown`, `exchange.nothing-converted`,
 *   `exchange.file-unreadable`, `exchange.file-unwritable`
 */
export async function convertMessage(
  file: string,
  mapId: string,
  out: string,
): Promise<ConversionOutcome> {
  const map = structureMaps().find(({ id }) => id === mapId)
  if (!map) {
    throw exchangeRefusals.refuse('map-unknown', {
      map: mapId.slice(0, 80),
      known: listMaps().join(', '),
    })
  }
  const direction = mapId.startsWith('TO_') ? 'TO' : 'FROM'
  const exchange = exchangeMaps.find(({ id }) => mapId === `${direction}_${id}`)!
  const [sourceIds, targetIds] =
    direction === 'TO'
      ? [dimensionsOf(exchange.own), exchange.otherDimensions]
      : [exchange.otherDimensions, dimensionsOf(exchange.own)]
  const convert = converterOf(map, representationMaps())
  const source = await textOf(file)
  const left = new Map<string, Unconverted & { observations: number }>()
  let converted = 0
  const said = attributes[direction]
  const observations = async function* (): AsyncGenerator<readonly Observation[]> {
    for await (const read of await readData(source, new Set(sourceIds))) {
      const kept: Observation[] = []
      for (const each of read) {
        const made = convert(each)
        if ('reason' in made) {
          const name = `${made.reason} ${made.component} ${made.value}`
          const known = left.get(name) ?? { ...made, observations: 0 }
          known.observations += 1
          left.set(name, known)
          continue
        }
        converted += 1
        kept.push({
          series: { key: targetIds.map((id) => made.values[id] ?? ''), attributes: [] },
          period: made.period ?? '',
          value: made.value ?? null,
          attributes: said.map((id) => made.values[id]),
        })
      }
      if (kept.length > 0) yield kept
    }
  }
  const message = messageOf(map.target, targetIds, said, observations())
  const draft = `${out}.part`
  try {
    await writeFile(
      draft,
      dataCsv(message, {
        version: '2.0.0',
        labels: 'id',
        keys: 'none',
        ofStructure: true,
      }),
    )
    if (converted === 0) {
      const [first] = left.values()
      throw exchangeRefusals.refuse('nothing-converted', {
        map: mapId,
        component: first?.component ?? '',
        value: first?.value ?? '',
      })
    }
    renameSync(draft, out)
  } finally {
    rmSync(draft, { force: true })
  }
  return { converted, left: [...left.values()].sort((a, b) => b.observations - a.observations) }
}

function messageOf(
  reference: Reference,
  dimensions: readonly string[],
  said: readonly string[],
  observations: DataMessage['dataSets'][number]['observations'],
): DataMessage {
  const concept = { ...ownReference('conceptscheme', 'CS_MIGRATION'), item: '' }
  const format = { format: { type: 'String' as const } }
  const structure: DataStructure = {
    ...reference,
    kind: 'datastructure',
    name: {},
    dimensions: dimensions.map((id) => ({ id, concept, representation: format })),
    time: { concept },
    attributes: said.map((id) => ({
      id,
      concept,
      representation: format,
      relationship: 'observation',
      mandatory: false,
    })),
    measure: { id: 'OBS_VALUE', concept },
  }
  return {
    header: { id: 'CONVERTED', prepared: '', sender: { id: 'CAUDAL' } },
    structure,
    dataflow: { ...reference, kind: 'dataflow', name: {}, structure: reference },
    reportedAgainst: reference,
    dimensionAtObservation: 'AllDimensions',
    detail: 'full',
    seriesAttributes: [],
    observationAttributes: said,
    dataSets: [{ action: 'Information', attributes: {}, observations }],
    preference: ['en'],
    findCodelist: () => undefined,
    findConcept: () => undefined,
  }
}

async function writeFile(path: string, pieces: AsyncIterable<string>): Promise<void> {
  const stream = createWriteStream(path, { mode: 0o600 })
  try {
    await once(stream, 'open')
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'error'
    throw exchangeRefusals.refuse('file-unwritable', { file: path.replace(/\.part$/, ''), reason })
  }
  await pipeline(pieces, stream)
}
