import { SaxesParser } from 'saxes'
import { containerRefusals } from '../container-refusals.ts'

export type Attributes = Readonly<Record<string, string>>

/** What is done with the elements of an XML part. Prefixes are left off tags and attributes. */
export interface XmlObserver {
  open?(tag: string, attributes: Attributes): void
  text?(text: string): void
  close?(tag: string): void
}

/**
 * Reads an XML part of a workbook as a stream. Entities that a document declares are not expanded:
 * one that is asked for breaks the document.
 *
 * @throws {Refusal} collect.workbook-broken
 */
export async function readXml(
  bytes: AsyncIterable<Buffer>,
  file: string,
  observer: XmlObserver,
): Promise<void> {
  const parser = new XmlParser(file, observer)
  for await (const chunk of bytes) parser.push(chunk)
  parser.end()
}

/** As {@link readXml}, pushed chunk by chunk. */
export class XmlParser {
  readonly #parser = new SaxesParser({ xmlns: false, position: false })
  readonly #decoder = new TextDecoder('utf-8', { fatal: true })
  readonly #file: string

  constructor(file: string, observer: XmlObserver) {
    this.#file = file
    this.#parser.on('error', (error) => {
      throw error
    })
    const { open, text, close } = observer
    if (open) {
      this.#parser.on('opentag', (tag) => open(localName(tag.name), localNames(tag.attributes)))
    }
    if (text) {
      this.#parser.on('text', text)
      this.#parser.on('cdata', text)
    }
    if (close) this.#parser.on('closetag', (tag) => close(localName(tag.name)))
  }

  push(chunk: Buffer): void {
    this.#guard(() => this.#parser.write(this.#decoder.decode(chunk, { stream: true })))
  }

  end(): void {
    this.#guard(() => this.#parser.write(this.#decoder.decode()).close())
  }

  #guard(work: () => unknown): void {
    try {
      work()
    } catch (error) {
      if ((error as Error).name === 'Refusal') throw error
      const reason = String((error as Error).message).slice(0, 120)
      throw containerRefusals.refuse('workbook-broken', { file: this.#file, reason })
    }
  }
}

function localName(name: string): string {
  const colon = name.indexOf(':')
  return colon === -1 ? name : name.slice(colon + 1)
}

function localNames(attributes: Readonly<Record<string, string>>): Attributes {
  for (const name in attributes) {
    if (name.includes(':')) {
      return Object.fromEntries(
        Object.entries(attributes).map(([key, value]) => [localName(key), value]),
      )
    }
  }
  return attributes
}
