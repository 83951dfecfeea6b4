import { findCube, levelReference, type CubeQuery } from '@caudal/methods/measure'
import type { Inhabitants, TableProvenance } from '@caudal/methods/publish'
import { Refusal, type Language } from '@caudal/methods/vocabulary'
import type { CubeReader, OpenCube } from '../measure/service.ts'
import { provenanceOf } from './cube-answer.ts'

const populationId = 'population'
const known = new WeakMap<OpenCube['manifest'], Promise<Inhabitants>>()

/** The population that rates are reckoned on, with what a table must say of it. */
export interface Population {
  readonly version: string
  readonly of: Inhabitants
  provenance(language: Language): TableProvenance
}

/** The inhabitants of countries, as the node has them; undefined where nobody has loaded any. */
export async function inhabitantsOf(reader: CubeReader): Promise<Population | undefined> {
  let open: OpenCube
  try {
    open = await reader.open(populationId)
  } catch (error) {
    if (error instanceof Refusal) return undefined
    throw error
  }
  let found = known.get(open.manifest)
  if (found === undefined) {
    found = ask(reader, open)
    known.set(open.manifest, found)
    found.catch(() => known.delete(open.manifest))
  }
  return {
    version: open.version,
    of: await found,
    provenance: (language) => provenanceOf(open, language),
  }
}

async function ask(reader: CubeReader, open: OpenCube): Promise<Inhabitants> {
  const cube = findCube(populationId)!
  const place = (id: string) =>
    levelReference(
      cube.dimensions.find((dimension) => dimension.id === id)!,
      0,
    )
  const query: CubeQuery = {
    measure: cube.measures[0]!,
    rows: [place('country')],
    columns: [place('time')],
    where: [],
    margins: { rows: false, columns: false, grand: false },
    maxCells: 1_000_000,
  }
  const { rows, columns, values, cellRows, cellColumns } = await reader.answer(open, query)
  const persons = new Map(
    values.map((value, at) => [
      `${rows[cellRows[at]!]![0]!} ${columns[cellColumns[at]!]![0]!}`,
      value,
    ]),
  )
  return (country, year) => persons.get(`${country} ${year}`) ?? null
}

/** What a table says of its origin where inhabitants are among what it is made of. */
export function withPopulation(
  own: TableProvenance,
  population: Population | undefined,
  language: Language,
): TableProvenance {
  if (population === undefined) return own
  const { sources, synthetic } = population.provenance(language)
  const isNew = ({ citation }: TableProvenance['sources'][number]) =>
    !own.sources.some((source) => source.citation === citation)
  return {
    ...own,
    synthetic: own.synthetic || synthetic,
    sources: [...own.sources, ...sources.filter(isNew)],
  }
}
