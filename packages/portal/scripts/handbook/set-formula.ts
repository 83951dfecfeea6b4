import { SaxesParser } from 'saxes'
import temml from 'temml'
import type { Prose, ProseElement } from '../../src/prose/prose-tree.ts'

/**
 * Sets a formula, written in TeX, in MathML: what a browser draws and a screen reader reads.
 *
 * @throws Error naming the formula, where it is not written as TeX is
 */
export function setFormula(tex: string, display: boolean): Prose {
  let markup: string
  try {
    markup = temml.renderToString(tex, { displayMode: display, throwOnError: true, xml: true })
  } catch (error) {
    throw new Error(`This formula is not TeX: ${tex.trim()}`, { cause: error })
  }
  return readMarkup(markup)
}

function readMarkup(markup: string): Prose {
  interface Open {
    readonly tag: string
    readonly attributes: Record<string, string>
    readonly children: Prose[]
  }
  const top: Open = { tag: '', attributes: {}, children: [] }
  const open: Open[] = [top]
  const parser = new SaxesParser()
  parser.on('opentag', ({ name, attributes }) => {
    // Looks are the style sheet's, and the policy of the page lets no style stand in markup.
    const kept = Object.entries(attributes).filter(([key]) => !['class', 'style'].includes(key))
    open.push({ tag: name, attributes: Object.fromEntries(kept), children: [] })
  })
  parser.on('text', (text) => open.at(-1)!.children.push(text))
  parser.on('closetag', () => {
    const { tag, attributes, children } = open.pop()!
    const element: ProseElement = {
      tag,
      ...(Object.keys(attributes).length > 0 && { attributes }),
      ...(children.length > 0 && { children }),
    }
    open.at(-1)!.children.push(element)
  })
  parser.write(markup).close()
  return top.children[0]!
}
