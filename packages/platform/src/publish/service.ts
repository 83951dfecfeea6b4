import { createHash } from 'node:crypto'
import {
  byteOrderMark,
  downloadName,
  maxTableCells,
  printTableSpec,
  resolveTable,
  shapeTable,
  tableToCrosstabCsv,
  tableToCsv,
  type CodesAnswer,
  type CubeAnswer,
  type CubeListAnswer,
  type ProvenanceAnswer,
  type SearchAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { createSearchIndex } from '@caudal/methods/publish/search'
import { type Actor, decideOperation } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import { authorise, noteAllowed } from '../govern/authorise.ts'
import {
  codeListsFor,
  createCubeReader,
  foreseeGroups,
  maxGroups,
  type CubeReader,
  type CubeReaderOptions,
  type CubeState,
} from '../measure/service.ts'
import program from '../../package.json' with { type: 'json' }
import { listBatches, listDatasets, type CaudalNode } from '../store/index.ts'
import { AnswerCache } from './answer-cache.ts'
import { codesAnswer, type CodeSearch } from './codes-answer.ts'
import { cubeAnswer, provenanceOf } from './cube-answer.ts'
import { encodeBody, type Encoding } from './encoded-body.ts'
import { provenanceAnswer } from './provenance-answer.ts'
import { publishRefusals } from './refusals.ts'
import { distinctHits, searchEntriesOf, type FoundEntry } from './search-entries.ts'
import { tableWorkbook } from './spreadsheet/table-workbook.ts'
import { writeSheets } from './spreadsheet/write-sheets.ts'
import { writeTableParquet } from './write-table-parquet.ts'

export const downloadFormats = ['json', 'csv', 'xlsx', 'parquet'] as const
export type DownloadFormat = (typeof downloadFormats)[number]

export interface Download {
  readonly body: string | Buffer
  readonly contentType: string
  readonly fileName: string
  /** The body packed, made once for an answer that is kept. */
  readonly encoded?: (encoding: Encoding) => Buffer
}

/** An answer and the tag that says which one it is: made from build, question and language. */
export interface Tagged<Answer> {
  readonly tag: string
  /** Whether it may be kept where others can read it. */
  readonly isPublic: boolean
  answer(): Promise<Answer>
}

export interface PublishServiceOptions extends CubeReaderOptions {
  /** Cells of tables that are kept ready. */
  readonly keptCells?: number
}

/** Who reads: found out where it matters, because what is published is for anybody. */
export type Reader = () => Promise<Actor>

export interface PublishService {
  /** The cubes that the reader may see: those that are not protected too, or those for anybody. */
  listCubes(reader: Reader, language: Language): Promise<Tagged<CubeListAnswer>>
  /** @throws Refusal `measure.cube-unknown`, and of the policy where it is not for this reader */
  getCube(reader: Reader, cubeId: string, language: Language): Promise<Tagged<CubeAnswer>>
  listCodes(
    reader: Reader,
    cubeId: string,
    dimension: string,
    search: CodeSearch,
    language: Language,
  ): Promise<Tagged<CodesAnswer>>
  /** Where the figures of a cube come from. @throws Refusal of `measure` */
  getProvenance(
    reader: Reader,
    cubeId: string,
    language: Language,
  ): Promise<Tagged<ProvenanceAnswer>>
  /** What is found in the built cubes that the reader may see, the best first. */
  search(
    reader: Reader,
    query: string,
    limit: number,
    language: Language,
  ): Promise<Tagged<SearchAnswer>>
  /** A table as JSON text, or for download. @throws Refusal of `measure`, `publish` and the policy */
  getTable(
    reader: Reader,
    cubeId: string,
    spec: TableSpec,
    format: DownloadFormat,
    layout: 'data' | 'crosstab',
    language: Language,
  ): Promise<Tagged<Download>>
  measureTable(
    reader: Reader,
    cubeId: string,
    spec: TableSpec,
    language: Language,
  ): Promise<TableResult>
  readonly reader: CubeReader
}

/** Cells up to which a workbook is packed. */
const maxSheetCells = 50_000

type SearchIndex = ReturnType<typeof createSearchIndex<FoundEntry>>

interface KeptTable {
  readonly result: TableResult
  json?: string
  readonly encoded: Partial<Record<Encoding, Buffer>>
}

/** What may be read of the cubes of a node, with answers kept ready within bounds. */
export function createPublishService(
  node: CaudalNode,
  options: PublishServiceOptions = {},
): PublishService {
  const reader = createCubeReader(node, options)
  const tables = new AnswerCache<KeptTable>(
    options.keptCells ?? 2_000_000,
    ({ result }) => result.values.length + 20 * result.rowKeys.length + 500,
  )

  /** What whoever reads a cube must be allowed. */
  const needOf = async (state: CubeState): Promise<'publish.read' | 'measure.read'> => {
    if (isPublicState(state) || !('build' in state)) return 'publish.read'
    const { manifest } = await reader.open(state.cube.id)
    return manifest.observed ? 'measure.read' : 'publish.read'
  }

  const checkReader = async (reader: Reader, state: CubeState): Promise<void> => {
    if ((await needOf(state)) === 'publish.read') return
    await authorise(node, await reader(), 'measure.read', `cube:${state.cube.id}`)
  }

  /** Figures before protection are a sensitive read, which the log remembers. */
  const noteFigures = async (reader: Reader, state: CubeState): Promise<void> => {
    if ((await needOf(state)) === 'publish.read') return
    await noteAllowed(node, await reader(), 'measure.read', {
      purpose: 'statistics',
      subject: `cube:${state.cube.id}`,
    })
  }

  const seesAll = async (reader: Reader): Promise<boolean> =>
    decideOperation(await reader(), 'measure.read').outcome === 'allow'

  /** The cubes that a reader sees: all of them, or those that are for anybody. */
  const statesFor = async (all: boolean): Promise<readonly CubeState[]> => {
    const states = await reader.states()
    if (all) return states
    const needs = await Promise.all(states.map(needOf))
    return states.filter((_, at) => needs[at] === 'publish.read')
  }

  const cubeIn = async (state: CubeState, language: Language): Promise<CubeAnswer> => {
    const open = 'build' in state ? await reader.open(state.cube.id) : undefined
    return cubeAnswer(state, open, language)
  }

  const getState = async (cubeId: string): Promise<CubeState> => {
    const found = (await reader.states()).find(({ cube }) => cube.id === cubeId)
    // An unknown name is refused by the reader, with the nearest that is known.
    return found ?? (await reader.open(cubeId))
  }

  const keepTable = async (cubeId: string, spec: TableSpec, language: Language) => {
    const open = await reader.open(cubeId)
    const question = `${open.version}\n${printTableSpec(spec)}\n${language}`
    const work = async (): Promise<KeptTable> => {
      const { cube, manifest } = open
      const lists = codeListsFor(cube)
      const table = resolveTable(cube, spec, manifest.domain, lists)
      const asked = table.calculation?.companion
      for (const query of asked ? [table.query, asked] : [table.query]) {
        if (foreseeGroups(open, query) > maxGroups) {
          throw publishRefusals.refuse('table-too-large', { limit: maxTableCells })
        }
      }
      const [answer, companion] = await Promise.all([
        reader.answer(open, table.query),
        asked && reader.answer(open, asked),
      ])
      const provenance = provenanceOf(open, language)
      return {
        result: shapeTable({
          cube,
          table,
          answer,
          ...(companion && { companion }),
          domain: manifest.domain,
          lists,
          language,
          provenance,
        }),
        encoded: {},
      }
    }
    return { open, question, kept: () => tables.get(question, work) }
  }

  // One index for those who see every cube, one for anybody.
  const searchable = new Map<boolean, { versions: string; index: Promise<SearchIndex> }>()
  const searchIndexOf = (
    versions: string,
    states: readonly CubeState[],
    all: boolean,
  ): Promise<SearchIndex> => {
    let kept = searchable.get(all)
    if (kept?.versions !== versions) {
      const built = states.filter((state) => 'build' in state)
      const index = Promise.all(built.map(({ cube }) => reader.open(cube.id))).then((open) =>
        createSearchIndex(open.flatMap(searchEntriesOf)),
      )
      kept = { versions, index }
      searchable.set(all, kept)
      index.catch(() => searchable.delete(all))
    }
    return kept.index
  }

  return {
    reader,
    async listCubes(who, language) {
      const states = await statesFor(await seesAll(who))
      const versions = states.map(versionOf)
      return {
        tag: tagOf(['cubes', ...versions, language]),
        isPublic: states.every(isPublicState),
        answer: async () => ({
          language,
          cubes: await Promise.all(states.map((state) => cubeIn(state, language))),
        }),
      }
    },
    async getCube(who, cubeId, language) {
      const state = await getState(cubeId)
      await checkReader(who, state)
      return {
        tag: tagOf(['cube', versionOf(state), language]),
        isPublic: isPublicState(state),
        answer: () => cubeIn(state, language),
      }
    },
    async listCodes(who, cubeId, dimension, search, language) {
      const open = await reader.open(cubeId)
      await checkReader(who, open)
      return {
        tag: tagOf(['codes', open.version, dimension, JSON.stringify(search), language]),
        isPublic: isPublicState(open),
        answer: async () => codesAnswer(open, dimension, search, language),
      }
    },
    async getProvenance(who, cubeId, language) {
      const open = await reader.open(cubeId)
      await checkReader(who, open)
      return {
        tag: tagOf(['provenance', open.version, language]),
        isPublic: isPublicState(open),
        answer: async () => {
          const { recordType } = open.cube
          const [batches, datasets] = await Promise.all([
            listBatches(node, { recordType, statuses: ['accepted', 'superseded', 'withdrawn'] }),
            listDatasets(node),
          ])
          return provenanceAnswer(open, batches, datasets, language)
        },
      }
    },
    async search(who, query, limit, language) {
      const all = await seesAll(who)
      const states = await statesFor(all)
      const versions = states.map(versionOf)
      return {
        tag: tagOf(['search', ...versions, query, String(limit), language]),
        isPublic: states.every(isPublicState),
        answer: async () => {
          const found = (await searchIndexOf(versions.join(), states, all)).find(query, limit * 2)
          const hits = found.map(({ entry }) => entry.say(language))
          return { language, query, hits: distinctHits(hits, limit) }
        },
      }
    },
    async getTable(who, cubeId, spec, format, layout, language) {
      const { open, question, kept } = await keepTable(cubeId, spec, language)
      await checkReader(who, open)
      return {
        tag: tagOf(['table', question, format, layout]),
        isPublic: isPublicState(open),
        answer: async () => {
          await noteFigures(who, open)
          const table = await kept()
          if (format === 'json') {
            const body = (table.json ??= JSON.stringify(table.result))
            return {
              body,
              encoded: (encoding) => (table.encoded[encoding] ??= encodeBody(body, encoding)),
              contentType: 'application/json; charset=utf-8',
              fileName: downloadName(table.result, 'json'),
            }
          }
          return writeDownload(node, table.result, format, layout)
        },
      }
    },
    async measureTable(who, cubeId, spec, language) {
      const { open, kept } = await keepTable(cubeId, spec, language)
      await checkReader(who, open)
      await noteFigures(who, open)
      return (await kept()).result
    },
  }
}

async function writeDownload(
  node: CaudalNode,
  result: TableResult,
  format: Exclude<DownloadFormat, 'json'>,
  layout: 'data' | 'crosstab',
): Promise<Download> {
  const fileName = downloadName(result, format)
  switch (format) {
    case 'csv': {
      const text = layout === 'crosstab' ? tableToCrosstabCsv(result) : tableToCsv(result)
      // Without the mark, Excel takes the file for the code page of the machine.
      return { body: byteOrderMark + text, contentType: 'text/csv; charset=utf-8', fileName }
    }
    case 'xlsx': {
      if (result.values.length > maxSheetCells) {
        throw publishRefusals.refuse('spreadsheet-too-large', { limit: maxSheetCells })
      }
      return {
        body: await writeSheets(tableWorkbook(result)),
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        fileName,
      }
    }
    case 'parquet':
      return {
        body: await writeTableParquet(node, result),
        contentType: 'application/vnd.apache.parquet',
        fileName,
      }
  }
  return format satisfies never
}

const isPublicState = (state: CubeState) => state.cube.protection === 'none'

function versionOf(state: CubeState): string {
  const build = 'build' in state ? state.build.files[0]?.path : ''
  return `${state.cube.id} ${state.state} ${build}`
}

function tagOf(parts: readonly string[]): string {
  // The words of an answer may change with the program alone: its version is part of every tag.
  const content = [program.version, ...parts].join('\n')
  return createHash('sha256').update(content).digest('hex').slice(0, 24)
}
