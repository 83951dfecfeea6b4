import { getRecordType, quoteName } from '@caudal/methods/collect'
import {
  answerDistinct,
  compileCubeQuery,
  countedSql,
  countsLinkedPersons,
  cubeDomain,
  factsSource,
  keySql,
  knownColumn,
  levelReference,
  personColumn,
  type CodeLists,
  type Cube,
  type CubeDomain,
  type CubeQuery,
  type FactsSource,
  type QueryAnswer,
  type RecordedBreak,
} from '@caudal/methods/measure'
import {
  openPeriods,
  recordedPeriods,
  recordingDimensions,
  undecidedQuery,
  type OpenPeriods,
  type RecordedPeriods,
  type TableProvenance,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import {
  codeListsFor,
  editionsOf,
  linkFiles,
  originOf,
  personsOfRecords,
  type PersonsOfRecords,
} from '../../measure/service.ts'
import { measureQualityFigures } from '../../measure/record-quality.ts'
import { citedSources } from './cited-sources.ts'
import { breaksShown, inLanguage, linkageShown } from '../cube-answer.ts'
import {
  nodeCodeLists,
  snapshotId,
  type Batch,
  type CaudalNode,
  type LakeEngine,
} from '../../store/index.ts'

/** The records behind a cube as they stood in one snapshot, open for counting. */
export interface CubeFacts {
  readonly cube: Cube
  readonly lists: CodeLists
  readonly domain: CubeDomain
  /** `countries`: those that a figure is limited to; all where it is to none. */
  readonly provenance: (language: Language, countries?: readonly string[]) => TableProvenance
  /** When each country has records: what it did not count is missing, not zero. */
  readonly recorded: RecordedPeriods | undefined
  /** What is not decided yet, where the cube counts it. */
  readonly open: OpenPeriods | undefined
  readonly snapshot: string
  readonly batches: readonly Batch[]
  readonly engine: LakeEngine
  answer(query: CubeQuery): Promise<QueryAnswer>
}

/**
 * Reads the facts of a cube from the batches of one snapshot into the engine's table `records`:
 * one row per record, `d0`, `d1`, … the finest code of each dimension, `person`, `amount`, and `counted`,
 * whether the first measure of the cube counts it: not every crossing was a migration.
 *
 * Persons are told apart as in the cube itself.
 *
 * @param known `links`: what linkage found, by batches; `breaks`: those in its series
 */
export async function withCubeFacts<Result>(
  node: CaudalNode,
  cube: Cube,
  batches: readonly Batch[],
  {
    links,
    breaks,
  }: { readonly links: readonly Batch[]; readonly breaks: readonly RecordedBreak[] },
  work: (facts: CubeFacts) => Promise<Result>,
): Promise<Result> {
  const recordType = getRecordType(cube.recordType)
  const lists = codeListsFor(cube, await nodeCodeLists(node))
  const source = factsSource(cube, recordType, editionsOf(node, batches), lists)
  return await node.lake.session(async (engine) => {
    const known = linkFiles(node, links)
    const persons = await personsOfRecords(engine, recordType, source.relation, known)
    await readRecords(engine, cube, { ...source, relation: persons.relation }, persons.person)
    const occurring: Record<string, string[]> = {}
    for (const [d, { id }] of cube.dimensions.entries()) {
      const rows = await engine.rows<{ code: string }>(`select distinct d${d} as code from records`)
      occurring[id] = rows.map(({ code }) => code)
    }
    const answer = async (query: CubeQuery) => {
      const ask = async (each: CubeQuery) => {
        const from = countsLinkedPersons(each.measure) ? withPersons(source, persons) : source
        const compiled = compileCubeQuery(each, from)
        return compiled.read(await engine.rows(compiled.sql, compiled.parameters))
      }
      return query.measure.aggregate === 'distinct' ? answerDistinct(query, ask) : ask(query)
    }
    const undecided = undecidedQuery(cube)
    try {
      return await work({
        cube,
        lists,
        engine,
        batches,
        domain: cubeDomain(cube, occurring, lists),
        snapshot: snapshotId(batches),
        recorded: await recordedIn(engine, cube),
        open: undecided && openPeriods(cube, await answer(undecided)),
        provenance: await provenanceOf(
          node,
          engine,
          cube,
          lists,
          batches,
          links,
          breaks,
          (language) => linkageShown(cube, lists, persons.countries, language),
        ),
        answer,
      })
    } finally {
      await engine.run('drop table if exists records')
    }
  })
}

/** Facts with the columns that linked persons are counted by. */
function withPersons(
  source: FactsSource,
  { relation, person, knownOf }: PersonsOfRecords,
): FactsSource {
  const named = `(select *, ${person} as ${personColumn} from ${relation})`
  const known = `${knownOf(personColumn)} as ${knownColumn}`
  return { ...source, relation: `(select *, ${known} from ${named})` }
}

async function readRecords(
  engine: LakeEngine,
  cube: Cube,
  source: FactsSource,
  person: string,
): Promise<void> {
  const codes = cube.dimensions.map((dimension, d) => {
    const column = source.level(levelReference(dimension, 0))
    return `${column.code(`(${keySql(column)})`)} as d${d}`
  })
  const summed = cube.measures[0]?.aggregate === 'sum' ? cube.measures[0].field : undefined
  const amount =
    summed === undefined ? '1::hugeint' : `round(coalesce(${quoteName(summed)}, 0))::hugeint`
  await engine.run(
    `create or replace temp table records as
     select ${codes.join(', ')}, ${person} as person, ${amount} as amount,
       ${countedSql(cube.measures[0]!)} as counted
     from ${source.relation}`,
  )
}

async function recordedIn(engine: LakeEngine, cube: Cube): Promise<RecordedPeriods | undefined> {
  const found = recordingDimensions(cube)
  if (found === undefined) return undefined
  const [area, time] = [found.area, found.time].map((each) => `d${cube.dimensions.indexOf(each)}`)
  return await readRecorded(engine, 'records', area!, time!)
}

/** When each country has records: SQL of the code of the country and of the day, over a relation. */
export async function readRecorded(
  engine: Pick<LakeEngine, 'rows'>,
  relation: string,
  area: string,
  day: string,
): Promise<RecordedPeriods> {
  const rows = await engine.rows<{ country: string; period: string }>(
    `select distinct ${area} as country, substr(${day}, 1, 7) as period from ${relation}`,
  )
  return recordedPeriods(rows.map(({ country, period }) => [country, period] as const))
}

/** What every figure says of its origin, in one language. */
async function provenanceOf(
  node: CaudalNode,
  engine: LakeEngine,
  cube: Cube,
  lists: CodeLists,
  batches: readonly Batch[],
  links: readonly Batch[],
  breaks: readonly RecordedBreak[],
  linkage: (language: Language) => Pick<TableProvenance, 'persons'>,
): Promise<CubeFacts['provenance']> {
  const origin = await originOf(node, { batches })
  const sourcesOf = await citedSources(node, engine, cube, batches, lists)
  const [row] = await engine.rows<{ n: number }>('select count(*) as n from records')
  const codes = cube.dimensions.map(({ id }, d) => `d${d} as ${quoteName(id)}`)
  const cells = `(select ${codes.join(', ')}, 1 as records from records)`
  const paths = editionsOf(node, batches).flatMap((edition) => edition.paths)
  const quality = await measureQualityFigures(node, engine, cube, cells, paths, links)
  const sum = (count: (batch: Batch) => number) =>
    batches.reduce((total, batch) => total + count(batch), 0)
  return (language, countries) => ({
    snapshot: snapshotId(batches),
    updatedOn: origin.updatedOn,
    synthetic: origin.synthetic,
    // what is released is protected: the warning of unprotected figures is not for it
    observed: false,
    stale: false,
    sources: sourcesOf(countries).map((source) => ({
      ...source,
      title: inLanguage(source.title, language),
      citation: inLanguage(source.citation, language),
    })),
    records: Number(row?.n ?? 0),
    repeats: sum(({ rowsFlaggedDuplicate }) => rowsFlaggedDuplicate),
    rejected: sum(({ rowsRejected }) => rowsRejected),
    leftOut: [],
    setAside: { records: 0, parts: [] },
    breaks: breaksShown(breaks, language),
    ...linkage(language),
    quality,
  })
}
