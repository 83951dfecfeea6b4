import type { Annotation, Nameable, Words } from '../information-model/structures.ts'

/** Languages a reader prefers, the best first. */
export type Preference = readonly string[]

/**
 * The words in the language that fits best: a preferred one, else English, else any.
 *
 * @example bestWords({ es: 'Sexo', en: 'Sex' }, ['fr', 'es']) // => 'Sexo'
 */
export function bestWords(words: Words, preference: Preference): string {
  for (const language of preference) {
    const found = words[language]
    if (found !== undefined) return found
  }
  return words['en'] ?? Object.values(words)[0] ?? ''
}

/** A name in the best language and in all: readers look for either. */
export function namesJson(
  nameable: Pick<Nameable, 'name' | 'description'>,
  preference: Preference,
) {
  return {
    name: bestWords(nameable.name, preference),
    names: nameable.name,
    ...(nameable.description && {
      description: bestWords(nameable.description, preference),
      descriptions: nameable.description,
    }),
  }
}

export function annotationsJson(
  annotations: readonly Annotation[] | undefined,
  preference: Preference,
): Record<string, unknown> {
  if (!annotations || annotations.length === 0) return {}
  return {
    annotations: annotations.map(({ id, title, type, url, text }) => ({
      ...(id !== undefined && { id }),
      ...(title !== undefined && { title }),
      ...(type !== undefined && { type }),
      ...(text && { text: bestWords(text, preference), texts: text }),
      ...(url !== undefined && { links: [{ href: url, rel: 'related' }] }),
    })),
  }
}
