import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { questions } from '@caudal/methods/govern/capacity'
import { languages } from '@caudal/methods/vocabulary'
import { publisher } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { createSitePages } from '../pages/service.ts'
import { assessmentCsv } from './assessment-csv.ts'
import {
  answerQuestionnaire,
  countryAssessments,
  publicAssessments,
  publishAssessment,
} from './service.ts'

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    'void-style': 'off',
    'attribute-boolean-style': 'off',
    'attribute-empty-style': 'off',
    'no-raw-characters': 'off',
    'no-trailing-whitespace': 'off',
    'long-title': 'off',
  },
})

const officer: Actor = {
  kind: 'person',
  id: 'one',
  roles: ['statistician'],
  institution: 'slv-onec',
  country: 'SLV',
}
const answers = (level: number, evidence = '') =>
  Object.fromEntries(questions.map(({ id }) => [id, { level, evidence }]))

test('a country answers for itself alone, and every version stays', async () => {
  await withNode(async (node) => {
    const answer = (country: string, after: number, given: object) =>
      answerQuestionnaire(node, officer, country, after, given as ReturnType<typeof answers>)
    const refused = async (work: Promise<unknown>, code: string) =>
      expect(work).rejects.toMatchObject({ code: `capacity.${code}` })
    await refused(answer('HND', 0, answers(1)), 'another-country')
    await refused(answer('XX-', 0, answers(1)), 'country-unknown')
    await refused(answer('SLV', 0, {}), 'nothing-answered')
    await refused(answer('SLV', 0, { no: { level: 1, evidence: '' } }), 'question-unknown')
    const none = { [questions[0]!.id]: { level: null, evidence: ' ' } }
    await refused(answer('SLV', 0, none), 'why-not-applicable')

    expect(await answer('SLV', 0, answers(1))).toBe(1)
    await refused(answer('SLV', 0, answers(3)), 'changed-meanwhile')
    await refused(answer('SLV', 7, answers(3)), 'changed-meanwhile')
    const { [questions[0]!.id]: _, [questions[1]!.id]: __, ...some } = answers(2)
    expect(await answer('SLV', 1, some)).toBe(2)
    const [first, second] = await countryAssessments(node, officer, 'SLV')
    expect(first!.score.overall).toBeCloseTo(100 / 3, 10)
    expect(second!.score.overall).toBeNull()
    expect(second!.score.dimensions[0]).toMatchObject({ score: null, answered: 2 })
  })
})

test('nothing of it is public until somebody who publishes decides so, and may be taken back', async () => {
  const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
  await withNode(async (node) => {
    const pages = createSitePages(node, { portal })
    const secret = 'law of 2014, article <3>'
    await answerQuestionnaire(node, officer, 'SLV', 0, answers(1, secret))
    await answerQuestionnaire(node, officer, 'SLV', 1, answers(2, '=cmd()'))
    expect(await publicAssessments(node)).toEqual([])
    expect(await pages.capacity('SLV', 'en')).toBeUndefined()
    expect((await pages.capacities('en')).html).toContain('No assessment has been published yet')

    await expect(publishAssessment(node, publisher, 'SLV', 3, true)).rejects.toMatchObject({
      code: 'capacity.version-unknown',
    })
    await publishAssessment(node, publisher, 'SLV', 1, true)
    const one = (await pages.capacity('SLV', 'en'))!.html
    expect(one).toContain('law of 2014, article &lt;3&gt;')
    expect(one).not.toContain('cmd()')
    await publishAssessment(node, publisher, 'SLV', 2, true)
    for (const language of languages) {
      for (const { html } of [
        (await pages.capacity('SLV', language))!,
        await pages.capacities(language),
      ]) {
        const { results } = await validator.validateString(html)
        expect(results.flatMap(({ messages }) => messages)).toEqual([])
        expect(html).toContain('67')
        expect(html).not.toMatch(/undefined|NaN|\[object|<script/)
      }
    }
    const neighbour = { ...officer, id: 'two', roles: ['publisher'] as const, country: 'HND' }
    await answerQuestionnaire(node, officer, 'SLV', 2, answers(0))
    const seen = await countryAssessments(node, neighbour, 'SLV')
    expect(seen.map(({ version }) => version)).toEqual([1, 2])
    await expect(publishAssessment(node, neighbour, 'SLV', 3, true)).rejects.toMatchObject({
      code: 'capacity.another-country',
    })
    const csv = assessmentCsv(await publicAssessments(node, 'SLV'), 'en')
    expect(csv.split('\r\n')).toHaveLength(2 * 28 + 2)
    expect(csv).toContain("'=cmd()")
    expect(csv).toMatch(/SLV,2,\d{4}-\d\d-\d\d,1,law,Law and institutions,66\.7,mandate/)

    await publishAssessment(node, publisher, 'SLV', 2, false)
    expect((await publicAssessments(node)).map(({ version }) => version)).toEqual([1])
  })
  rmSync(portal, { recursive: true })
})
