/**
 * A French text with the spaces that its typography asks for: narrow and unbreakable before `;`, `?` and `!`,
 * unbreakable before `:` and inside « ». Texts are written with plain spaces, as people type them, and take these where
 * they are shown, so that no sign begins a line.
 *
 * @see Imprimerie nationale, Lexique des règles typographiques (2002), « Ponctuation »
 * @example frenchSpaces('Quoi ? « Rien » ; fin : tout') // => 'Quoi\u202f? «\u00a0Rien\u00a0»\u202f; fin\u00a0: tout'
 */
export function frenchSpaces(text: string): string {
  return text
    .replace(/ (?=[;?!])/g, '\u202f')
    .replace(/ (?=[:»])/g, '\u00a0')
    .replace(/« /g, '«\u00a0')
}

/** The same of a page: between its tags, and in what of them is read aloud or shown; styles and code stay as they are. */
export function frenchSpacesOfHtml(html: string): string {
  return html
    .split(/(<(?:style|script|code|pre)\b.*?<\/(?:style|script|code|pre)>|<[^>]*>)/s)
    .map((part, at) => (at % 2 === 0 ? frenchSpaces(part) : part.replace(readAttributes, spaced)))
    .join('')
}

const readAttributes = / (?:aria-label|title|alt|content|placeholder)="[^"]*"/g
// the space that parts it from what is before is not of the text
const spaced = (attribute: string) => ` ${frenchSpaces(attribute.slice(1))}`

/**
 * A catalogue of French texts with their spaces, and with those of what its functions say.
 *
 * @example frenchSpacesOf({ why: 'Pourquoi ?', count: (n) => `Total : ${n}` }).count(3) // => 'Total\u00a0: 3'
 */
export function frenchSpacesOf<Texts>(texts: Texts): Texts {
  return spacesOf(texts) as Texts
}

function spacesOf(texts: unknown): unknown {
  if (typeof texts === 'string') return frenchSpaces(texts)
  if (typeof texts === 'function') {
    const say = texts as (...all: unknown[]) => unknown
    const said = (...given: unknown[]) => spacesOf(say(...given))
    return Object.defineProperty(said, 'length', { value: say.length })
  }
  if (Array.isArray(texts)) return texts.map(spacesOf)
  if (typeof texts !== 'object' || texts === null) return texts
  if (Object.getPrototypeOf(texts) !== Object.prototype) return texts
  return Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, spacesOf(text)]))
}
