import { getRecordType } from '@caudal/methods/collect'
import {
  factsSource,
  keySql,
  levelReference,
  type CodeLists,
  type Cube,
} from '@caudal/methods/measure'
import type { CubeSourceShown } from '../../measure/cube-manifest.ts'
import { editionsOf, originOf } from '../../measure/service.ts'
import type { Batch, CaudalNode, LakeEngine } from '../../store/index.ts'

/** The sources whose records are of some countries; of all where none are named. */
export type CitedSources = (countries?: readonly string[]) => readonly CubeSourceShown[]

/**
 * Tells which of the sources of a cube have records of which countries, from the records themselves: a figure
 * of one country does not cite what others have sent.
 */
export async function citedSources(
  node: CaudalNode,
  engine: Pick<LakeEngine, 'rows'>,
  cube: Cube,
  batches: readonly Batch[],
  lists: CodeLists,
): Promise<CitedSources> {
  const { sources } = await originOf(node, { batches })
  const country = cube.dimensions.find(({ field }) => field === 'country')
  if (country === undefined || sources.length < 2) return () => sources
  const citedFor = new Map<string, Set<string>>()
  for (const dataset of new Set(batches.map((batch) => batch.dataset))) {
    const own = batches.filter((batch) => batch.dataset === dataset)
    const editions = editionsOf(node, own, batches)
    if (editions.length === 0) continue
    const facts = factsSource(cube, getRecordType(cube.recordType), editions, lists)
    const level = facts.level(levelReference(country, 0))
    const rows = await engine.rows<{ country: string }>(
      `select distinct ${level.code(`(${keySql(level)})`)} as country from ${facts.relation}`,
    )
    const cited = (await originOf(node, { batches: own })).sources.map(keyOf)
    for (const { country: each } of rows) {
      citedFor.set(each, new Set([...(citedFor.get(each) ?? []), ...cited]))
    }
  }
  return (countries) => {
    if (countries === undefined) return sources
    const cited = new Set(countries.flatMap((each) => [...(citedFor.get(each) ?? [])]))
    return sources.filter((source) => cited.has(keyOf(source)))
  }
}

const keyOf = (source: CubeSourceShown): string => JSON.stringify(source)
