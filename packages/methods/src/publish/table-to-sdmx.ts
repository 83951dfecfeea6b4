import {
  agencyId,
  allDimensions,
  dataCsv,
  dataJson,
  isSame,
  ownReference,
  specificDataXml,
  syntheticAnnotation,
  syntheticName,
  writableCode,
  type Codelist,
  type Concept,
  type ConceptScheme,
  type Dataflow,
  type DataMessage,
  type DataStructure,
  type MessageHeader,
  type Observation,
  type Structure,
} from '../exchange/index.ts'
import { languages, type Language, type Text } from '../vocabulary/index.ts'
import { getCodeList } from '../vocabulary/code-lists/index.ts'
import { keyCells, type KeyCell } from './key-cells.ts'
import type { TableResult } from './table.ts'
import { say } from './table-words.ts'

/** A table in every language, with the names that its structures take. */
export interface SdmxTable {
  /** `BY_MODE`: letters, digits and `_`. */
  readonly id: string
  /** `2.0.0`: the vintage of a release is the major version of its structures. */
  readonly version: string
  readonly results: Readonly<Record<Language, TableResult>>
  /** Dimensions of the cube that are times. */
  readonly timeIds: readonly string[]
  /** Who publishes it, by name. */
  readonly institution?: string
}

/** A table as SDMX: what its dimensions and codes are, and its figures in three formats. */
export interface SdmxMessages {
  readonly structures: readonly Structure[]
  /** Structure-specific data of SDMX-ML 2.1. */
  xml(header: MessageHeader): Promise<string>
  /** SDMX-CSV 2.0. */
  csv(header: MessageHeader): Promise<string>
  /** SDMX-JSON 2.0. */
  json(header: MessageHeader): Promise<string>
}

/**
 * A table as SDMX with a structure of its own, so that every table can be written, whatever its levels:
 * one dimension for each axis and each filter that holds one code, `_T` for totals, the time as
 * TIME_PERIOD. A withheld figure has no value, OBS_STATUS `Q` and CONF_STATUS `C`; why it is withheld
 * is not told. Totals over the time have no period of their own and are left out. Structures of synthetic figures say
 * in their names that they are.
 *
 * @see SDMX 2.1 Technical Specifications, section 3A; SDMX-CSV 2.0.0; SDMX-JSON 2.0.0
 */
export function tableToSdmx(table: SdmxTable): SdmxMessages {
  const { en } = table.results
  const { institution } = table
  const dimensions = dimensionsOf(table)
  const time = dimensions.find(({ isTime }) => isTime)
  const coded = dimensions.filter((dimension) => dimension !== time)
  const reference = <Kind extends Structure['kind']>(kind: Kind, suffix = '') =>
    ownReference(kind, `${table.id}${suffix}`, table.version)
  const scheme: ConceptScheme = {
    ...reference('conceptscheme', '_CONCEPTS'),
    name: titleOf(table),
    isFinal: true,
    concepts: [
      ...dimensions.map(({ id, name }) => ({ id, name })),
      ...ownConcepts,
      ...(institution === undefined ? [] : [disseminator]),
    ],
  }
  const concept = (item: string) => ({ ...reference('conceptscheme', '_CONCEPTS'), item })
  const lists = coded.map(({ id, name, codes }): Codelist => ({
    ...reference('codelist', `_${id}`),
    name,
    isFinal: true,
    codes: [...codes].map(([code, label]) => ({ id: code, name: label })),
  }))
  const statuses = ['obs-status', 'conf-status'].map((list): Codelist => ({
    ...reference('codelist', `_${list.toUpperCase().replace('-', '_')}`),
    name: getCodeList(list).title,
    isFinal: true,
    codes: getCodeList(list).codes.map(({ code, label }) => ({ id: code, name: label })),
  }))
  const text = { format: { type: 'String' as const } }
  const structure: DataStructure = {
    ...reference('datastructure'),
    name: titleOf(table),
    isFinal: true,
    dimensions: coded.map(({ id }, at) => ({
      id,
      concept: concept(id),
      representation: { codelist: lists[at]! },
    })),
    ...(time && { time: { concept: concept('TIME_PERIOD') } }),
    attributes: [
      ...['OBS_STATUS', 'CONF_STATUS'].map((id, at) => ({
        id,
        concept: concept(id),
        representation: { codelist: statuses[at]! },
        relationship: 'observation' as const,
        mandatory: at === 0,
      })),
      ...[
        'UNIT_MEASURE',
        'DATA_SOURCE',
        ...(institution === undefined ? [] : [disseminator.id]),
      ].map((id) => ({
        id,
        concept: concept(id),
        representation: text,
        relationship: 'dataset' as const,
        mandatory: false,
      })),
    ],
    measure: { id: 'OBS_VALUE', concept: concept('OBS_VALUE') },
  }
  const dataflow: Dataflow = {
    ...reference('dataflow'),
    name: titleOf(table),
    ...(en.synthetic && { annotations: [syntheticAnnotation] }),
    isFinal: true,
    structure: reference('datastructure'),
  }
  const observations = observationsOf(en, dimensions, time)
  const message = (header: MessageHeader): DataMessage => ({
    header,
    structure,
    dataflow,
    reportedAgainst: reference('dataflow'),
    dimensionAtObservation: time ? 'TIME_PERIOD' : allDimensions,
    detail: 'full',
    seriesAttributes: [],
    observationAttributes: ['OBS_STATUS', 'CONF_STATUS'],
    dataSets: [
      {
        action: 'Information',
        attributes: {
          UNIT_MEASURE: en.measure.unit,
          DATA_SOURCE: en.sources.map(({ citation }) => citation).join('; '),
          ...(institution === undefined ? {} : { [disseminator.id]: institution }),
        },
        observations: oneByOne(observations),
      },
    ],
    preference: languages,
    findCodelist: (wanted) => [...lists, ...statuses].find((list) => isSame(list, wanted)),
    findConcept: ({ item }) => scheme.concepts.find(({ id }) => id === item),
  })
  return {
    structures: [dataflow, ...lists, ...statuses, scheme, structure],
    xml: async (header) => await joined(specificDataXml(message(header), time !== undefined)),
    csv: async (header) =>
      await joined(dataCsv(message(header), { version: '2.0.0', labels: 'id', keys: 'none' })),
    json: async (header) => await joined(dataJson(message(header), '2.0.0')),
  }
}

