import { codeListsOf, type CodeLists, type Cube } from '@caudal/methods/measure'
import { createHash } from 'node:crypto'
import { ownCodes, type CodeList } from '@caudal/methods/vocabulary'
import { createCodeListBook, type CodeListBook } from '@caudal/methods/vocabulary/code-lists'

const standard = createCodeListBook()
const known = new WeakMap<CodeListBook, WeakMap<Cube, CodeLists>>()

/**
 * The code lists that the dimensions of a cube draw on.
 *
 * @param book the code lists of the node; absent: those of the platform
 */
export function codeListsFor(cube: Cube, book: CodeListBook = standard): CodeLists {
  const ofBook = known.get(book) ?? new WeakMap<Cube, CodeLists>()
  known.set(book, ofBook)
  const found = ofBook.get(cube)
  if (found) return found
  const lists = new Map<string, CodeList>()
  for (const id of cube.dimensions.flatMap(codeListsOf)) lists.set(id, book.get(id))
  ofBook.set(cube, lists)
  return lists
}

/** Tells lists with other own codes apart; a dash where there are none. */
export function versionOfLists(lists: CodeLists): string {
  const own = [...lists.values()].flatMap((list) => [...ownCodes(list).values()])
  if (own.length === 0) return '-'
  return createHash('sha256').update(JSON.stringify(own)).digest('hex').slice(0, 16)
}
