import type { FormText } from './form-definition.ts'

/**
 * Words of a form in a language: else in the one that the form prefers, else without a language, else
 * in whichever it has.
 *
 * @param fill answers that stand in the place of `${name}`
 * @example sayFormText({ es: 'Edad de ${name}' }, 'en', '', () => 'Eva') // => 'Edad de Eva'
 */
export function sayFormText(
  words: FormText,
  language: string,
  preferred = '',
  fill?: (question: string) => string,
): string {
  const text = withoutMarks(
    words[language] ?? words[preferred] ?? words['default'] ?? Object.values(words)[0] ?? '',
  )
  return fill === undefined
    ? text
    : text.replace(/\$\{\s*([^}\s]+)\s*\}/g, (_, name: string) => fill(name))
}

/** The language in which a text is said by {@link sayFormText}; undefined where nobody knows. */
export function languageOfText(
  words: FormText,
  language: string,
  preferred = '',
): string | undefined {
  const said = [language, preferred].find((each) => words[each] !== undefined)
  if (said !== undefined) return said
  return words['default'] === undefined ? Object.keys(words)[0] : undefined
}

/**
 * A label without the marks of Markdown and HTML that change only how it looks.
 *
 * @example withoutMarks('## **Sexo** <span style="color:red">*</span>') // => 'Sexo *'
 */
export function withoutMarks(text: string): string {
  return text
    .replace(/<\/?[a-z][^<>]{0,200}>/gi, '')
    .replace(/^#{1,6} +/, '')
    .replace(/(\*\*|__)(?=\S)([^\n]*?\S)\1/g, '$2')
    .trim()
}
