import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import {
  answerDistinct,
  cellMeasures,
  cellsSource,
  compileCubeQuery,
  countsLinkedPersons,
  cubes,
  groupCells,
  levelCodes,
  ordinalColumn,
  wholeAnswerCells,
  type QueryAnswer,
  type CubeMeasure,
  type CubeQuery,
  type FixedCells,
} from '@caudal/methods/measure'
import type { CaudalNode, CubeBuild } from '../store/index.ts'
import { boundedTurns } from './bounded-turns.ts'
import { coveringRollUp, foreseeGroups } from './covering-roll-up.ts'
import { CubeColumns, travelsAsText, type ColumnsWanted } from './cube-columns.ts'
import { manifestName, type CubeManifest, type RollUp } from './cube-manifest.ts'
import { versionOfLists } from './code-lists.ts'
import { listCubeStates, pathOf, unknownCube, type CubeState } from './cube-states.ts'
import { CubeTables, type TableWanted } from './cube-tables.ts'
import type { OpenCube } from './open-cube.ts'
import { countPersonCells, personTable, type PersonCell } from './person-cells.ts'
import { measureRefusals } from './refusals.ts'
import { personColumns } from './person-files.ts'
import { keptLevels, locateIn, partPaths, partSql, rollUpRelation } from './roll-up-relation.ts'

export interface CubeReaderOptions {
  /** Memory for roll-ups, in bytes; 0 reads files alone. */
  readonly memory?: number
  /** Questions that the engine works on at once. */
  readonly atOnce?: number
  /** Milliseconds for which what the register said is believed. */
  readonly believedFor?: number
}

/** Groups that one question may make before it is refused as too large. */
export const maxGroups = 2_000_000

/** Share of the memory that small roll-ups take as columns; the engine holds larger ones. */
const columnsShare = 1 / 4

/** What the register said, and when. */
interface Belief {
  readonly at: number
  readonly states: Promise<readonly CubeState[]>
  next?: Belief
}

/** Reads built cubes: which there are, what they hold, and the answers to questions. */
export interface CubeReader {
  states(): Promise<readonly CubeState[]>
  /** @throws Refusal `measure.cube-unknown`, `measure.cube-empty`, `measure.cube-not-built` */
  open(cubeId: string): Promise<OpenCube>
  /** @throws Refusal `measure.too-busy` */
  answer(open: OpenCube, query: CubeQuery): Promise<QueryAnswer>
  /** Counts persons and one of their measures in fixed cells. @throws Refusal `measure.too-busy` */
  persons(open: OpenCube, cells: FixedCells, measure: CubeMeasure): Promise<PersonCell[]>
  /** Loads roll-ups, the smallest first, as long as they fit. */
  warm(): Promise<void>
  /** Asks the register anew at the next question. */
  forget(): void
}

