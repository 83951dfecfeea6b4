// Writes the handbook of methods, from the docstrings of the methods and the chapters of
// docs/methods, into the files that the portal fetches page by page.
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type {
  HandbookChapter,
  HandbookContents,
  HandbookEntry,
  HandbookStage,
} from '../../src/handbook/handbook.ts'
import { parseMarkdown } from '../../src/prose/parse-markdown.ts'
import { wordsOf, type Prose } from '../../src/prose/prose-tree.ts'
import { readGlossary } from './read-glossary.ts'
import { readOffered, type Documented } from './read-docstrings.ts'
import { readTags } from './read-tags.ts'
import { setFormula } from './set-formula.ts'

const workspace = fileURLToPath(new URL('../../../../', import.meta.url))
const methods = join(workspace, 'packages/methods/src')
const chapters = join(workspace, 'docs/methods')
const target = join(workspace, 'packages/portal/public/handbook')

/** In the order of the flow. */
const stages = ['collect', 'link', 'measure', 'protect', 'publish', 'exchange', 'govern']

rmSync(target, { recursive: true, force: true })
const contents: HandbookContents = {
  chapters: readdirSync(chapters)
    .filter((name) => name.endsWith('.md'))
    .map((name) => {
      const id = name.replace(/\.md$/, '')
      const chapter = readChapter(join(chapters, name))
      write(`chapters/${id}`, chapter)
      return { id, title: chapter.title }
    }),
  stages: stages.map((id) => {
    const { folders } = readStage(id)
    write(`stages/${id}`, { folders } satisfies HandbookStage)
    return {
      id,
      functions: folders.flatMap(({ entries }) => entries).filter(({ kind }) => kind === 'function')
        .length,
      folders: folders.map(({ folder, entries }) => ({
        folder,
        names: entries.map(({ name }) => name),
      })),
    }
  }),
}
write('contents', contents)
const readDoc = (name: string) => readFileSync(join(workspace, 'docs', name), 'utf8')
write(
  'glossary',
  readGlossary(readDoc('glossary.md'), {
    es: readDoc('glossary.es.md'),
    fr: readDoc('glossary.fr.md'),
  }),
)

function write(name: string, content: object): void {
  const file = join(target, `${name}.json`)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, JSON.stringify(content))
}

function readChapter(file: string): HandbookChapter {
  const [title, ...text] = parse(readFileSync(file, 'utf8'), 1)
  return { title: title === undefined ? '' : wordsOf([title]), text }
}

function readStage(stage: string): HandbookStage {
  const indexes = readdirSync(join(methods, stage), { recursive: true, encoding: 'utf8' })
    .filter((name) => basename(name) === 'index.ts')
    .sort((one, other) => one.length - other.length)
  const offered = new Map<string, Documented>()
  for (const index of indexes) {
    for (const each of readOffered(join(methods, stage, index), methods)) {
      if (each.docstring !== '') offered.set(`${each.file}#${each.name}`, each)
    }
  }
  const byFolder = new Map<string, HandbookEntry[]>()
  for (const entry of [...offered.values()].map(readEntry)) {
    const folder = dirname(entry.file)
    byFolder.set(folder, [...(byFolder.get(folder) ?? []), entry])
  }
  return { folders: [...byFolder].map(([folder, entries]) => ({ folder, entries })) }
}

function readEntry({ docstring, ...declared }: Documented): HandbookEntry {
  const { text, tags } = readTags(docstring)
  const textsOf = (wanted: string) => tags.filter(({ tag }) => tag === wanted)
  const returns = textsOf('returns')[0]
  return {
    ...declared,
    text: parse(text, 4),
    parameters: textsOf('param').map((each) => {
      const [, name = '', words = ''] = /^(\S+)\s*(?:-\s*)?([\s\S]*)$/.exec(each.text) ?? []
      return { name, text: parse(words, 4) }
    }),
    ...(returns && { returns: parse(returns.text, 4) }),
    throws: textsOf('throws').map((each) => parse(each.text, 4)),
    see: textsOf('see').map((each) => parse(each.text, 4)),
    examples: textsOf('example').map((each) => each.text),
  }
}

function parse(text: string, firstHeading: number): readonly Prose[] {
  return parseMarkdown(linkWords(text), { setFormula, firstHeading, resolveLink })
}

/** `{@link name}` is a name, as code. */
function linkWords(text: string): string {
  return text.replace(/\{@link ([^}\s]+)[^}]*\}/g, '`$1`')
}

/** Chapters lead to chapters; what else lies in the repository is named and not linked. */
function resolveLink(address: string): string | undefined {
  if (/^https?:/.test(address)) return address
  const chapter = /^(?:\.\/|\.\.\/methods\/)?([a-z-]+)\.md(#.*)?$/.exec(address)?.[1]
  return chapter !== undefined && existsSync(join(chapters, `${chapter}.md`)) ? chapter : undefined
}
