import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { platformStructures } from '../region/platform-structures.ts'
import { readData } from '../reading/read-data.ts'
import type { ReadObservation } from '../reading/read-observation.ts'
import { readStructures } from '../reading/read-structures.ts'
import type {
  Codelist,
  ConceptScheme,
  DataStructure,
  Dataflow,
} from '../information-model/structures.ts'
import { StructureBook } from '../information-model/structure-book.ts'
import { dataCsv } from './data-csv.ts'
import { dataJson } from './data-json.ts'
import type { DataMessage } from './data-message.ts'
import { genericDataXml } from './data-xml-generic.ts'
import { specificDataXml } from './data-xml-specific.ts'
import type { Observation } from './observation.ts'
import { structureJson1 } from './structure-json-1.ts'
import { structureJson2 } from './structure-json-2.ts'
import { structureXml } from './structure-xml.ts'

const book = new StructureBook(platformStructures([]))
const structure = book.ofKind('datastructure').find(({ id }) => id === 'INCIDENTS') as DataStructure
const dataflow = book.ofKind('dataflow').find(({ id }) => id === 'MISSING_MIGRANTS') as Dataflow
const header = { id: 'TEST', prepared: '2026-01-01T00:00:00Z', sender: { id: 'CAUDAL' } }
const dimensions = structure.dimensions.map(({ id }) => id)

/** Text that any of the formats may be asked to carry: quotes, markup, lines, other scripts. */
const anyText = fc
  .string({ unit: 'grapheme', minLength: 1, maxLength: 12 })
  .map((text) => text.replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '·'))

const codeOf = fc.stringMatching(/^[A-Z_][A-Z0-9_]{0,5}$/)
const observations = fc
  .uniqueArray(
    fc.record({
      key: fc.tuple(...dimensions.map(() => codeOf)),
      unit: fc.option(codeOf, { nil: undefined }),
      periods: fc.uniqueArray(fc.constantFrom('2019', '2020', '2020-Q1', '2020-03', '2020-03-31'), {
        minLength: 1,
      }),
      value: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }), { nil: null }),
      status: fc.option(fc.constantFrom('A', 'P', 'B'), { nil: undefined }),
      comment: fc.option(anyText, { nil: undefined }),
    }),
    { minLength: 1, maxLength: 6, selector: ({ key }) => key.join('.') },
  )
  .map((all) =>
    all.flatMap(({ key, unit, periods, value, status, comment }): Observation[] => {
      const series = { key, attributes: [unit] }
      return periods.toSorted().map((period) => ({
        series,
        period,
        // Minus zero is zero in every format.
        value: value === null ? null : value + 0,
        attributes: [status, comment],
      }))
    }),
  )

function messageOf(all: readonly Observation[], dimensionAtObservation: string): DataMessage {
  return {
    header,
    structure,
    dataflow,
    reportedAgainst: dataflow,
    dimensionAtObservation,
    detail: 'full',
    seriesAttributes: ['UNIT_MEASURE'],
    observationAttributes: ['OBS_STATUS', 'COMMENT_OBS'],
    dataSets: [
      {
        action: 'Replace',
        attributes: { DATA_SOURCE: 'Fuente "A" & <B>, 2020' },
        observations: (async function* () {
          // In pieces, as a store gives them.
          for (let from = 0; from < all.length; from += 3) yield all.slice(from, from + 3)
        })(),
      },
    ],
    preference: ['es'],
    findCodelist: (reference) => book.find(reference as Codelist),
    findConcept: (reference) =>
      book
        .find(reference as unknown as ConceptScheme)
        ?.concepts.find(({ id }) => id === reference.item),
  }
}

/** Text cut anywhere: a reader must not care where a piece ends. */
async function* cut(text: string, size: number): AsyncGenerator<string> {
  for (let from = 0; from < text.length; from += size) yield text.slice(from, from + size)
}

async function gather(pieces: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text
}

