import {
  downloadName,
  maxTableCells,
  perInhabitants,
  parseWhere,
  printTableSpec,
  resolveReference,
  resolveTable,
  shapeTable,
  type CodesAnswer,
  type CubeAnswer,
  type CubeListAnswer,
  type ProvenanceAnswer,
  type RevisionsAnswer,
  type SearchAnswer,
  type TableResult,
  type TableSpec,
} from '@caudal/methods/publish'
import { createSearchIndex } from '@caudal/methods/publish/search'
import type { Actor } from '@caudal/methods/govern'
import type { CubeQuery } from '@caudal/methods/measure'
import type { Language } from '@caudal/methods/vocabulary'
import { noteAllowed } from '../govern/authorise.ts'
import {
  createCubeReader,
  foreseeGroups,
  maxGroups,
  type CubeReader,
  type CubeReaderOptions,
  type CubeState,
  type OpenCube,
} from '../measure/service.ts'
import type { ShownFigures } from '../measure/shown-figures.ts'
import { listBatches, listDatasets, type CaudalNode } from '../store/index.ts'
import { createShield, isOfPersons } from '../protect/perturbed/shield.ts'
import { statementsOf } from '../exchange/reference-metadata.ts'
import { AnswerCache } from './answer-cache.ts'
import { type Audience, audienceOf, isPublicState, tagOf, versionOf } from './answer-tags.ts'
import { codesAnswer, type CodeSearch } from './codes-answer.ts'
import { cubeAnswer, provenanceOf, publicProvenance, type ShownCube } from './cube-answer.ts'
import { encodeBody, type Encoding } from './encoded-body.ts'
import { readsExactly } from './exact-figures.ts'
import { inhabitantsOf, withPopulation } from './inhabitants-of.ts'
import { createReleaseService } from './release/service.ts'
import { createPageFinder } from './pages/page-entries.ts'
import { askerOf, QueryBudget, type QueryBudgetOptions } from './perturbed/query-budget.ts'
import { ReleasedCells } from './release/released-cells.ts'
import { collectedBatches } from './collected-batches.ts'
import { codesOfNumber, RevisionReader } from './release/revisions.ts'
import { provenanceAnswer } from './provenance-answer.ts'
import { openPeriodsOf, recordedOf } from './recorded-of.ts'
import { publishRefusals } from './refusals.ts'
import { createShownFigures } from './shown-figures.ts'
import { writeDownload, type Download, type DownloadFormat } from './table-download.ts'
import { distinctHits, sayHit, searchEntriesOf, type FoundEntry } from './search-entries.ts'

/** An answer and the tag that says which one it is: made from build, question and language. */
export interface Tagged<Answer> {
  readonly tag: string
  /** Whether it may be kept where others can read it. */
  readonly isPublic: boolean
  /** For whom it is true: whoever asks, or whoever may read exact figures of persons. */
  readonly audience: Audience
  answer(): Promise<Answer>
}

export interface PublishServiceOptions extends CubeReaderOptions, QueryBudgetOptions {
  /** Cells of tables that are kept ready. */
  readonly keptCells?: number
}

/** Who reads: found out where it matters, because what is published is for anybody. */
export type Reader = () => Promise<Actor>

export interface PublishService {
  listCubes(reader: Reader, language: Language): Promise<Tagged<CubeListAnswer>>
  /** @throws Refusal `measure.cube-unknown` */
  getCube(reader: Reader, cubeId: string, language: Language): Promise<Tagged<CubeAnswer>>
  listCodes(
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
  /** What releases have shown of one figure of the first measure. @throws Refusal of `publish` */
  getRevisions(cubeId: string, where: string, language: Language): Promise<Tagged<RevisionsAnswer>>
  /** What is found in all built cubes, the best first. */
  search(query: string, limit: number, language: Language): Promise<Tagged<SearchAnswer>>
  /**
   * A table as JSON text, or for download; of persons exact or protected, as its reader may see it.
   *
   * @param from address that is asked from; absent where the node itself makes a page, which spends no budget
   * @throws Refusal of `measure`, `publish` and `protect-methods`
   */
  getTable(
    reader: Reader,
    cubeId: string,
    spec: TableSpec,
    format: DownloadFormat,
    layout: 'data' | 'crosstab',
    language: Language,
    from?: string,
  ): Promise<Tagged<Download>>
  measureTable(
    reader: Reader,
    cubeId: string,
    spec: TableSpec,
    language: Language,
    from?: string,
  ): Promise<TableResult>
  readonly reader: CubeReader
  /** Single questions, for pages of earlier stages that are made of figures of cubes. */
  readonly figures: ShownFigures
}

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
  const shield = createShield(node, reader, new ReleasedCells(node, options.believedFor))
  const budget = new QueryBudget(node, options)
  const tables = new AnswerCache<KeptTable>(
    options.keptCells ?? 2_000_000,
    ({ result }) => result.values.length + 20 * result.rowKeys.length + 500,
  )

