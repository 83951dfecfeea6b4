import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import MarkdownIt, { type Token } from 'markdown-it'
import type { Language } from '@caudal/methods/vocabulary'

/** Themes that come with the program, in the order of the list. */
const order = [
  'flows',
  'stocks',
  'returns',
  'children',
  'remittances',
  'deaths',
  'labour',
  'integration',
  'health',
  'smuggling-and-trafficking',
  'policies',
] as const

const shipped = fileURLToPath(new URL('../../../../../data/content/themes', import.meta.url))

/** A theme as its file has it: title, lead, and parts of text and figures. */
export interface ThemeText {
  readonly title: string
  readonly lead: string
  readonly parts: readonly {
    readonly title: string
    readonly blocks: readonly (
      | { readonly kind: 'text'; readonly html: string }
      | { readonly kind: 'figures'; readonly asked: readonly AskedByText[] }
    )[]
  }[]
}

/** A figure that a text places: `![caption](figure:movements?rows=time.year)`. */
export interface AskedByText {
  readonly cube: string
  readonly table: string
  readonly draw: 'chart' | 'pyramid' | 'table'
  readonly caption: string
}

/** Names of themes: those of the program first, then those that the node adds. */
export async function listThemeIds(content: string): Promise<string[]> {
  const names = await readdir(join(content, 'themes')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw error
  })
  const own = names.flatMap(
    (name) => /^([a-z][a-z0-9-]{0,60})\.(?:es|en|fr)\.md$/.exec(name)?.[1] ?? [],
  )
  return [...new Set([...order, ...own.sort()])]
}

/**
 * The text of a theme: the node's own file (`content/themes/flows.es.md`) before that of the program.
 * Of a theme that the node has in one language only, the others show that one.
 */
export async function readThemeText(
  content: string,
  id: string,
  language: Language,
): Promise<{ readonly text: string; readonly path: string } | undefined> {
  if (!(await listThemeIds(content)).includes(id)) return undefined
  const languages = [language, ...(['es', 'en', 'fr'] as const).filter((each) => each !== language)]
  const paths = [
    join(content, 'themes', `${id}.${language}.md`),
    join(shipped, `${id}.${language}.md`),
    ...languages.map((each) => join(content, 'themes', `${id}.${each}.md`)),
  ]
  for (const path of paths) {
    try {
      return { text: await readFile(path, 'utf8'), path }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return undefined
}

/** What a list of themes says of each. */
export interface ThemeTitle {
  readonly id: string
  readonly title: string
  readonly lead: string
}

/** Every theme with its title and lead. */
export async function listThemes(content: string, language: Language): Promise<ThemeTitle[]> {
  const found = await Promise.all(
    (await listThemeIds(content)).map(async (id) => {
      const read = await readThemeText(content, id, language)
      return read === undefined ? [] : [{ id, ...parseTheme(read.text) }]
    }),
  )
  return found.flat().map(({ id, title, lead }) => ({ id, title: title === '' ? id : title, lead }))
}

// HTML of an editor stays text; what Markdown makes of the rest is safe.
const markdown = new MarkdownIt({ html: false, linkify: false, typographer: false })

/** Reads Markdown: `#` is the title, the first paragraph the lead, `##` begins a part. */
export function parseTheme(text: string): ThemeText {
  const tokens = markdown.parse(text, {})
  const parts: { title: string; blocks: Block[] }[] = []
  let title = ''
  let lead = ''
  for (let at = 0; at < tokens.length;) {
    const end = endOf(tokens, at)
    const block = tokens.slice(at, end)
    const inline = block[1]
    at = end
    if (block[0]!.type === 'heading_open' && block[0]!.tag === 'h1') {
      title = inline?.content ?? ''
      continue
    }
    if (block[0]!.type === 'heading_open' && block[0]!.tag === 'h2') {
      parts.push({ title: inline?.content ?? '', blocks: [] })
      continue
    }
    const part = parts.at(-1)
    if (part === undefined) {
      if (lead === '') lead = inline?.content ?? ''
      continue
    }
    addBlock(part.blocks, block)
  }
  return { title, lead, parts }
}

type Block = ThemeText['parts'][number]['blocks'][number]

function addBlock(blocks: Block[], tokens: Token[]): void {
  const asked = figureOf(tokens)
  const last = blocks.at(-1)
  if (asked !== undefined) {
    if (last?.kind === 'figures') blocks.splice(-1, 1, { ...last, asked: [...last.asked, asked] })
    else blocks.push({ kind: 'figures', asked: [asked] })
    return
  }
  const html = markdown.renderer.render(tokens, markdown.options, {})
  if (last?.kind === 'text') blocks.splice(-1, 1, { kind: 'text', html: last.html + html })
  else blocks.push({ kind: 'text', html })
}

/** Where the block that begins at a token ends. */
function endOf(tokens: readonly Token[], start: number): number {
  let depth = 0
  for (let at = start; at < tokens.length; at += 1) {
    depth += tokens[at]!.nesting
    if (depth === 0) return at + 1
  }
  return tokens.length
}

/** The figure that a paragraph of a single picture asks for. */
function figureOf(tokens: readonly Token[]): AskedByText | undefined {
  const children = tokens[1]?.children ?? []
  const [image] = children
  if (tokens[0]?.type !== 'paragraph_open' || children.length !== 1) return undefined
  const address = image?.type === 'image' ? String(image.attrGet('src') ?? '') : ''
  if (!address.startsWith('figure:')) return undefined
  const [cube = '', query = ''] = decodeURI(address.slice('figure:'.length)).split('?', 2)
  const parameters = new URLSearchParams(query)
  const draw = parameters.get('draw')
  parameters.delete('draw')
  return {
    cube,
    table: parameters.toString(),
    draw: draw === 'pyramid' || draw === 'table' ? draw : 'chart',
    caption: image?.content ?? '',
  }
}
