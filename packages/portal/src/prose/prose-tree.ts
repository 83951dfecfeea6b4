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

/** The picture that a paragraph consists of; undefined where it holds anything else. */
export function pictureOf(piece: Prose): Readonly<Record<string, string>> | undefined {
  if (typeof piece === 'string' || piece.tag !== 'p' || piece.children?.length !== 1) {
    return undefined
  }
  const only = piece.children[0]!
  return typeof only !== 'string' && only.tag === 'img' ? only.attributes : undefined
}
