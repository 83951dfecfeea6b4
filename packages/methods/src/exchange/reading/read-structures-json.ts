import { parseUrn, type Reference } from '../information-model/reference.ts'
import { boundedJson } from './bounded-json.ts'
import { messageRefusals } from './message-refusals.ts'
import type { ReadComponent, ReadConstraint, ReadKey, ReadStructures } from './read-structure.ts'

/** Characters of a structure message that are held; those of whole registries are asked in parts. */
const longest = 200_000_000

interface JsonNode {
  readonly [name: string]: unknown
}

/** Reads the structures of SDMX-JSON 1.0 and 2.x. @throws Refusal of `sdmx-message` */
export async function readStructuresJson(text: AsyncIterable<string>): Promise<ReadStructures> {
  const pieces: string[] = []
  let length = 0
  for await (const piece of boundedJson(text)) {
    length += piece.length
    if (length > longest) throw messageRefusals.refuse('too-deep', { most: 1, longest })
    pieces.push(piece)
  }
  let message: JsonNode
  try {
    message = JSON.parse(pieces.join('')) as JsonNode
  } catch (error) {
    throw messageRefusals.refuse('malformed', {
      line: 1,
      reason: (error as Error).message.slice(0, 200),
    })
  }
  const data = node(message['data'])
  return {
    codelists: list(data['codelists']).map((each) => ({
      reference: referenceOf('codelist', each),
      codes: new Map(
        list(each['codes']).map((code) => [textOf(code['id']) ?? '', textOf(code['parent'])]),
      ),
    })),
    dataStructures: list(data['dataStructures']).map((each) => {
      const components = node(each['dataStructureComponents'])
      const dimensions = node(components['dimensionList'])
      return {
        reference: referenceOf('datastructure', each),
        dimensions: list(dimensions['dimensions']).map(componentOf),
        hasTime:
          dimensions['timeDimension'] !== undefined ||
          list(dimensions['timeDimensions']).length > 0,
        attributes: list(node(components['attributeList'])['attributes']).map((attribute) => ({
          ...componentOf(attribute),
          mandatory: /^mandatory$/i.test(
            textOf(attribute['usage']) ?? textOf(attribute['assignmentStatus']) ?? '',
          ),
        })),
      }
    }),
    dataflows: list(data['dataflows']).map((each) => ({
      reference: referenceOf('dataflow', each),
      structure: parseUrn(textOf(each['structure']) ?? ''),
    })),
    constraints: ['contentConstraints', 'dataConstraints', 'availabilityConstraints'].flatMap(
      (name) => list(data[name]).map(constraintOf),
    ),
  }
}

function constraintOf(constraint: JsonNode): ReadConstraint {
  const regions = [...list(constraint['cubeRegions']), node(constraint['cubeRegion'])]
  const annotated = (id: string) => {
    const found = list(constraint['annotations']).find((each) => each['id'] === id)
    return found && Number(textOf(found['title']))
  }
  const seriesCount = constraint['seriesCount'] ?? annotated('series_count')
  const observationCount = constraint['obsCount'] ?? annotated('obs_count')
  return {
    reference: referenceOf('dataconstraint', constraint),
    keys: regions.flatMap((region) => list(region['keyValues']).map(keyOf)),
    ...(typeof seriesCount === 'number' && { seriesCount }),
    ...(typeof observationCount === 'number' && { observationCount }),
  }
}

function keyOf(key: JsonNode): ReadKey {
  const values = Array.isArray(key['values']) ? (key['values'] as unknown[]) : []
  const time = node(key['timeRange'])
  const start = textOf(node(time['startPeriod'])['period'])
  const end = textOf(node(time['endPeriod'])['period'])
  return {
    id: textOf(key['id']) ?? '',
    values: values.flatMap((value) => textOf(value) ?? textOf(node(value)['value']) ?? []),
    ...(start !== undefined && { range: { start, end: end ?? start } }),
  }
}

function componentOf(component: JsonNode): ReadComponent {
  const how = node(component['localRepresentation'])
  const codelist = parseUrn(textOf(how['enumeration']) ?? '')
  const format = node(how['format'] ?? how['textFormat'])
  const textType = textOf(format['dataType'] ?? format['textType'])
  const { maxLength } = format
  return {
    id: textOf(component['id']) ?? '',
    ...(codelist && { codelist }),
    ...(textType !== undefined && { textType }),
    ...(typeof maxLength === 'number' && { maxLength }),
  }
}

function referenceOf(kind: Reference['kind'], of: JsonNode): Reference {
  return {
    kind,
    agency: textOf(of['agencyID']) ?? '',
    id: textOf(of['id']) ?? '',
    version: textOf(of['version']) ?? '1.0',
  }
}

const node = (value: unknown): JsonNode =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonNode) : {}
const list = (value: unknown): JsonNode[] => (Array.isArray(value) ? value.map(node) : [])
const textOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : undefined