  /** Exact figures of persons are a sensitive read, which the log remembers. */
  const noteFigures = async (who: Reader, open: OpenCube): Promise<void> => {
    await noteAllowed(node, await who(), 'measure.read', {
      purpose: 'statistics',
      subject: `cube:${open.cube.id}`,
    })
  }

  /** A cube as it stands, open where it is built, and whether all of it is shown exactly to somebody. */
  const sightOf = async (who: Reader, state: CubeState) => {
    const open = 'build' in state ? await reader.open(state.cube.id) : undefined
    return { state, open, exact: open !== undefined && readsExactly(await who(), open) }
  }
  type SeenCube = Awaited<ReturnType<typeof sightOf>>

  const cubeIn = async (
    { state, open, exact }: SeenCube,
    language: Language,
  ): Promise<CubeAnswer> => {
    if (open === undefined) return cubeAnswer(state, undefined, language)
    const undecided = await openPeriodsOf(reader, open)
    const shown = await shownTo(open, language, exact)
    return cubeAnswer(state, { ...shown, unfinished: undecided?.unfinished ?? [] }, language)
  }

  /** A cube with what is said of it to a reader. */
  const shownTo = async (
    open: OpenCube,
    language: Language,
    exact: boolean,
  ): Promise<ShownCube> => {
    const provenance = provenanceOf(open, language)
    if (exact || !isOfPersons(open)) return { open, provenance }
    const total = await shield.total(open)
    return { open, provenance: publicProvenance(open.cube, provenance, total) }
  }

  const getState = async (cubeId: string): Promise<CubeState> => {
    const found = (await reader.states()).find(({ cube }) => cube.id === cubeId)
    // An unknown name is refused by the reader, with the nearest that is known.
    return found ?? (await reader.open(cubeId))
  }

  const keepTable = async (
    who: Reader,
    cubeId: string,
    spec: TableSpec,
    language: Language,
    from: string | undefined,
  ) => {
    const open = await reader.open(cubeId)
    const ofPersons = isOfPersons(open)
    let resolved: ReturnType<typeof askedOf> | undefined
    // Kept answers need it for nobody but those who may be shown them exactly.
    const resolve = () => (resolved ??= askedOf(open, spec))
    const unprotected = ofPersons && readsExactly(await who(), open, () => resolve().questions)
    const exact = !ofPersons || unprotected
    const asked = `${open.version}\n${printTableSpec(spec)}`
    const population =
      spec.show === `rate-${perInhabitants.by}` ? await inhabitantsOf(reader) : undefined
    const reckoned = population === undefined ? '' : `\n${population.version}`
    const regime = exact ? '' : `\nprotected ${await shield.version(cubeId)}`
    const question = `${asked}\n${language}${regime}${reckoned}`
    const work = async (): Promise<KeptTable> => {
      const { cube, manifest, lists } = open
      const { table, questions } = resolve()
      const compared = table.calculation?.companion
      for (const query of questions) {
        if (foreseeGroups(open, query) > maxGroups) {
          throw publishRefusals.refuse('table-too-large', { limit: maxTableCells })
        }
      }
      const answerTo = (query: CubeQuery) =>
        exact ? reader.answer(open, query) : shield.answer(open, query)
      const [answer, companion, { provenance }, recorded, undecided] = await Promise.all([
        answerTo(table.query),
        compared && answerTo(compared),
        shownTo(open, language, exact),
        recordedOf(reader, open),
        openPeriodsOf(reader, open),
      ])
      return {
        result: shapeTable({
          cube,
          table,
          answer,
          ...(companion && { companion }),
          domain: manifest.domain,
          recorded,
          open: undecided,
          ...(population && { inhabitants: population.of }),
          lists,
          language,
          provenance: withPopulation(provenance, population, language),
        }),
        encoded: {},
      }
    }
    const kept = async () => {
      if (!exact && from !== undefined)
        await budget.spend(await askerOf(node, await who(), from), asked)
      return tables.get(question, work)
    }
    /** What is done before somebody is given the table. */
    const note = async () => {
      if (unprotected) await noteFigures(who, open)
    }
    return { open, unprotected, question, kept, note }
  }

  const releases = createReleaseService(node)
  const revisions = new RevisionReader(node)
  const findPages = createPageFinder(node.folder.content)
  let searchable: { versions: string; index: Promise<SearchIndex> } | undefined
  const searchIndexOf = (versions: string, states: readonly CubeState[]): Promise<SearchIndex> => {
    if (searchable?.versions !== versions) {
      const built = states.filter((state) => 'build' in state)
      const index = Promise.all(built.map(({ cube }) => reader.open(cube.id))).then((open) =>
        createSearchIndex(open.flatMap(searchEntriesOf)),
      )
      searchable = { versions, index }
      index.catch(() => (searchable = undefined))
    }
    return searchable.index
  }

