import type { ReadHeader, ReadObservation } from './read-observation.ts'
import { XmlStream, type XmlElement } from './xml-stream.ts'

/** Attributes of data sets that belong to the message and not to the data. */
const ofMessage: ReadonlySet<string> = new Set([
  'structureRef',
  'setID',
  'action',
  'reportingBeginDate',
  'reportingEndDate',
  'validFromDate',
  'validToDate',
  'publicationYear',
  'publicationPeriod',
  'dataScope',
  'type',
  'schemaLocation',
  'noNamespaceSchemaLocation',
  'REPORTING_YEAR_START_DAY',
])

/**
 * Reads data of SDMX-ML 2.1, generic or structure-specific, series or flat, piece by piece. Which
 * XML attributes are dimensions is told by the structure; without one, the names in capitals that
 * stand at the series are taken for its key.
 *
 * @param dimensions ids of the dimensions of the structure, the time left out
 * @throws Refusal of `sdmx-message`
 */
export async function* readDataXml(
  text: AsyncIterable<string>,
  dimensions: ReadonlySet<string> | undefined,
  onHeader: (header: ReadHeader) => void = () => {},
): AsyncGenerator<readonly ReadObservation[]> {
  const reader = new DataReader(dimensions, onHeader)
  const stream = new XmlStream(reader)
  for await (const piece of text) {
    stream.write(piece)
    if (reader.found.length > 0) yield reader.found.splice(0)
  }
  stream.end()
  if (reader.found.length > 0) yield reader.found.splice(0)
}

type Values = Record<string, string>

class DataReader {
  readonly found: ReadObservation[] = []
  readonly #dimensions: ReadonlySet<string> | undefined
  readonly #onHeader: (header: ReadHeader) => void
  readonly #header: { structure: string | undefined; dimensionAtObservation: string | undefined } =
    {
      structure: undefined,
      dimensionAtObservation: undefined,
    }
  #inHeader = false
  #dataSet: Values = {}
  #action: string | undefined
  #series: Values = {}
  #seriesAttributes: Values = {}
  #observation: Values = {}
  #observationAttributes: Values = {}
  #value: string | undefined
  /** Where values of generic data go. */
  #into: Values | undefined
  #inObservation = false
  #inSeries = false
  #line = 0

  constructor(dimensions: ReadonlySet<string> | undefined, onHeader: (header: ReadHeader) => void) {
    this.#dimensions = dimensions
    this.#onHeader = onHeader
  }

  open({ name, attributes, line }: XmlElement): void {
    switch (name) {
      case 'Header':
        this.#inHeader = true
        return
      case 'Structure':
        if (this.#inHeader && attributes['dimensionAtObservation'] !== undefined) {
          this.#header.dimensionAtObservation = attributes['dimensionAtObservation']
        }
        return
      case 'Ref':
        if (this.#inHeader && attributes['id'] !== undefined) {
          this.#header.structure ??= `${attributes['agencyID']}:${attributes['id']}(${attributes['version'] ?? '1.0'})`
        }
        return
      case 'DataSet':
        this.#dataSet = {}
        this.#action = attributes['action']
        for (const [id, value] of Object.entries(attributes)) {
          if (!ofMessage.has(id)) this.#dataSet[id] = value
        }
        return
      case 'Series':
        this.#inSeries = true
        this.#series = {}
        this.#seriesAttributes = {}
        this.#share(attributes, this.#series, this.#seriesAttributes, true)
        return
      case 'Obs':
        this.#inObservation = true
        this.#line = line
        this.#observation = {}
        this.#observationAttributes = {}
        this.#value = undefined
        this.#readObservation(attributes)
        return
      case 'SeriesKey':
      case 'GroupKey':
        this.#into = this.#series
        return
      case 'ObsKey':
        this.#into = this.#observation
        return
      case 'Attributes':
        this.#into = this.#inObservation
          ? this.#observationAttributes
          : this.#inSeries
            ? this.#seriesAttributes
            : this.#dataSet
        return
      case 'ObsDimension':
        this.#observation[
          attributes['id'] ?? this.#header.dimensionAtObservation ?? 'TIME_PERIOD'
        ] = attributes['value'] ?? ''
        return
      case 'ObsValue':
        this.#value = attributes['value']
        return
      case 'Value':
        if (this.#into && attributes['id'] !== undefined) {
          this.#into[attributes['id']] = attributes['value'] ?? ''
        }
    }
  }

  close(name: string, text: string): void {
    if (name === 'Header') {
      this.#inHeader = false
      this.#onHeader(this.#header)
    } else if (name === 'URN' && this.#inHeader) {
      this.#header.structure ??= text.trim()
    } else if (name === 'SeriesKey' || name === 'ObsKey' || name === 'Attributes') {
      this.#into = undefined
    } else if (name === 'Series') {
      this.#inSeries = false
      this.#series = {}
      this.#seriesAttributes = {}
    } else if (name === 'Obs') {
      this.#inObservation = false
      this.#finish()
    }
  }

  #readObservation(attributes: Readonly<Record<string, string>>): void {
    for (const id in attributes) {
      if (id === 'OBS_VALUE') this.#value = attributes[id]
      else if (id === 'TIME_PERIOD' || this.#dimensions?.has(id) === true) {
        this.#observation[id] = attributes[id]!
      } else if (id === this.#header.dimensionAtObservation) this.#observation[id] = attributes[id]!
      else if (!ofMessage.has(id)) this.#observationAttributes[id] = attributes[id]!
    }
  }

  #share(
    given: Readonly<Record<string, string>>,
    key: Values,
    others: Values,
    guess: boolean,
  ): void {
    for (const id in given) {
      if (ofMessage.has(id)) continue
      if (this.#dimensions ? this.#dimensions.has(id) || id === 'TIME_PERIOD' : guess) {
        key[id] = given[id]!
      } else others[id] = given[id]!
    }
  }

  #finish(): void {
    const { TIME_PERIOD: period, ...key } = { ...this.#series, ...this.#observation }
    this.found.push({
      key,
      period,
      value: this.#value === '' ? undefined : this.#value,
      attributes: { ...this.#dataSet, ...this.#seriesAttributes, ...this.#observationAttributes },
      action: this.#action,
      line: this.#line,
    })
  }
}