export function createCubeReader(node: CaudalNode, options: CubeReaderOptions = {}): CubeReader {
  const { memory = 512 * 2 ** 20, atOnce = 2, believedFor = 1000 } = options
  const loading = boundedTurns(1, Infinity)
  const tables = new CubeTables(node, memory * (1 - columnsShare), loading)
  const columns = new CubeColumns(node, memory * columnsShare, loading)
  const inTurn = boundedTurns(atOnce, 2000)
  const inOwnTurn = boundedTurns(1, 2000)
  // Ordinals are small: groups of up to 16 bits are counted in an array instead of a hash table.
  const prepared = node.lake.run('set global perfect_ht_threshold = 16')
  prepared.catch(() => {})
  const manifests = new Map<string, Promise<CubeManifest>>()
  let believed: Belief | undefined

  const askRegister = (): Belief => {
    const asked: Belief = { at: performance.now(), states: listCubeStates(node) }
    asked.states.catch(() => {
      if (believed === asked) believed = undefined
    })
    return asked
  }

  const states = () => {
    const age = believed ? performance.now() - believed.at : Infinity
    if (!believed || age > 2 * believedFor) {
      believed = askRegister()
    } else if (age > believedFor && !believed.next) {
      // Under a steady stream of questions nobody waits for the register.
      const before = believed
      before.next = askRegister()
      before.next.states.then(
        () => {
          if (believed === before) believed = before.next
        },
        () => {},
      )
    }
    return believed.states
  }

  const manifestOf = (build: CubeBuild): Promise<CubeManifest> => {
    const path = pathOf(build, manifestName)
    let manifest = manifests.get(path)
    if (!manifest) {
      manifest = readFile(join(node.folder.root, path), 'utf8').then(
        (text) => JSON.parse(text) as CubeManifest,
      )
      // Of each cube the present build and the one before are worth keeping.
      if (manifests.size > 4 * cubes.length) manifests.clear()
      manifests.set(path, manifest)
      manifest.catch(() => manifests.delete(path))
    }
    return manifest
  }

  const openState = async (state: CubeState): Promise<OpenCube> => {
    const { cube } = state
    if (state.state === 'empty') {
      throw measureRefusals.refuse('cube-empty', {
        cube: cube.id,
        profile: cube.datasets?.[0] ?? '…',
      })
    }
    if (state.state === 'not-built')
      throw measureRefusals.refuse('cube-not-built', { cube: cube.id })
    const { build, lists, breaks } = state
    return {
      cube,
      lists,
      state: state.state,
      build,
      manifest: await manifestOf(build),
      breaks,
      version: [
        pathOf(build, manifestName),
        state.state,
        versionOfLists(lists),
        ...breaks.map(({ id }) => id),
      ].join(' '),
    }
  }

  const answerByEngine = (
    open: OpenCube,
    query: CubeQuery,
    rollUp: RollUp,
    groups: number,
  ): Promise<QueryAnswer> =>
    inTurn(async () => {
      await prepared
      return tables.use(tableOf(node, open, rollUp), async (relation) => {
        const source = cellsSource(relation, open.manifest.domain)
        const compiled = compileCubeQuery(query, source, groups)
        return compiled.read(await node.lake.rows(compiled.sql, compiled.parameters))
      })
    })

  const answerPersons = (open: OpenCube, query: CubeQuery): Promise<QueryAnswer> =>
    inTurn(() => {
      const table = countsLinkedPersons(query.measure)
        ? personTable(node, open)
        : personsOf(node, open)
      return tables.use(table, async (relation) => {
        const compiled = compileCubeQuery(query, cellsSource(relation, open.manifest.domain))
        return compiled.read(await node.lake.rows(compiled.sql, compiled.parameters))
      })
    })

  return {
    states,
    async open(cubeId) {
      const all = await states()
      const state = all.find(({ cube }) => cube.id === cubeId)
      if (!state) throw unknownCube(cubeId)
      return openState(state)
    },
    async answer(open, query) {
      if (query.measure.aggregate === 'distinct') {
        return answerDistinct(query, (each) => answerPersons(open, each))
      }
      const rollUp = coveringRollUp(open, query)
      const groups = foreseeGroups(open, query)
      const held =
        query.top === undefined || groups <= wholeAnswerCells
          ? columns.find(columnsOf(node, open, rollUp))
          : undefined
      if (!held) return answerByEngine(open, query, rollUp, groups)
      return inOwnTurn(async () => {
        // One answer a round of the event loop: the others' messages are not kept waiting.
        await setImmediate()
        const { domain } = open.manifest
        const compiled = compileCubeQuery(query, cellsSource('', domain), groups)
        return compiled.read(groupCells(held, query, domain))
      })
    },
    persons(open, cells, measure) {
      return inTurn(() =>
        tables.use(personTable(node, open), (relation) =>
          countPersonCells(node.lake, relation, open, cells, measure),
        ),
      )
    },
    async warm() {
      const open: OpenCube[] = []
      for (const state of await states()) {
        if (state.state === 'built' || state.state === 'stale') open.push(await openState(state))
      }
      const all = open.flatMap((cube) => cube.manifest.rollUps.map((rollUp) => ({ cube, rollUp })))
      for (const { cube, rollUp } of all.sort((a, b) => a.rollUp.rows - b.rollUp.rows)) {
        const wanted = columnsOf(node, cube, rollUp)
        if (columns.isSmall(wanted)) await columns.load(wanted)
        else await tables.warm(tableOf(node, cube, rollUp))
      }
    },
    forget() {
      believed = undefined
    },
  }
}

/** What a roll-up holds as columns in this process. */
function columnsOf(node: CaudalNode, { cube, build, manifest }: OpenCube, rollUp: RollUp) {
  const levels = keptLevels(cube, rollUp.point)
  const travels = levels.every(({ dimension, depth }) =>
    travelsAsText(levelCodes(manifest.domain, dimension.id, depth).length),
  )
  const wanted: ColumnsWanted = {
    key: partPaths(build, rollUp).join(' '),
    rows: travels ? rollUp.rows : Infinity,
    parts: rollUp.parts.map((part) => ({
      rows: part.rows,
      sql: (from, to) =>
        partSql(cube, manifest.domain, rollUp, part, locateIn(node, build)(part), undefined, {
          from,
          to,
        }),
    })),
    levels: levels.map(ordinalColumn),
    measures: cellMeasures(cube).map(({ id }) => id),
  }
  return wanted
}

/** What a roll-up is as a table of the engine. */
function tableOf(node: CaudalNode, { cube, build, manifest }: OpenCube, rollUp: RollUp) {
  const table: TableWanted = {
    key: partPaths(build, rollUp).join(' '),
    relation: rollUpRelation(cube, manifest, rollUp, locateIn(node, build)),
    rows: rollUp.rows,
    columns: keptLevels(cube, rollUp.point).length + cube.measures.length + 1,
  }
  return table
}

/** Who is in which cell, as a table of the engine. */
function personsOf(node: CaudalNode, { cube, build, manifest }: OpenCube): TableWanted {
  const persons = manifest.persons!
  return {
    key: partPaths(build, persons).join(' '),
    relation: rollUpRelation(cube, manifest, persons, locateIn(node, build), personColumns(cube)),
    rows: persons.rows,
    // a number of a person takes more room than an ordinal
    columns: keptLevels(cube, persons.point).length + 2 * personColumns(cube).length,
  }
}
