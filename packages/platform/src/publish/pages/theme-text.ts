import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Language } from '@caudal/methods/vocabulary'
import {
  parseMarkdown,
  pictureOf,
  wordsOf,
  type Prose,
} from '../../../../portal/src/release/index.ts'

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
      | { readonly kind: 'text'; readonly pieces: readonly Prose[] }
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

/** Reads Markdown: `#` is the title, the first paragraph the lead, `##` begins a part. */
export function parseTheme(text: string): ThemeText {
  const parts: { title: string; blocks: Block[] }[] = []
  let title = ''
  let lead = ''
  for (const piece of parseMarkdown(text, { keepPictures: true })) {
    const tag = typeof piece === 'string' ? '' : piece.tag
    const words = wordsOf([piece])
    if (tag === 'h1') title = words
    else if (tag === 'h2') parts.push({ title: words, blocks: [] })
    else if (parts.length > 0) addBlock(parts.at(-1)!.blocks, piece)
    else if (lead === '') lead = words
  }
  return { title, lead, parts }
}

type Block = ThemeText['parts'][number]['blocks'][number]

function addBlock(blocks: Block[], piece: Prose): void {
  const asked = figureOf(piece)
  const last = blocks.at(-1)
  if (asked !== undefined) {
    if (last?.kind === 'figures') blocks.splice(-1, 1, { ...last, asked: [...last.asked, asked] })
    else blocks.push({ kind: 'figures', asked: [asked] })
  } else if (last?.kind === 'text') {
    blocks.splice(-1, 1, { kind: 'text', pieces: [...last.pieces, piece] })
  } else blocks.push({ kind: 'text', pieces: [piece] })
}

/** The figure that a paragraph of a single picture asks for. */
function figureOf(piece: Prose): AskedByText | undefined {
  const { src = '', alt = '' } = pictureOf(piece) ?? {}
  if (!src.startsWith('figure:')) return undefined
  const [cube = '', query = ''] = decodeURI(src.slice('figure:'.length)).split('?', 2)
  const parameters = new URLSearchParams(query)
  const draw = parameters.get('draw')
  parameters.delete('draw')
  return {
    cube,
    table: parameters.toString(),
    draw: draw === 'pyramid' || draw === 'table' ? draw : 'chart',
    caption: alt,
  }
}