  const parts = { node, reader, shield, budget, noteFigures }
  return {
    reader,
    figures: createShownFigures(parts),
    async listCubes(who, language) {
      const states = await reader.states()
      const seen = await Promise.all(states.map((state) => sightOf(who, state)))
      const exact = seen.map((each) => String(each.exact))
      return {
        tag: tagOf(['cubes', ...states.map(versionOf), language, ...exact]),
        isPublic: states.every(isPublicState),
        audience: audienceOf(seen.some((each) => each.exact)),
        answer: async () => ({
          language,
          cubes: await Promise.all(seen.map((each) => cubeIn(each, language))),
        }),
      }
    },
    async getCube(who, cubeId, language) {
      const seen = await sightOf(who, await getState(cubeId))
      const { state, exact } = seen
      return {
        tag: tagOf(['cube', versionOf(state), language, String(exact)]),
        isPublic: isPublicState(state),
        audience: audienceOf(exact && !isPublicState(state)),
        answer: () => cubeIn(seen, language),
      }
    },
    async listCodes(cubeId, dimension, search, language) {
      const open = await reader.open(cubeId)
      return {
        tag: tagOf(['codes', open.version, dimension, JSON.stringify(search), language]),
        isPublic: isPublicState(open),
        audience: 'everybody',
        answer: async () => codesAnswer(open, dimension, search, language),
      }
    },
    async getProvenance(who, cubeId, language) {
      const open = await reader.open(cubeId)
      const exact = readsExactly(await who(), open)
      const said = await statementsOf(node, cubeId, language)
      return {
        tag: tagOf(['provenance', open.version, language, String(exact), ...said]),
        isPublic: isPublicState(open),
        audience: audienceOf(exact && isOfPersons(open)),
        answer: async () => {
          const { recordType } = open.cube
          const [batches, datasets, shown] = await Promise.all([
            listBatches(node, { recordType, statuses: ['accepted', 'superseded', 'withdrawn'] }),
            listDatasets(node),
            shownTo(open, language, exact),
          ])
          const collected = await collectedBatches(node, batches)
          const answer = provenanceAnswer(shown, batches, datasets, language, collected)
          return { ...answer, notes: [...answer.notes, ...said] }
        },
      }
    },
    async getRevisions(cubeId, where, language) {
      const [open, out] = await Promise.all([reader.open(cubeId), releases.listPublic()])
      const number = codesOfNumber(parseWhere(where))
      const { cube, manifest } = open
      // What is no name of this cube is refused, whatever releases there are.
      for (const name of number?.keys() ?? []) resolveReference(cube, name)
      const known = out.map(({ id, state }) => `${id} ${state}`)
      return {
        tag: tagOf(['revisions', open.version, where, language, ...known]),
        isPublic: true,
        audience: 'everybody',
        answer: async () => ({
          cube: cubeId,
          language,
          revisions: number ? revisions.read(cube, manifest.domain, number, out, language) : [],
        }),
      }
    },
    async search(query, limit, language) {
      const states = await reader.states()
      const versions = states.map(versionOf)
      const pages = await findPages(await releases.listPublic(), query, language)
      return {
        tag: tagOf(['search', ...versions, JSON.stringify(pages), query, String(limit), language]),
        isPublic: states.every(isPublicState),
        audience: 'everybody',
        answer: async () => {
          const found = (await searchIndexOf(versions.join(), states)).find(query, limit * 2)
          const hits = found.map((hit) => sayHit(hit, language))
          return { language, query, hits: distinctHits(hits, limit), pages }
        },
      }
    },
    async getTable(who, cubeId, spec, format, layout, language, from) {
      const asked = await keepTable(who, cubeId, spec, language, from)
      const { open, unprotected, question, kept, note } = asked
      return {
        tag: tagOf(['table', question, format, layout]),
        isPublic: isPublicState(open),
        audience: audienceOf(unprotected),
        answer: async () => {
          await note()
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
    async measureTable(who, cubeId, spec, language, from) {
      const { kept, note } = await keepTable(who, cubeId, spec, language, from)
      await note()
      return (await kept()).result
    },
  }
}

/** A table as it is asked for, and the questions to the cube that it takes. */
function askedOf({ cube, manifest, lists }: OpenCube, spec: TableSpec) {
  const table = resolveTable(cube, spec, manifest.domain, lists)
  const compared = table.calculation?.companion
  return { table, questions: compared ? [table.query, compared] : [table.query] }
}
