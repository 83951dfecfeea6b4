import type { Text } from '../../vocabulary/index.ts'

/** What is wrong at a place of a document. */
export interface DocumentProblem {
  readonly place: string
  readonly what: Text
}

/** A rule of a schema with its words: `.refine(holds, breaking({ es, en, fr }, 'place'))`. */
export function breaking(what: Text, place: string): { params: { what: Text }; path: string[] } {
  return { params: { what }, path: [place] }
}
