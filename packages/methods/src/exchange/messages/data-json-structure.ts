import { monthSpan } from '../../measure/index.ts'
import { urnOf, type ItemReference } from '../information-model/reference.ts'
import type { Codelist, Representation } from '../information-model/structures.ts'
import { attributeOf, type DataMessage, type Packaging } from './data-message.ts'
import type { Dictionaries } from './json-dictionary.ts'
import type { JsonVersion } from './json-meta.ts'
import { annotationsJson, namesJson } from './json-words.ts'
import { KeptText } from './kept-text.ts'
import { relationshipJson1 } from './structure-json-1.ts'
import { relationshipJson } from './structure-json-2.ts'

type Json = Record<string, unknown>

const kept = new KeptText()

/**
 * The structure part of a data message as JSON: its components with the values that were met. What does
 * not depend on the figures is the same in every message, and made once.
 */
export function structureOfData(
  message: DataMessage,
  packaging: Packaging,
  dictionaries: Dictionaries,
  version: JsonVersion,
): string {
  const { structure, dataflow, preference } = message
  const manner = `${version} ${preference.join()}`
  const dimension = (place: number): string => {
    const id = packaging.dimensions[place]!
    const component = structure.dimensions.find((each) => each.id === id)
    const concept = component?.concept ?? structure.time!.concept
    const head = kept.of(component ?? structure.time!, `${manner} ${place}`, () =>
      fieldsOf({
        id,
        ...conceptWords(message, concept, id),
        keyPosition: place,
        roles: rolesOf(id),
      }),
    )
    const { values } = dictionaries.dimensions[place]!
    return withValues(
      head,
      component
        ? codedValues(message, component.representation, values, manner)
        : values.map(periodValue),
      version,
    )
  }
  const attribute = (id: string, values: readonly string[]): string => {
    const component = attributeOf(structure, id)
    const relationship = component?.relationship ?? 'observation'
    const tell = () =>
      fieldsOf({
        id,
        ...conceptWords(message, component?.concept, id),
        ...(version !== '1.0' && { isMandatory: component?.mandatory ?? false }),
        relationship:
          version === '1.0' ? relationshipJson1(relationship) : relationshipJson({ relationship }),
      })
    return withValues(
      component ? kept.of(component, manner, tell) : tell(),
      attributeValues(message, component?.representation, values, version, manner),
      version,
    )
  }
  const hasAttributes = message.detail === 'full' || message.detail === 'nodata'
  const atSeries = (place: number) =>
    attribute(message.seriesAttributes[place]!, dictionaries.seriesAttributes[place]!.values)
  const ofObservation = hasAttributes
    ? [
        ...packaging.movedToObservation.map(atSeries),
        ...message.observationAttributes.map((id, place) =>
          attribute(id, dictionaries.observationAttributes[place]!.values),
        ),
      ]
    : []
  const ofDataSet = hasAttributes
    ? [...dictionaries.dataSetAttributes].map(([id, { values }]) => attribute(id, values))
    : []
  const of = (parts: readonly string[]) => `[${parts.join(',')}]`
  const links = `"links":${JSON.stringify(linksOf(message, version))}`
  const words = kept.of(dataflow, manner, () => fieldsOf(namesJson(dataflow, preference)))
  const measures = kept.of(structure, manner, () =>
    version === '1.0' ? '' : `,"measures":${JSON.stringify(measuresOf(message))}`,
  )
  const annotations =
    'annotations' in dataflow
      ? annotationsJson(dataflow.annotations, preference)
      : { annotations: [] }
  const tail = {
    ...annotations,
    ...(version !== '1.0' && { dataSets: message.dataSets.map((_, index) => index) }),
  }
  const dimensions = `"dimensions":{"dataSet":[],"series":${of(packaging.ofSeries.map(dimension))},"observation":${of(packaging.ofObservation.map(dimension))}}`
  const groups = version === '1.0' ? '' : '"dimensionGroup":[],'
  const attributes = `"attributes":{"dataSet":${of(ofDataSet)},${groups}"series":${of(packaging.atSeries.map(atSeries))},"observation":${of(ofObservation)}}`
  return `{${[links, words, `${dimensions}${measures}`, attributes, fieldsOf(tail)].filter((part) => part !== '').join(',')}}`
}

/** The fields of an object as JSON, without its braces. */
const fieldsOf = (object: Json) => JSON.stringify(object).slice(1, -1)

/** From 2.0 on a list of values may be absent, but not empty. */
function withValues(head: string, values: readonly string[], version: JsonVersion): string {
  return version === '1.0' || values.length > 0
    ? `{${head},"values":[${values.join(',')}]}`
    : `{${head}}`
}

function linksOf({ dataflow, structure, header }: DataMessage, version: JsonVersion): Json[] {
  const edition = version === '1.0' ? '2.1' : '3.0'
  return [
    { rel: 'dataflow', urn: urnOf(dataflow, edition) },
    {
      rel: 'datastructure',
      urn: urnOf(structure, edition),
      ...(header.serviceUrl !== undefined && {
        href: `${header.serviceUrl}${version === '1.0' ? '' : '/structure'}/datastructure/${structure.agency}/${structure.id}/${structure.version}`,
      }),
    },
  ]
}

function measuresOf(message: DataMessage): Json {
  const { measure } = message.structure
  return {
    observation: [
      {
        id: measure.id,
        ...conceptWords(message, measure.concept, measure.id),
        isMandatory: false,
        format: { dataType: 'Double' },
      },
    ],
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
  manner: string,
): string[] {
  const codes = codesOf(message, representation)
  return values.map((id) => {
    const code = codes?.get(id)
    if (!code) return JSON.stringify({ id, name: id, names: { en: id } })
    return kept.of(code, manner, () =>
      JSON.stringify({
        id,
        ...namesJson(code, message.preference),
        ...(code.parent !== undefined && { parent: code.parent }),
      }),
    )
  })
}

function attributeValues(
  message: DataMessage,
  representation: Representation | undefined,
  values: readonly string[],
  version: JsonVersion,
  manner: string,
): string[] {
  if (representation && 'codelist' in representation) {
    return codedValues(message, representation, values, manner)
  }
  return values.map((value) =>
    JSON.stringify(version === '1.0' ? { name: value, names: { en: value } } : { value }),
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
const knownPeriods = new Map<string, string>()
const mostKnownPeriods = 10_000

function periodValue(period: string): string {
  const known = knownPeriods.get(period)
  if (known) return known
  if (knownPeriods.size === mostKnownPeriods) knownPeriods.clear()
  const told = JSON.stringify(tellPeriod(period))
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
