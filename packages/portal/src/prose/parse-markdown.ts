import MarkdownIt, { type Token } from 'markdown-it'
import type { Prose, ProseElement } from './prose-tree.ts'

export interface MarkdownOptions {
  /** Sets a formula, written in TeX; without it a formula stays as it is written. */
  readonly setFormula?: (tex: string, display: boolean) => Prose
  /** Where a link leads; undefined for one that is to be read only as words. */
  readonly resolveLink?: (address: string) => string | undefined
  /** How deep the outermost heading of the text stands on its page; as deep as written without it. */
  readonly firstHeading?: number
  /** Whether pictures are kept; else their words stand in their place. */
  readonly keepPictures?: boolean
}

// No markup of its own passes: what stands between angle brackets is text.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

/**
 * Reads CommonMark with tables. Formulas are written as GitHub writes them: a fenced block `math` for
 * one on a line of its own, and dollar signs around code within a line.
 *
 * @returns the pieces of the text, which a page shows as elements and never as markup
 */
export function parseMarkdown(text: string, options: MarkdownOptions = {}): readonly Prose[] {
  const tokens = markdown.parse(text, {})
  const { firstHeading } = options
  const shift = firstHeading === undefined ? 0 : firstHeading - outermostHeading(tokens)
  return gather(tokens, { ...options, shift })
}

interface Reading extends MarkdownOptions {
  readonly shift: number
}

function outermostHeading(tokens: readonly Token[]): number {
  const depths = tokens
    .filter(({ type }) => type === 'heading_open')
    .map(({ tag }) => Number(tag.slice(1)))
  return depths.length === 0 ? 1 : Math.min(...depths)
}

/** Turns the flat list of opening and closing tokens into a tree. */
function gather(tokens: readonly Token[], reading: Reading): readonly Prose[] {
  const root: Prose[] = []
  const open: { readonly token: Token; readonly children: Prose[] }[] = []
  const put = (...pieces: readonly Prose[]) => {
    const into = open.at(-1)?.children ?? root
    for (const piece of pieces) {
      const last = into.at(-1)
      if (typeof piece === 'string' && typeof last === 'string')
        into[into.length - 1] = last + piece
      else into.push(piece)
    }
  }
  for (const token of tokens) {
    if (token.nesting === 1) open.push({ token, children: [] })
    else if (token.nesting === -1) {
      const { token: opening, children } = open.pop()!
      // A tight list says of its paragraphs that they are none.
      if (opening.hidden) put(...children)
      else put(...element(opening, children, reading))
    } else if (token.type === 'inline') put(...gatherInline(token.children ?? [], reading))
    else put(...leaf(token, reading))
  }
  return root
}

function element(token: Token, children: readonly Prose[], reading: Reading): readonly Prose[] {
  const attribute = (name: string) => String(token.attrGet(name) ?? '')
  if (token.type === 'heading_open') {
    const depth = Math.min(6, Math.max(1, Number(token.tag.slice(1)) + reading.shift))
    return [{ tag: `h${depth}`, children }]
  }
  if (token.type === 'link_open') {
    const address = attribute('href')
    const href = reading.resolveLink ? reading.resolveLink(address) : address
    return href === undefined ? children : [{ tag: 'a', attributes: { href }, children }]
  }
  const align = /text-align:(\w+)/.exec(attribute('style'))?.[1]
  const attributes: Record<string, string> = {
    ...(align !== undefined && { 'data-align': align }),
    ...(attribute('start') !== '' && { start: attribute('start') }),
  }
  return [{ tag: token.tag, attributes, children }]
}

function leaf(token: Token, { setFormula, keepPictures }: Reading): readonly Prose[] {
  switch (token.type) {
    case 'text':
      return token.content === '' ? [] : [token.content]
    case 'softbreak':
      return [' ']
    case 'hardbreak':
      return [{ tag: 'br' }]
    case 'code_inline':
      return [{ tag: 'code', children: [token.content] }]
    case 'formula':
      return setFormula ? [setFormula(token.content, false)] : []
    case 'hr':
      return [{ tag: 'hr' }]
    case 'image':
      return keepPictures ? [picture(token)] : [token.content]
    case 'fence':
      if (token.info.trim() === 'math' && setFormula) return [setFormula(token.content, true)]
      return [codeBlock(token)]
    case 'code_block':
      return [codeBlock(token)]
    default:
      return [token.content]
  }
}

function picture(token: Token): ProseElement {
  const src = String(token.attrGet('src') ?? '')
  return { tag: 'img', attributes: { src, alt: token.content } }
}

function codeBlock({ content }: Token): ProseElement {
  return { tag: 'pre', children: [{ tag: 'code', children: [content.replace(/\n$/, '')] }] }
}

/** Finds code between two dollar signs and has it set as a formula. */
function gatherInline(tokens: readonly Token[], reading: Reading): readonly Prose[] {
  if (reading.setFormula) {
    for (const [place, token] of tokens.entries()) {
      const [left, right] = [tokens[place - 1], tokens[place + 1]]
      if (token.type !== 'code_inline' || left?.type !== 'text' || right?.type !== 'text') continue
      if (!left.content.endsWith('$') || !right.content.startsWith('$')) continue
      left.content = left.content.slice(0, -1)
      right.content = right.content.slice(1)
      token.type = 'formula'
    }
  }
  return gather(tokens, reading)
}
