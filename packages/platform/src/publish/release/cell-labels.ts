import { findCube, findReference, type Cube } from '@caudal/methods/measure'
import { codeLabel, say } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { CodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { ageInWords } from '../../../../portal/src/release/index.ts'
import { codeListsFor } from '../../measure/service.ts'

/** Says cells of what a release shows of a cube in words: `El Salvador · March 2019 · aged 20–24`. */
export function cellLabels(cubeId: string, language: Language, book: CodeListBook) {
  const cube = findCube(cubeId)!
  const lists = codeListsFor(cube, book)
  return (dimensions: readonly string[], codes: readonly string[]): string => {
    const words = dimensions.flatMap((tree, at) => {
      const code = codes[at]!
      if (code === '_T') return []
      const { reference, code: own } = referenceOf(cube, tree, code)
      if (!reference) return [own]
      const age = reference.dimension.kind === 'age' ? ageInWords(own, language) : undefined
      return [age ?? codeLabel(reference, own, language, lists)]
    })
    return words.length === 0 ? say('total', language) : words.join(' · ')
  }
}

/** The level that a code of a tree belongs to: `region:013` is a code of `citizenship.region`. */
function referenceOf(cube: Cube, tree: string, code: string) {
  const at = code.indexOf(':')
  const dimension = tree.split('.')[0]!
  const level = at < 0 ? undefined : findReference(cube, `${dimension}.${code.slice(0, at)}`)
  if (level) return { reference: level, code: code.slice(at + 1) }
  return { reference: findReference(cube, tree), code }
}
