/** A piece of a text: words, or an element that holds pieces. */
export type Prose = string | ProseElement

/** An element of a text, named as HTML or MathML names it. */
export interface ProseElement {
  readonly tag: string
  readonly attributes?: Readonly<Record<string, string>>
  readonly children?: readonly Prose[]
}

/** The words of a text without its elements. */
export function wordsOf(pieces: readonly Prose[]): string {
  return pieces
    .map((piece) => (typeof piece === 'string' ? piece : wordsOf(piece.children ?? [])))
    .join('')
}
