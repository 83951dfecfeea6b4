/**
 * The members of a JSON object as texts: strings as they read, numbers with the digits they are
 * written with, null as undefined, anything nested as its JSON.
 *
 * @param text one JSON object
 * @throws {SyntaxError} where it is not sound JSON
 * @throws {RepeatedKey} where a key comes twice, since one value would hide the other
 * @example readJsonFields('{"dead": 1.0, "place": "Kos", "note": null}') // => new Map([['dead', '1.0'], ['place', 'Kos'], ['note', undefined]])
 */
export function readJsonFields(text: string): Map<string, string | undefined> {
  // JSON.parse says whether the text is sound, so that what follows may take it to be.
  JSON.parse(text)
  const fields = new Map<string, string | undefined>()
  let at = text.indexOf('{') + 1
  for (;;) {
    at = text.indexOf('"', at)
    if (at === -1) return fields
    const keyEnd = stringEnd(text, at)
    const key = JSON.parse(text.slice(at, keyEnd)) as string
    if (fields.has(key)) throw new RepeatedKey(key)
    const start = skipSpaces(text, text.indexOf(':', keyEnd) + 1)
    const end = valueEnd(text, start)
    fields.set(key, valueOf(text.slice(start, end)))
    at = end
  }
}

export type ReadObject =
  | { readonly fields: Map<string, string | undefined> }
  | {
      readonly fault:
        | 'object.expected'
        | 'object.key-repeated'
        | 'object.text-broken'
        | 'object.broken'
        | 'line.zero-byte'
      readonly key?: string
    }

/** The members of a JSON object as texts, or what is wrong with it. */
export function readJsonObject(text: string): ReadObject {
  if (!text.trimStart().startsWith('{')) return { fault: 'object.expected' }
  try {
    const fields = readJsonFields(text)
    for (const value of fields.values()) {
      if (value?.includes('\0')) return { fault: 'line.zero-byte' }
      // Half a character has no form in UTF-8; written, it would silently become another.
      if (value !== undefined && /\p{Surrogate}/u.test(value))
        return { fault: 'object.text-broken' }
    }
    return { fields }
  } catch (error) {
    if (error instanceof RepeatedKey) return { fault: 'object.key-repeated', key: error.key }
    if (error instanceof SyntaxError) return { fault: 'object.broken' }
    throw error
  }
}

/** A key that an object gives two values. */
export class RepeatedKey extends Error {
  readonly key: string
  constructor(key: string) {
    super(key)
    this.key = key
  }
}

function valueOf(json: string): string | undefined {
  if (json === 'null') return undefined
  return json.startsWith('"') ? (JSON.parse(json) as string) : json
}

function skipSpaces(text: string, from: number): number {
  let at = from
  while (/\s/.test(text[at]!)) at += 1
  return at
}

function stringEnd(text: string, start: number): number {
  let at = start + 1
  while (text[at] !== '"') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

function valueEnd(text: string, start: number): number {
  let depth = 0
  let at = start
  for (;;) {
    const letter = text[at]!
    if (letter === '"') {
      at = stringEnd(text, at)
      if (depth === 0) return at
      continue
    }
    if (letter === '{' || letter === '[') depth += 1
    else if (letter === '}' || letter === ']') {
      if (depth === 0) return at
      depth -= 1
      if (depth === 0) return at + 1
    } else if (depth === 0 && (letter === ',' || /\s/.test(letter))) return at
    at += 1
  }
}

/**
 * The key whose value is a list of objects, where an object is no record but what records lie in: the only
 * object of its file.
 */
export function keyOfRecords(fields: ReadonlyMap<string, string | undefined>): string | undefined {
  return [...fields].find(([, value]) => /^\[\s*\{/.test(value ?? ''))?.[0]
}
