import { createHash } from 'node:crypto'
import {
  contentType,
  negotiate,
  readRest1,
  readRest2,
  sdmxRefusals,
  type MetadataStatement,
  type Structure,
} from '@caudal/methods/exchange'
import program from '../../package.json' with { type: 'json' }
import type { CaudalNode } from '../store/index.ts'
import { answerAvailability } from './answer-availability.ts'
import { answerData } from './answer-data.ts'
import { answerMetadata } from './answer-metadata.ts'
import { answerSchema } from './answer-schema.ts'
import { CubePublishedFigures } from './figures/cube-figures.ts'
import type { PublishedFigures } from './figures/published-figures.ts'
import { nothingReleased, type ReleasedCellsSource } from '../protect/perturbed/released-cube.ts'
import { canHold, inPieces, writeStructures } from './message-writing.ts'
import type { Asked, SdmxAnswer, SdmxCall } from './sdmx-answer.ts'
import { OwedTables } from './owed-tables.ts'
import { lastStatedAt, listStatements } from './reference-metadata.ts'
import { rehearse } from './rehearse.ts'
import { StructureShelf } from './structure-shelf.ts'

export type { SdmxAnswer, SdmxCall } from './sdmx-answer.ts'

export interface SdmxServiceOptions {
  /** Where figures come from; releases and public cubes of the node where absent. */
  readonly figures?: PublishedFigures
  /** What releases show of cubes of persons; nothing where absent. */
  readonly releases?: ReleasedCellsSource
  /** Milliseconds since 1970. */
  readonly now?: () => number
  /** Milliseconds for which the structures and figures of a moment are believed; a second where absent. */
  readonly believedFor?: number
}

export interface SdmxService {
  /** @throws Refusal of `sdmx` */
  answer(call: SdmxCall): Promise<SdmxAnswer>
  /**
   * Makes what is not made yet, and answers a few questions to nobody, so that the first readers find
   * the program compiled.
   */
  warm(stopped?: AbortSignal): Promise<void>
}

/** The two SDMX services of a node, free of HTTP: version 1 (SDMX 2.1) and version 2 (SDMX 3.x). */
export function createSdmxService(node: CaudalNode, options: SdmxServiceOptions = {}): SdmxService {
  const now = options.now ?? Date.now
  const { releases = { of: async () => nothingReleased }, believedFor = 1000 } = options
  const figures = options.figures ?? new CubePublishedFigures(node, now, releases)
  const shelf = new StructureShelf(node, figures, new OwedTables(node, now), now, believedFor)
  const service: SdmxService = {
    async answer(call) {
      const request = call.restVersion === 1 ? readRest1(call.address) : readRest2(call.address)
      const { format, formatVersion } = request
      const negotiated = negotiate(
        call.restVersion,
        request.asks,
        format,
        formatVersion,
        call.accept,
      )
      const asked: Asked = { call, request, negotiated, shelf: await shelf.open() }
      const [said, saidAt] =
        request.asks === 'metadata'
          ? await Promise.all([listStatements(node), lastStatedAt(node)])
          : [[], 0]
      const type = contentType(negotiated)
      return {
        contentType: type,
        language: negotiated.representation.writes.endsWith('xml')
          ? 'es, en, fr'
          : (call.languages[0] ?? 'en'),
        tag: tagOf([
          asked.shelf.version,
          String(call.restVersion),
          call.serviceUrl,
          call.address,
          type,
          call.languages.join(),
          JSON.stringify(said),
        ]),
        lastModified: Math.max(asked.shelf.updatedAt, saidAt),
        write: () => write(asked, said, now()),
      }
    },
    async warm(stopped) {
      const { sets } = await shelf.open()
      await rehearse(service, sets, stopped)
    },
  }
  return service
}

async function write(
  asked: Asked,
  said: readonly MetadataStatement[],
  now: number,
): Promise<AsyncIterable<string>> {
  const { request, shelf, call } = asked
  switch (request.asks) {
    case 'structure': {
      const edition = call.restVersion === 1 ? '2.1' : '3.0'
      const structures = shelf.book.answer(request.structure, edition)
      return structuresOf(asked, structures, now)
    }
    case 'availability':
      return structuresOf(asked, await answerAvailability(shelf, request.availability), now)
    case 'schema':
      return answerSchema(asked, request.schema, now)
    case 'data':
      return answerData(asked, request.data, now)
    case 'metadata':
      return answerMetadata(asked, request.metadata, said, now)
  }
  return request satisfies never
}

function structuresOf(
  asked: Asked,
  structures: readonly Structure[],
  now: number,
): AsyncIterable<string> {
  if (structures.length === 0) throw sdmxRefusals.refuse('no-results')
  const { representation } = asked.negotiated
  if (!structures.some(({ kind }) => canHold(representation, kind))) {
    throw sdmxRefusals.refuse('format-not-offered', {
      asked: `${representation.type};version=${representation.version}`,
      offered: 'application/vnd.sdmx.structure+json;version=2.1.0',
    })
  }
  return inPieces(writeStructures(asked, structures, now))
}

function tagOf(parts: readonly string[]): string {
  return createHash('sha256')
    .update([program.version, ...parts].join('\n'))
    .digest('hex')
    .slice(0, 24)
}
