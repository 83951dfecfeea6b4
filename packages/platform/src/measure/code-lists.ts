import { codeListsOf, type CodeLists, type Cube } from '@caudal/methods/measure'
import type { CodeList } from '@caudal/methods/vocabulary'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'

const known = new WeakMap<Cube, CodeLists>()

/** The code lists that the dimensions of a cube draw on. */
export function codeListsFor(cube: Cube): CodeLists {
  const found = known.get(cube)
  if (found) return found
  const lists = new Map<string, CodeList>()
  for (const id of cube.dimensions.flatMap(codeListsOf)) lists.set(id, getCodeList(id))
  known.set(cube, lists)
  return lists
}
