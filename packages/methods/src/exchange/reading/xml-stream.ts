import { SaxesParser } from 'saxes'
import { messageRefusals } from './message-refusals.ts'

/** An element that begins: its local name and its attributes by local name. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly line: number
}

export interface XmlObserver {
  open(element: XmlElement): void
  /** @param text what stood between the tags, where the element held no other */
  close(name: string, text: string): void
}

const deepest = 40
const longestText = 1_000_000

/**
 * Reads XML piece by piece in bounded memory. Definitions inside the message, with which entities
 * could multiply or reach for other files, are refused where they begin; none is ever resolved.
 */
export class XmlStream {
  readonly #parser = new SaxesParser({ xmlns: false, position: true })
  #depth = 0
  #text = ''

  constructor(observer: XmlObserver) {
    const parser = this.#parser
    parser.on('doctype', () => {
      throw messageRefusals.refuse('definitions-inside')
    })
    parser.on('error', (error) => {
      throw messageRefusals.refuse('malformed', {
        line: parser.line,
        reason: error.message.slice(0, 200),
      })
    })
    parser.on('opentag', ({ name, attributes }) => {
      this.#depth += 1
      this.#text = ''
      if (this.#depth > deepest) throw tooDeep()
      observer.open({
        name: localName(name),
        attributes: byLocalName(attributes),
        line: parser.line,
      })
    })
    parser.on('text', (text) => {
      this.#text += text
      if (this.#text.length > longestText) throw tooDeep()
    })
    parser.on('cdata', (text) => {
      this.#text += text
    })
    parser.on('closetag', ({ name }) => {
      this.#depth -= 1
      observer.close(localName(name), this.#text)
      this.#text = ''
    })
  }

  write(text: string): void {
    this.#parser.write(text)
  }

  end(): void {
    this.#parser.close()
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon < 0 ? name : name.slice(colon + 1)
}

function byLocalName(given: Readonly<Record<string, string>>): Record<string, string> {
  const attributes: Record<string, string> = {}
  for (const name in given) attributes[localName(name)] = given[name]!
  return attributes
}

const tooDeep = () => messageRefusals.refuse('too-deep', { most: deepest, longest: longestText })