interface SdmxDimension {
  readonly id: string
  readonly name: Text
  readonly isTime: boolean
  /** Axis of the table and its place there; a held dimension has neither. */
  readonly axis?: 'row' | 'column'
  readonly place: number
  /** Code as the table has it → as SDMX can write it. */
  readonly written: ReadonlyMap<string, string>
  readonly codes: ReadonlyMap<string, Text>
}

const total: Text = { es: 'Total', en: 'Total', fr: 'Total' }
const period = /^\d{4}(?:-(?:\d{2}(?:-\d{2})?|Q[1-4]|S[12]))?$/

function dimensionsOf({ results, timeIds }: SdmxTable): SdmxDimension[] {
  const { en } = results
  const text = (read: (result: TableResult) => string): Text => ({
    es: read(results.es),
    en: read(results.en),
    fr: read(results.fr),
  })
  const used = new Set<string>()
  const idOf = (dimension: string) => {
    const plain = dimension.toUpperCase().replace(/[^A-Z0-9]+/g, '_')
    const id = used.has(plain) || plain === 'TIME_PERIOD' ? `${plain}_${used.size}` : plain
    used.add(id)
    return id
  }
  let hasTime = false
  const make = (
    dimension: string,
    name: Text,
    labels: readonly (readonly [string, Text])[],
    at: Pick<SdmxDimension, 'axis' | 'place'>,
  ): SdmxDimension => {
    const isPeriods = labels.length > 0 && labels.every(([code]) => period.test(code))
    const isTime = !hasTime && isPeriods && timeIds.includes(dimension.split('.')[0]!)
    hasTime ||= isTime
    const written = writtenCodes(labels.map(([code]) => code))
    const codes = new Map(labels.map(([code, label]) => [written.get(code)!, label]))
    if (at.axis !== undefined && !isTime) codes.set('_T', codes.get('_T') ?? total)
    return { ...at, id: isTime ? 'TIME_PERIOD' : idOf(dimension), name, isTime, written, codes }
  }
  const axes = (['row', 'column'] as const).flatMap((axis) => {
    const side = axis === 'row' ? 'rows' : 'columns'
    return en[side].map((dimension, place) => {
      const labels = dimension.codes.map(({ code }) => {
        const label = text(
          (result) => result[side][place]!.codes.find((each) => each.code === code)?.label ?? code,
        )
        return [code, label] as const
      })
      const name = text((result) => result[side][place]!.label)
      return make(dimension.id, name, labels, { axis, place })
    })
  })
  const shown = new Set([...en.rows, ...en.columns].map(({ id }) => id.split('.')[0]!))
  const held = en.spec.where.flatMap(({ dimension, codes }, at) => {
    if (codes?.length !== 1 || shown.has(dimension.split('.')[0]!)) return []
    const name = text((result) => result.filters[at]?.label ?? dimension)
    const label = text((result) => result.filters[at]?.values[0] ?? codes[0]!)
    return [make(dimension, name, [[codes[0]!, label]], { place: -1 })]
  })
  return [...held, ...axes]
}

