import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Role } from '@caudal/methods/govern'
import type { Language } from '@caudal/methods/vocabulary'
import {
  parseMarkdown,
  pictureOf,
  wordsOf,
  type Prose,
} from '../../../../portal/src/release/index.ts'

/** Courses that come with the program, and for whom each is. */
export const courseRoles: Readonly<Record<string, readonly Role[]>> = {
  records: ['data-officer'],
  statistics: ['statistician'],
  matches: ['linkage-officer'],
  releases: ['publisher', 'statistician'],
  protection: ['protection-officer'],
}

const shipped = fileURLToPath(new URL('../../../../../data/content/courses', import.meta.url))

/** A step of a lesson: what to do, and by what the node sees that it is done, if it can. */
export interface CourseStep {
  /** Unique within the course: the name of a check, or what the text calls it. */
  readonly id: string
  readonly text: string
}

export interface Lesson {
  readonly id: string
  readonly title: string
  readonly blocks: readonly (
    | { readonly kind: 'text'; readonly pieces: readonly Prose[] }
    | { readonly kind: 'steps'; readonly steps: readonly CourseStep[] }
  )[]
}

/** A course as its file has it. */
export interface Course {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly lessons: readonly Lesson[]
}

/** Names of courses: those of the program first, then those that the node adds. */
export async function listCourseIds(content: string): Promise<string[]> {
  const names = await readdir(join(content, 'courses')).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [] as string[]
    throw error
  })
  const own = names.flatMap(
    (name) => /^([a-z][a-z0-9-]{0,60})\.(?:es|en|fr)\.md$/.exec(name)?.[1] ?? [],
  )
  return [...new Set([...Object.keys(courseRoles), ...own.sort()])]
}

/**
 * A course in a language: the node's own file (`content/courses/records.es.md`) before that of the
 * program. Of a course that the node has in one language only, the others show that one.
 */
export async function readCourse(
  content: string,
  id: string,
  language: Language,
): Promise<Course | undefined> {
  if (!(await listCourseIds(content)).includes(id)) return undefined
  const languages = [language, ...(['es', 'en', 'fr'] as const).filter((each) => each !== language)]
  const paths = [
    join(content, 'courses', `${id}.${language}.md`),
    join(shipped, `${id}.${language}.md`),
    ...languages.map((each) => join(content, 'courses', `${id}.${each}.md`)),
  ]
  for (const path of paths) {
    try {
      return parseCourse(id, await readFile(path, 'utf8'), language)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
    }
  }
  return undefined
}

/**
 * Reads Markdown: `#` is the title, the first paragraph the lead, `##` begins a lesson. A paragraph that
 * is one picture, `![What to do](step:file-sent)`, is a step; an address that begins with a slash is one
 * of this node in the language of the text.
 */
export function parseCourse(id: string, text: string, language: Language): Course {
  const resolveLink = (address: string): string =>
    address.startsWith('/') && !address.startsWith('/learn/files/')
      ? `/${language}${address}`
      : address
  const lessons: { id: string; title: string; blocks: Lesson['blocks'][number][] }[] = []
  let title = ''
  let lead = ''
  for (const piece of parseMarkdown(text, { resolveLink, keepPictures: true })) {
    const words = wordsOf([piece]).trim()
    const tag = typeof piece === 'string' ? '' : piece.tag
    if (tag === 'h1') title = words
    else if (tag === 'h2') {
      lessons.push({ id: `lesson-${lessons.length + 1}`, title: words, blocks: [] })
    } else if (lessons.length === 0) {
      if (lead === '') lead = words
    } else addBlock(lessons.at(-1)!.blocks, piece)
  }
  return { id, title: title === '' ? id : title, lead, lessons }
}

function addBlock(blocks: Lesson['blocks'][number][], piece: Prose): void {
  const step = stepOf(piece)
  const last = blocks.at(-1)
  if (step !== undefined) {
    if (last?.kind === 'steps')
      blocks.splice(-1, 1, { kind: 'steps', steps: [...last.steps, step] })
    else blocks.push({ kind: 'steps', steps: [step] })
  } else if (last?.kind === 'text') {
    blocks.splice(-1, 1, { kind: 'text', pieces: [...last.pieces, piece] })
  } else blocks.push({ kind: 'text', pieces: [piece] })
}

function stepOf(piece: Prose): CourseStep | undefined {
  const { src = '', alt = '' } = pictureOf(piece) ?? {}
  const id = /^step:([a-z][a-z0-9-]{0,60})$/.exec(src)?.[1]
  return id === undefined ? undefined : { id, text: alt }
}

/** The steps of a course, in their order. */
export function stepsOf({ lessons }: Course): CourseStep[] {
  return lessons.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'steps' ? block.steps : [])),
  )
}
