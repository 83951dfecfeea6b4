import {
  agencyId,
  namesOf,
  structureJson1,
  structureJson2,
  structureXml,
  type MessageHeader,
  type Negotiated,
  type Structure,
  type StructureKind,
} from '@caudal/methods/exchange'
import type { Asked, SdmxCall } from './sdmx-answer.ts'

type Representation = Negotiated['representation']

/** The header of a message of this node. */
export function headerOf(call: SdmxCall, now: number): MessageHeader {
  const prepared = `${new Date(now).toISOString().slice(0, 19)}Z`
  return {
    id: `${agencyId}_${now.toString(36).toUpperCase()}`,
    prepared,
    sender: {
      id: agencyId,
      name: {
        es: 'Nodo Caudal',
        en: 'Caudal node',
        fr: 'Nœud Caudal',
      },
    },
    serviceUrl: call.serviceUrl,
    extracted: prepared,
  }
}

/** Whether a format has a place for structures of a kind. */
export function canHold({ writes, version }: Representation, kind: StructureKind): boolean {
  const { rest1, json1 } = namesOf(kind)
  if (writes === 'structure-xml') return rest1 !== undefined
  return version !== '1.0' || json1 !== undefined
}

/** Structures in the format that was agreed on. */
export function writeStructures(
  { call, negotiated, shelf }: Asked,
  structures: readonly Structure[],
  now: number,
): Iterable<string> {
  const { writes, version } = negotiated.representation
  const header = headerOf(call, now)
  if (writes === 'structure-xml') return structureXml(header, structures, shelf.book.all)
  if (version === '1.0') return structureJson1(header, structures, call.languages)
  return structureJson2(header, structures, version as '2.0.0' | '2.1.0', call.languages)
}

/** Pieces joined until they are worth sending. */
export async function* inPieces(
  texts: Iterable<string> | AsyncIterable<string>,
  least = 16_384,
): AsyncGenerator<string> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length >= least) {
      yield piece
      piece = ''
    }
  }
  if (piece !== '') yield piece
}