async function read(text: string, size: number): Promise<string[]> {
  const all: string[] = []
  for await (const found of await readData(() => cut(text, size), new Set(dimensions))) {
    for (const one of found) all.push(plain(one))
  }
  return all.sort()
}

const plain = ({ key, period, value, attributes }: ReadObservation) =>
  JSON.stringify([
    dimensions.map((id) => key[id]),
    period,
    value === undefined ? null : Number(value),
    Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])

function written(all: readonly Observation[]): string[] {
  return all
    .map(({ series, period, value, attributes }) =>
      JSON.stringify([
        series.key,
        period,
        value,
        [
          ['COMMENT_OBS', attributes[1]],
          ['DATA_SOURCE', 'Fuente "A" & <B>, 2020'],
          ['OBS_STATUS', attributes[0]],
          ['UNIT_MEASURE', series.attributes[0]],
        ].filter(([, said]) => said !== undefined),
      ]),
    )
    .sort()
}

describe('what is written is read as it was', () => {
  test.each([
    ['generic XML', 'TIME_PERIOD', genericDataXml],
    ['generic XML', 'AllDimensions', genericDataXml],
    ['structure-specific XML', 'TIME_PERIOD', specificDataXml],
    ['structure-specific XML', 'AllDimensions', specificDataXml],
    ['SDMX-JSON 1.0', 'TIME_PERIOD', (message: DataMessage) => dataJson(message, '1.0')],
    ['SDMX-JSON 1.0', 'AllDimensions', (message: DataMessage) => dataJson(message, '1.0')],
    ['SDMX-JSON 2.0', 'TIME_PERIOD', (message: DataMessage) => dataJson(message, '2.0.0')],
    ['SDMX-JSON 2.1', 'AllDimensions', (message: DataMessage) => dataJson(message, '2.1.0')],
    ['SDMX-JSON 2.1', 'REF_AREA', (message: DataMessage) => dataJson(message, '2.1.0')],
    [
      'SDMX-CSV 1.0',
      'AllDimensions',
      (message: DataMessage) => dataCsv(message, { version: '1.0.0', labels: 'id', keys: 'none' }),
    ],
    [
      'SDMX-CSV 2.0',
      'AllDimensions',
      (message: DataMessage) => dataCsv(message, { version: '2.0.0', labels: 'id', keys: 'both' }),
    ],
    [
      'SDMX-CSV 2.1 with its words in columns',
      'AllDimensions',
      (message: DataMessage) =>
        dataCsv(message, { version: '2.1.0', labels: 'name', keys: 'none' }),
    ],
  ])('data in %s with %s at the observations', async (_name, dimension, write) => {
    await fc.assert(
      fc.asyncProperty(observations, fc.integer({ min: 1, max: 400 }), async (all, size) => {
        const text = await gather(write(messageOf(all, dimension)))
        expect(await read(text, size)).toEqual(written(all))
      }),
      { numRuns: 40 },
    )
  })

  test.each([
    ['generic XML', 'TIME_PERIOD', genericDataXml],
    ['structure-specific XML', 'AllDimensions', specificDataXml],
    ['SDMX-JSON 1.0', 'TIME_PERIOD', (message: DataMessage) => dataJson(message, '1.0')],
    ['SDMX-JSON 2.0', 'AllDimensions', (message: DataMessage) => dataJson(message, '2.0.0')],
    ['SDMX-JSON 2.1', 'TIME_PERIOD', (message: DataMessage) => dataJson(message, '2.1.0')],
    [
      'SDMX-CSV 2.0',
      'AllDimensions',
      (message: DataMessage) => dataCsv(message, { version: '2.0.0', labels: 'id', keys: 'none' }),
    ],
  ])(
    'several data sets in %s keep their actions and what is said of each',
    async (_name, dimension, write) => {
      const series = (code: string) => ({
        key: dimensions.map((_, place) => (place === 1 ? code : '_T')),
        attributes: ['PS'],
      })
      const sets = [
        { action: 'Replace', source: 'Censo “ñ”', areas: ['SLV', 'GTM'] },
        { action: 'Append', source: undefined, areas: ['HND'] },
        { action: 'Delete', source: '<b>&amp;', areas: ['SLV'] },
      ] as const
      const text = await gather(
        write({
          ...messageOf([], dimension),
          dataSets: sets.map(({ action, source, areas }) => ({
            action,
            attributes: source === undefined ? {} : { DATA_SOURCE: source },
            observations: (async function* () {
              for (const area of areas) {
                yield [
                  { series: series(area), period: '2020', value: 1, attributes: ['A', undefined] },
                ]
              }
            })(),
          })),
        }),
      )
      const found: unknown[] = []
      for await (const part of await readData(() => cut(text, 50), new Set(dimensions))) {
        for (const { action, key, attributes } of part) {
          found.push([action?.charAt(0), key[dimensions[1]!], attributes['DATA_SOURCE']])
        }
      }
      expect(found).toEqual(
        sets.flatMap(({ action, source, areas }) =>
          areas.map((area) => [action.charAt(0), area, source]),
        ),
      )
    },
  )

  test.each([
    ['SDMX-ML 2.1', () => structureXml(header, book.all)],
    ['SDMX-JSON 1.0', () => structureJson1(header, book.all, ['es'])],
    ['SDMX-JSON 2.0', () => structureJson2(header, book.all, '2.0.0', ['es'])],
    ['SDMX-JSON 2.1', () => structureJson2(header, book.all, '2.1.0', ['es'])],
  ])('structures in %s', async (_name, write) => {
    const text = [...write()].join('')
    const found = await readStructures(() => cut(text, 777))
    const lists = book.ofKind('codelist')
    expect(found.codelists.map(({ reference }) => reference)).toEqual(
      lists.map(({ kind, agency, id, version }) => ({ kind, agency, id, version })),
    )
    expect(found.codelists.map(({ codes }) => [...codes])).toEqual(
      lists.map(({ codes }) => codes.map(({ id, parent }) => [id, parent])),
    )
    const own = found.dataStructures.find(({ reference }) => reference.id === 'INCIDENTS')!
    expect(own.dimensions.map(({ id }) => id)).toEqual(dimensions)
    expect(own.dimensions[0]!.codelist).toMatchObject({ id: 'CL_FREQ' })
    expect(own.hasTime).toBe(true)
    expect(own.attributes.filter(({ mandatory }) => mandatory).map(({ id }) => id)).toEqual([
      'UNIT_MEASURE',
      'OBS_STATUS',
    ])
    expect(
      found.dataflows.find(({ reference }) => reference.id === 'MOVEMENTS')!.structure,
    ).toMatchObject({ id: 'BORDER_MOVEMENTS', kind: 'datastructure' })
  })
})

describe('a message that means harm is refused', () => {
  const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "${'b'.repeat(50)}"><!ENTITY c "&b;&b;&b;">]><a>&c;</a>`
  test.each([
    ['entities that multiply', bomb, 'sdmx-message.definitions-inside'],
    [
      'entities of other files',
      '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>',
      'sdmx-message.definitions-inside',
    ],
    ['elements without end', '<a>'.repeat(5000), 'sdmx-message.too-deep'],
    ['a cut file', '<a><b', 'sdmx-message.malformed'],
    ['a cut JSON', '{"data":{"dataSets":[', 'sdmx-message.malformed'],
    ['no message at all', 'hello', 'sdmx-message.format-unknown'],
    ['an open quote', 'DATAFLOW,A,OBS_VALUE\nX,"a', 'sdmx-message.malformed'],
    ['a line too short', 'DATAFLOW,A,OBS_VALUE\nX,1', 'sdmx-message.malformed'],
  ])('for %s', async (_what, text, code) => {
    await expect(read(text, 64)).rejects.toMatchObject({ code })
  })
})
