import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { languages } from '@caudal/methods/vocabulary'
import {
  changeProfile,
  draftProfile,
  openAgain,
  openSubmission,
  receivePart,
  takeInSubmission,
} from '../../collect/submissions/service.ts'
import { institutionReport, withdraw } from '../../collect/institution/service.ts'
import { trainingFile } from '../../collect/training-file.ts'
import { wordsOf, type Prose } from '../../../../portal/src/release/index.ts'
import { listBatches, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { courseChecks } from './course-checks.ts'
import { courseRoles, parseCourse, readCourse, stepsOf } from './course-text.ts'
import { beginCourse, courseProgress, restartCourse, tickStep } from './service.ts'

const officer = (id: string): Actor => ({
  kind: 'person',
  id,
  roles: ['data-officer'],
  institution: 'slv-dgme',
  country: 'SLV',
})
const one = officer('one')
const another = officer('another')

const doneOf = async (node: CaudalNode, actor: Actor, course = 'records') =>
  (await courseProgress(node, actor, course)).steps.flatMap(({ id, done }) => (done ? [id] : []))

/** Every link and picture of a text. */
function addressesOf(pieces: readonly Prose[]): string[] {
  return pieces.flatMap((piece) =>
    typeof piece === 'string'
      ? []
      : [
          ...(piece.tag === 'a' ? [piece.attributes?.['href'] ?? ''] : []),
          ...addressesOf(piece.children ?? []),
        ],
  )
}

describe('a course', () => {
  test('has the same lessons, steps and ways in three languages, and leads to screens that exist', async () => {
    const portal = fileURLToPath(new URL('../../../../portal/src', import.meta.url))
    const sections = readdirSync(join(portal, 'desk'), { withFileTypes: true }).filter((each) =>
      each.isDirectory(),
    )
    const routes = sections.flatMap(({ name }) => {
      const text = readFileSync(join(portal, 'desk', name, 'routes.ts'), 'utf8')
      return [...text.matchAll(/path: '([^']+)'/g)].map(([, path]) => `/desk/${path}`)
    })
    const known = [...routes, '/explore/movements', '/releases']
    await withNode(async (node) => {
      for (const id of Object.keys(courseRoles)) {
        const texts = await Promise.all(
          languages.map(async (language) => {
            const course = (await readCourse(node.folder.content, id, language))!
            expect([course.title, course.lead].every((text) => text !== '')).toBe(true)
            const pieces = course.lessons.flatMap(({ blocks }) =>
              blocks.flatMap((block) => (block.kind === 'text' ? block.pieces : [])),
            )
            expect(course.lessons.every(({ title }) => title !== '')).toBe(true)
            expect(wordsOf(pieces)).not.toContain('step:')
            return {
              lessons: course.lessons.length,
              steps: stepsOf(course).map((step) => step.id),
              ways: addressesOf(pieces).map((way) => way.replace(`/${language}/`, '/')),
            }
          }),
        )
        expect(texts[0]!.steps.some((step) => step in courseChecks)).toBe(true)
        expect(new Set(texts[0]!.steps).size).toBe(texts[0]!.steps.length)
        for (const text of texts) expect(text).toEqual(texts[0])
        for (const way of texts[0]!.ways) {
          expect([
            id,
            way,
            [...known, `/learn/files/${trainingFile().name}`].includes(way),
          ]).toEqual([id, way, true])
        }
      }
    })
  })

  test('of an editor takes the place of the program’s, and what is wrong in it stays text', async () => {
    await withNode(async (node) => {
      const folder = join(node.folder.content, 'courses')
      mkdirSync(folder, { recursive: true })
      writeFileSync(
        join(folder, 'records.es.md'),
        '# El nuestro\n\nUno.\n\n## A\n\n![Hágalo](step:ours)\n\n![x](step:NO)\n\n<script>\n',
      )
      const own = (await readCourse(node.folder.content, 'records', 'es'))!
      expect(own.title).toBe('El nuestro')
      expect(stepsOf(own)).toEqual([{ id: 'ours', text: 'Hágalo' }])
      expect((await courseProgress(node, one, 'records')).steps.map(({ id }) => id)).toEqual([
        'ours',
      ])
      expect(await readCourse(node.folder.content, '../portal', 'es')).toBeUndefined()
      expect(parseCourse('a', '', 'es')).toMatchObject({ title: 'a', lessons: [] })
    })
  })
})

test('what the node sees of a course is what this account did since it began, and nobody else', async () => {
  await withNode(async (node) => {
    const { content, name, bytes } = trainingFile()
    const send = async () => {
      const { id } = await openSubmission(node, one, { fileName: name, bytes })
      await receivePart(node, one, id, 0, content)
      return id
    }
    await send()
    expect(await courseProgress(node, one, 'records')).toMatchObject({ begun: false })
    await beginCourse(node, one, 'records')
    await beginCourse(node, another, 'records')
    expect(await doneOf(node, one)).toEqual([])

    const id = await send()
    expect(await doneOf(node, one)).toEqual(['file-sent'])
    await draftProfile(node, one, id, {})
    const { submission } = await openAgain(node, one, id)
    expect(submission.profile).toMatchObject({ recordType: 'movement', synthetic: true })
    const path = new URL(
      '../../../../../data/synthetic/profiles/synthetic-movements-slv.json',
      import.meta.url,
    )
    const profile = JSON.parse(readFileSync(path, 'utf8')) as Record<string, unknown>
    await changeProfile(node, one, id, { revision: submission.revision, profile })
    await takeInSubmission(node, { ...one, kind: 'job' }, id, () => {})
    const [batch] = await listBatches(node)
    // The numbers that the lessons tell.
    expect(batch).toMatchObject({ rowsRead: 369, rowsRejected: 3, institution: 'slv-dgme' })
    expect(await doneOf(node, one)).toEqual(['file-sent', 'file-read', 'file-taken-in'])

    await institutionReport(node, one, batch!.id)
    await withdraw(node, one, batch!.id, 'The course is over.')
    expect(await doneOf(node, one)).toEqual([
      'file-sent',
      'file-read',
      'file-taken-in',
      'findings-read',
      'batch-withdrawn',
    ])
    expect(await doneOf(node, another)).toEqual([])
  })
})

test('what the node cannot see is ticked and unticked, kept, and forgotten on request', async () => {
  await withNode(async (node) => {
    await tickStep(node, one, 'records', 'have-file', true)
    expect(await courseProgress(node, one, 'records')).toMatchObject({ begun: true })
    expect(await doneOf(node, one)).toEqual(['have-file'])
    await expect(tickStep(node, one, 'records', 'file-sent', true)).rejects.toMatchObject({
      code: 'learn.step-checked',
    })
    await expect(tickStep(node, one, 'records', 'nothing', true)).rejects.toMatchObject({
      code: 'learn.step-unknown',
    })
    await expect(beginCourse(node, one, '../portal')).rejects.toMatchObject({
      code: 'learn.unknown',
    })
    await tickStep(node, one, 'records', 'have-file', false)
    expect(await doneOf(node, one)).toEqual([])
    await tickStep(node, one, 'records', 'have-file', true)
    expect(await restartCourse(node, one, 'records')).toMatchObject({ begun: false })
    expect(await doneOf(node, one)).toEqual([])
  })
})
