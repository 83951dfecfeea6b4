import { monthSpan } from '../../measure/index.ts'
import { urnOf, type ItemReference } from '../information-model/reference.ts'
import type { Codelist, Representation } from '../information-model/structures.ts'
import { attributeOf, type DataMessage, type Packaging } from './data-message.ts'
import type { Dictionaries } from './json-dictionary.ts'
import type { JsonVersion } from './json-meta.ts'
import { annotationsJson, namesJson } from './json-words.ts'
import { relationshipJson1 } from './structure-json-1.ts'
import { relationshipJson } from './structure-json-2.ts'

type Json = Record<string, unknown>

/** The structure part of a data message: its components with the values that were met. */
export function structureOfData(
  message: DataMessage,
  packaging: Packaging,
  dictionaries: Dictionaries,
  version: JsonVersion,
): Json {
  const { structure, dataflow, preference, header } = message
  const dimension = (place: number): Json => {
    const id = packaging.dimensions[place]!
    const component = structure.dimensions.find((each) => each.id === id)
    const concept = component?.concept ?? structure.time!.concept
    const values = dictionaries.dimensions[place]!.values
    return {
      id,
      ...conceptWords(message, concept, id),
      keyPosition: place,
      roles: rolesOf(id),
      // From 2.0 on a list of values may be absent, but not empty.
      ...((version === '1.0' || values.length > 0) && {
        values: component
          ? codedValues(message, component.representation, values)
          : values.map(periodValue),
      }),
    }
  }
  const attribute = (id: string, values: readonly string[]): Json => {
    const component = attributeOf(structure, id)
    const relationship = component?.relationship ?? 'observation'
    return {
      id,
      ...conceptWords(message, component?.concept, id),
      ...(version !== '1.0' && { isMandatory: component?.mandatory ?? false }),
      relationship:
        version === '1.0' ? relationshipJson1(relationship) : relationshipJson({ relationship }),
      ...(version === '1.0' || values.length > 0
        ? { values: attributeValues(message, component?.representation, values, version) }
        : {}),
    }
  }
  const hasAttributes = message.detail === 'full' || message.detail === 'nodata'
  const ofSeries = packaging.atSeries.map((place) =>
    attribute(message.seriesAttributes[place]!, dictionaries.seriesAttributes[place]!.values),
  )
  const ofObservation = hasAttributes
    ? [
        ...packaging.movedToObservation.map((place) =>
          attribute(message.seriesAttributes[place]!, dictionaries.seriesAttributes[place]!.values),
        ),
        ...message.observationAttributes.map((id, place) =>
          attribute(id, dictionaries.observationAttributes[place]!.values),
        ),
      ]
    : []
  const ofDataSet = hasAttributes
    ? [...dictionaries.dataSetAttributes].map(([id, { values }]) => attribute(id, values))
    : []
  return {
    links: [
      { rel: 'dataflow', urn: urnOf(dataflow, version === '1.0' ? '2.1' : '3.0') },
      {
        rel: 'datastructure',
        urn: urnOf(structure, version === '1.0' ? '2.1' : '3.0'),
        ...(header.serviceUrl !== undefined && {
          href: `${header.serviceUrl}${version === '1.0' ? '' : '/structure'}/datastructure/${structure.agency}/${structure.id}/${structure.version}`,
        }),
      },
    ],
    ...namesJson(dataflow, preference),
    dimensions: {
      dataSet: [],
      series: packaging.ofSeries.map(dimension),
      observation: packaging.ofObservation.map(dimension),
    },
    ...(version !== '1.0' && {
      measures: {
        observation: [
          {
            id: structure.measure.id,
            ...conceptWords(message, structure.measure.concept, structure.measure.id),
            isMandatory: false,
            format: { dataType: 'Double' },
          },
        ],
      },
    }),
    attributes: {
      dataSet: ofDataSet,
      ...(version !== '1.0' && { dimensionGroup: [] }),
      series: ofSeries,
      observation: ofObservation,
    },
    ...('annotations' in dataflow
      ? annotationsJson(dataflow.annotations, preference)
      : { annotations: [] }),
    ...(version !== '1.0' && { dataSets: message.dataSets.map((_, index) => index) }),
  }
}

function conceptWords(
  message: DataMessage,
  reference: ItemReference | undefined,
  id: string,
): Json {
  const concept = reference && message.findConcept(reference)
  return concept ? namesJson(concept, message.preference) : { name: id, names: { en: id } }
}

const rolesOf = (id: string): string[] =>
  id === 'TIME_PERIOD' || id === 'FREQ' || id === 'REF_AREA' ? [id] : []

function codedValues(
  message: DataMessage,
  representation: Representation,
  values: readonly string[],
): Json[] {
  const codes = codesOf(message, representation)
  return values.map((id) => {
    const code = codes?.get(id)
    if (!code) return { id, name: id, names: { en: id } }
    return {
      id,
      ...namesJson(code, message.preference),
      ...(code.parent !== undefined && { parent: code.parent }),
    }
  })
}

function attributeValues(
  message: DataMessage,
  representation: Representation | undefined,
  values: readonly string[],
  version: JsonVersion,
): Json[] {
  if (representation && 'codelist' in representation) {
    return codedValues(message, representation, values)
  }
  return values.map((value) =>
    version === '1.0' ? { name: value, names: { en: value } } : { value },
  )
}

/** Codes by id, made once for each list. */
const codesByList = new WeakMap<Codelist, Map<string, Codelist['codes'][number]>>()

function codesOf(message: DataMessage, representation: Representation) {
  const list =
    'codelist' in representation ? message.findCodelist(representation.codelist) : undefined
  if (!list) return undefined
  const known = codesByList.get(list)
  if (known) return known
  const made = new Map(list.codes.map((code) => [code.id, code]))
  codesByList.set(list, made)
  return made
}

/** Periods as messages tell of them: few, and in every message. */
const knownPeriods = new Map<string, Json>()
const mostKnownPeriods = 10_000

function periodValue(period: string): Json {
  const known = knownPeriods.get(period)
  if (known) return known
  if (knownPeriods.size === mostKnownPeriods) knownPeriods.clear()
  const told = tellPeriod(period)
  knownPeriods.set(period, told)
  return told
}

/**
 * A period with its first and last instant, where the calendar gives them. It is written like a code,
 * which readers look for, where it can be one.
 */
function tellPeriod(period: string): Json {
  const span = monthSpan(period)
  const limits = span && period.length !== 10 ? { start: dayOf(span[0]), end: lastOf(span[1]) } : {}
  return /^[\w-]+$/.test(period)
    ? { id: period, name: period, names: { en: period }, ...limits }
    : { value: period, ...limits }
}

const dayOf = (month: number) => `${isoMonth(month)}-01T00:00:00Z`
const isoMonth = (month: number) =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

function lastOf(month: number): string {
  const next = Date.UTC(Math.floor((month + 1) / 12), (month + 1) % 12, 1)
  return `${new Date(next - 1000).toISOString().slice(0, 19)}Z`
}
