/** A docstring in its parts: the text before the first tag, and each tag with its own text. */
export interface TaggedText {
  readonly text: string
  readonly tags: readonly { readonly tag: string; readonly text: string }[]
}

/**
 * Parts a docstring at its block tags (`@param`, `@returns`, …), which begin a line.
 *
 * @example readTags('What it is.\n@returns a day') // => { text: 'What it is.', tags: [{ tag: 'returns', text: 'a day' }] }
 */
export function readTags(docstring: string): TaggedText {
  const [text = '', ...rest] = docstring.split(/^\s*@(?=[a-z]+\b)/m)
  return {
    text: text.trim(),
    tags: rest.map((part) => {
      const [, tag = '', words = ''] = /^([a-z]+)\s*([\s\S]*)$/.exec(part)!
      return { tag, text: words.trim() }
    }),
  }
}
