import { JSONParser } from '@streamparser/json'
import { boundedJson } from './bounded-json.ts'
import { messageRefusals } from './message-refusals.ts'
import type { ReadHeader, ReadObservation, TextSource } from './read-observation.ts'
import { wholeCharacters } from './whole-characters.ts'

interface JsonComponent {
  readonly id: string
  readonly keyPosition?: number
  readonly values?: readonly ({
    readonly id?: string
    readonly name?: string
    readonly value?: unknown
  } | null)[]
}

interface JsonStructure {
  readonly dimensions?: Partial<
    Record<'dataSet' | 'series' | 'observation', readonly JsonComponent[]>
  >
  readonly attributes?: Partial<
    Record<'dataSet' | 'series' | 'observation', readonly JsonComponent[]>
  >
  readonly links?: readonly { readonly urn?: string; readonly rel?: string }[]
}

interface JsonSeries {
  readonly attributes?: readonly unknown[]
  readonly observations?: Readonly<Record<string, readonly unknown[]>>
}

/**
 * Reads data of SDMX-JSON 1.0 and 2.x, and of the drafts before, one series at a time. The structure
 * may stand after the data, so that the message is read twice: once for it, once for the data.
 *
 * @throws Refusal of `sdmx-message`
 */
export async function* readDataJson(
  source: TextSource,
  onHeader: (header: ReadHeader) => void = () => {},
): AsyncGenerator<readonly ReadObservation[]> {
  const structures: JsonStructure[] = []
  const ofStructures = ['$.data.structure', '$.data.structures.*', '$.structure', '$.structures.*']
  for await (const { value } of valuesAt(source, ofStructures)) {
    structures.push(value as JsonStructure)
  }
  const [first] = structures
  if (!first) throw messageRefusals.refuse('structure-missing')
  const isStructure = (rel: string | undefined) => rel === 'datastructure' || rel === 'structure'
  onHeader({
    structure: first.links?.find(({ rel }) => isStructure(rel))?.urn,
    dimensionAtObservation: first.dimensions?.observation?.[0]?.id,
  })
  const ofData = ['$.data.dataSets.*', '$.dataSets.*'].flatMap((dataSet) =>
    ['structure', 'action', 'attributes', 'series.*', 'observations.*'].map(
      (name) => `${dataSet}.${name}`,
    ),
  )
  let known: DataSetRead = { index: -1, place: 0, action: undefined, attributes: [] }
  let found: ReadObservation[] = []
  for await (const { value, key, parents } of valuesAt(source, ofData)) {
    const isInside = parents.at(-1) === 'series' || parents.at(-1) === 'observations'
    const index = Number(parents.at(isInside ? -2 : -1))
    if (index !== known.index) {
      known = { index, place: 0, action: undefined, attributes: [] }
    }
    if (!isInside) known = describe(known, String(key), value)
    else {
      const structure = structures[known.place] ?? first
      const read =
        parents.at(-1) === 'series'
          ? seriesObservations(structure, String(key), value as JsonSeries, known)
          : [observationOf(structure, '', [], String(key), value as unknown[], known)]
      for (const one of read) found.push(one)
    }
    if (found.length >= 2048) {
      yield found
      found = []
    }
  }
  if (found.length > 0) yield found
}

/** What was read of a data set before its figures. */
interface DataSetRead {
  readonly index: number
  /** Place of its structure among those of the message. */
  readonly place: number
  readonly action: string | undefined
  readonly attributes: readonly unknown[]
}

function describe(known: DataSetRead, name: string, value: unknown): DataSetRead {
  if (name === 'structure') return { ...known, place: Number(value) }
  if (name === 'action') return { ...known, action: String(value) }
  return { ...known, attributes: value as unknown[] }
}

interface Parsed {
  readonly value: unknown
  readonly key: string | number | undefined
  /** Names of what it lies in, the outermost first. */
  readonly parents: readonly (string | number | undefined)[]
}

/** The values at these paths, as they are met; what lies outside them is not kept. */
async function* valuesAt(source: TextSource, paths: string[]): AsyncGenerator<Parsed> {
  const parser = new JSONParser({ paths, keepStack: false })
  let met: Parsed[] = []
  let fault: Error | undefined
  parser.onValue = ({ value, key, stack }) => {
    met.push({ value, key, parents: stack.map((each) => each.key) })
  }
  parser.onError = (error) => {
    fault = error
  }
  for await (const piece of boundedJson(wholeCharacters(source()))) {
    parser.write(piece)
    if (fault) break
    yield* met
    met = []
  }
  if (!fault && !parser.isEnded) fault = new Error('it ends too early')
  if (fault) {
    throw messageRefusals.refuse('malformed', { line: 1, reason: fault.message.slice(0, 200) })
  }
}

function seriesObservations(
  structure: JsonStructure,
  key: string,
  series: JsonSeries,
  dataSet: DataSetRead,
): ReadObservation[] {
  return Object.entries(series.observations ?? {}).map(([observationKey, values]) =>
    observationOf(structure, key, series.attributes ?? [], observationKey, values, dataSet),
  )
}

function observationOf(
  structure: JsonStructure,
  seriesKey: string,
  seriesAttributes: readonly unknown[],
  observationKey: string,
  values: readonly unknown[],
  dataSet: DataSetRead,
): ReadObservation {
  const key: Record<string, string> = {}
  const add = (components: readonly JsonComponent[] | undefined, places: readonly string[]) => {
    for (const [i, component] of (components ?? []).entries()) {
      const place = places[i]
      if (place !== undefined && place !== '')
        key[component.id] = valueOf(component, Number(place)) ?? ''
    }
  }
  const { dimensions = {}, attributes: levels = {} } = structure
  // What is the same in all of a data set may stand there once.
  add(
    dimensions.dataSet,
    (dimensions.dataSet ?? []).map(() => '0'),
  )
  add(dimensions.series, seriesKey === '' ? [] : seriesKey.split(':'))
  add(dimensions.observation, observationKey.split(':'))
  const attributes: Record<string, string> = {}
  const say = (components: readonly JsonComponent[] | undefined, given: readonly unknown[]) => {
    for (const [i, component] of (components ?? []).entries()) {
      const said = attributeValue(component, given[i])
      if (said !== undefined) attributes[component.id] = said
    }
  }
  say(levels.dataSet, dataSet.attributes)
  say(levels.series, seriesAttributes)
  say(levels.observation, values.slice(1))
  const { TIME_PERIOD: period, ...codes } = key
  const [figure] = values
  return {
    key: codes,
    period,
    value: textOf(figure),
    attributes,
    action: dataSet.action,
    line: undefined,
  }
}

function attributeValue(component: JsonComponent, given: unknown): string | undefined {
  if (given === null || given === undefined) return undefined
  if (typeof given === 'number' && component.values && component.values.length > 0) {
    return valueOf(component, given)
  }
  return typeof given === 'string' || typeof given === 'number'
    ? String(given)
    : JSON.stringify(given)
}

function valueOf({ values }: JsonComponent, place: number): string | undefined {
  const value = values?.[place]
  if (!value) return undefined
  if (value.id !== undefined) return value.id
  return value.value === undefined ? value.name : textOf(value.value)
}

/** A value as text; undefined where it is none. */
function textOf(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined
  if (typeof value === 'string') return value
  return typeof value === 'number' || typeof value === 'boolean'
    ? String(value)
    : JSON.stringify(value)
}
