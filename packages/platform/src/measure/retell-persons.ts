import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { getRecordType } from '@caudal/methods/collect'
import { factsSource, type Cube } from '@caudal/methods/measure'
import { nodeCodeLists } from '../store/index.ts'
import type {
  CaudalNode,
  CubeBuild,
  CubeFile,
  IncomingCubeBuild,
  Snapshot,
} from '../store/index.ts'
import { tellPersons } from './build-cube.ts'
import { checkTotals } from './check-totals.ts'
import { codeListsFor } from './code-lists.ts'
import { manifestName, type CubeManifest } from './cube-manifest.ts'
import { measureCubeQuality } from './cube-quality.ts'
import { pathOf } from './cube-states.ts'
import { editionsOf } from './editions.ts'
import { writePersonCells } from './person-cells.ts'
import { putLevels, rollUpOf } from './roll-up-files.ts'
import { locateIn } from './roll-up-relation.ts'

/**
 * Says anew who is in the cells of a cube whose records are as they were, but were linked again. Its cells
 * and roll-ups stay.
 *
 * @returns what is to be recorded of the build
 * @throws Refusal `measure.cube-totals-differ`
 */
export async function retellPersons(
  node: CaudalNode,
  cube: Cube,
  before: CubeBuild,
  snapshot: Snapshot,
  build: IncomingCubeBuild,
): Promise<Pick<CubeBuild, 'cells' | 'facts'> & { files: string[]; kept: CubeFile[] }> {
  const path = join(node.folder.root, pathOf(before, manifestName))
  const base = JSON.parse(await readFile(path, 'utf8')) as CubeManifest
  const recordType = getRecordType(cube.recordType)
  const lists = codeListsFor(cube, await nodeCodeLists(node))
  const facts = factsSource(cube, recordType, editionsOf(node, snapshot.batches), lists)
  const cells = base.cellParts.map((name) => locateIn(node, before)({ name, rows: 0 }))

  return node.lake.session(async (lake) => {
    const levels = await putLevels(lake, cube, base.domain)
    const told = (await tellPersons(node, lake, cube, facts))!
    const keyed = await writePersonCells(node, lake, cube, facts, levels, build, told)
    await checkTotals(lake, cube, recordType, facts, [build.pathOf(keyed.name)])
    const manifest: CubeManifest = {
      ...base,
      quality: await measureCubeQuality(node, lake, cube, snapshot, cells),
      keyed: { ...rollUpOf(base.keyed!.point, keyed), countries: told.countries },
    }
    await writeFile(build.pathOf(manifestName), JSON.stringify(manifest))
    const gone = new Set([manifestName, ...base.keyed!.parts.map(({ name }) => name)])
    return {
      cells: manifest.cells,
      facts: manifest.records,
      files: [manifestName, keyed.name],
      kept: before.files.filter(({ name }) => !gone.has(name)),
    }
  })
}