/** Codes as the standard can write them, no two alike. */
function writtenCodes(codes: readonly string[]): Map<string, string> {
  const taken = new Set(codes.filter((code) => writableCode.test(code)))
  return new Map(
    codes.map((code) => {
      if (writableCode.test(code)) return [code, code]
      const plain = code.replace(/[^A-Za-z0-9_@$-]+/g, '_') || '_'
      let written = plain
      for (let at = 2; taken.has(written); at += 1) written = `${plain}_${at}`
      taken.add(written)
      return [code, written]
    }),
  )
}

function observationsOf(
  result: TableResult,
  dimensions: readonly SdmxDimension[],
  time: SdmxDimension | undefined,
): Observation[] {
  const found = new Map<string, { key: string[]; period: string; cell: KeyCell }>()
  for (const cell of keyCells(result)) {
    const code = ({ axis, place, written }: SdmxDimension) => {
      if (axis === undefined) return [...written.values()][0]!
      const own = axis === 'row' ? cell.row : cell.column
      return own === null ? '_T' : written.get(own[place]!)!
    }
    const at = time === undefined ? '' : code(time)
    if (at === '_T') continue
    const key = dimensions.filter((each) => each !== time).map(code)
    found.set(`${key.join(' ')} ${at}`, { key, period: at, cell })
  }
  const order = [...found].sort(([a], [b]) => (a < b ? -1 : 1))
  let series = { key: [] as string[], attributes: [] as undefined[] }
  return order.map(([, { key, period: at, cell }], place) => {
    if (place === 0 || key.join(' ') !== series.key.join(' ')) series = { key, attributes: [] }
    return { series, period: at, value: cell.value, attributes: statusOf(cell) }
  })
}

/** OBS_STATUS and CONF_STATUS. */
function statusOf({ value, status }: KeyCell): readonly (string | undefined)[] {
  if (status === 'suppressed' || status === 'confidential') return ['Q', 'C']
  if (value === null) return [status === 'not-applicable' ? 'M' : 'O', undefined]
  return [status === 'provisional' ? 'P' : status === 'break' ? 'B' : 'A', 'F']
}

/** @see SDMX Glossary, “Data dissemination agency” */
const disseminator: Concept = {
  id: 'DISS_ORG',
  name: {
    es: 'Institución que publica',
    en: 'Institution that publishes',
    fr: 'Institution qui publie',
  },
}

const ownConcepts: readonly Concept[] = [
  {
    id: 'OBS_VALUE',
    name: { es: 'Valor', en: 'Value', fr: 'Valeur' },
  },
  {
    id: 'OBS_STATUS',
    name: { es: 'Estado', en: 'Status', fr: 'Statut' },
  },
  {
    id: 'CONF_STATUS',
    name: { es: 'Confidencialidad', en: 'Confidentiality', fr: 'Confidentialité' },
  },
  {
    id: 'UNIT_MEASURE',
    name: { es: 'Unidad', en: 'Unit', fr: 'Unité' },
  },
  {
    id: 'DATA_SOURCE',
    name: { es: 'Fuente', en: 'Source', fr: 'Source' },
  },
]

function titleOf({ results }: SdmxTable): Text {
  const title = ({ cube, rows, columns }: TableResult, language: Language) => {
    const axes = [...rows, ...columns].map(({ label }) => label)
    return axes.length === 0 ? cube.title : cube.title + say('colon', language) + axes.join(', ')
  }
  const titles = {
    es: title(results.es, 'es'),
    en: title(results.en, 'en'),
    fr: title(results.fr, 'fr'),
  }
  return results.en.synthetic ? syntheticName(titles) : titles
}

async function* oneByOne(observations: readonly Observation[]) {
  yield observations
}

async function joined(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

/**
 * Who sends the message, and when what it holds was counted: no clock is read.
 *
 * @param sender who publishes it, by the one name that it has in every language
 */
export function sdmxHeader(id: string, countedOn: string | null, sender?: string): MessageHeader {
  const prepared = `${countedOn ?? '1970-01-01'}T00:00:00Z`
  const name = sender === undefined ? {} : { name: { es: sender, en: sender, fr: sender } }
  return { id, prepared, sender: { id: agencyId, ...name }, extracted: prepared }
}
