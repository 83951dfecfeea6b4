import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { HtmlValidate } from 'html-validate'
import { SaxesParser } from 'saxes'
import { expect, test } from 'vitest'
import { cubes } from '@caudal/methods/measure'
import { languages } from '@caudal/methods/vocabulary'
import { publisher } from '../../govern/testing-actors.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { readArchiveQuery } from '../pages/release-archive.ts'
import { themesOfCubes } from '../pages/release-subjects.ts'
import { createSitePages, type SitePages } from '../pages/service.ts'
import { listThemeIds } from '../pages/theme-text.ts'
import { insertEvent, insertRelease } from '../release/releases.ts'
import { planOfTemplate } from '../release/templates.ts'
import { createPublishService } from '../service.ts'
import { createReleaseCalendar } from './service.ts'

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

/** Records a release of a template as it stands after both officers have decided. */
async function record(
  node: CaudalNode,
  template: string,
  parameters: { country?: string; period: string },
  publishAt: string | undefined,
  vintage = 1,
): Promise<string> {
  const plan = planOfTemplate(template, parameters)
  const id = `${plan.series}-v${vintage}`
  await insertRelease(node, {
    id,
    vintage,
    plan,
    series: plan.series,
    template,
    sources: [],
    findings: [],
    program: '0',
    manifestSha256: '',
    publicKey: '',
    draftedBy: 'one',
    owner: null,
    ownerCountry: null,
  })
  const decision = { releaseId: id, actor: 'other', successor: null, remark: null }
  if (publishAt !== undefined) {
    await insertEvent(node.register, { ...decision, kind: 'approved', publishAt: null })
    await insertEvent(node.register, { ...decision, kind: 'scheduled', publishAt })
  }
  return id
}

async function withPages(
  work: (node: CaudalNode, pages: SitePages) => Promise<void>,
): Promise<void> {
  const portal = mkdtempSync(join(tmpdir(), 'caudal-no-portal-'))
  await withNode((node) => work(node, createSitePages(node, { portal })))
  rmSync(portal, { recursive: true })
}

const all = readArchiveQuery({})

test('before its hour the public reads the title and the time of a release, and nothing else', async () => {
  await withPages(async (node, pages) => {
    const flows = { country: 'SLV', period: '2019-05' }
    const id = await record(node, 'monthly-flows', flows, '2099-03-01T14:30:00Z')
    await record(node, 'monthly-returns', flows, undefined)
    const { html } = await pages.releases(all, 'en')
    expect(html).toContain('El Salvador: arrivals and departures, May 2019')
    expect(html).toContain('1 March 2099, 14:30 UTC')
    expect(html).not.toContain(id)
    expect(html).not.toContain('returned migrants, May 2019')
    expect(await pages.feed('https://node.example', 'en')).not.toContain('<entry>')
    const found = await (await createPublishService(node).search('El Salvador', 20, 'en')).answer()
    expect(found.pages.map(({ what }) => what)).toEqual(['Country'])
  })
})

test('the archive has every release, what was superseded marked, and its filters are addresses', async () => {
  await withPages(async (node, pages) => {
    const place = { country: 'SLV', period: '2019-05' }
    await record(node, 'monthly-flows', place, '2024-02-01T12:00:00Z')
    await record(node, 'monthly-flows', place, '2025-03-01T12:00:00Z', 2)
    await record(
      node,
      'monthly-returns',
      { country: 'HND', period: '2019-05' },
      '2024-06-01T00:00:00Z',
    )
    await record(node, 'regional-overview', { period: '2019' }, '2025-06-01T00:00:00Z')
    const read = async (query: object) =>
      (await pages.releases(readArchiveQuery({ ...query }), 'en')).html
    const titles = (html: string) =>
      [...html.matchAll(/\/releases\/([a-z0-9-]+)\/en\/index\.html">(?!by )/g)].map(([, id]) => id)

    const whole = await read({})
    expect(titles(whole)).toEqual([
      'regional-overview-2019-v1',
      'monthly-flows-slv-2019-05-v2',
      'monthly-returns-hnd-2019-05-v1',
      'monthly-flows-slv-2019-05-v1',
    ])
    expect(whole).toContain('by the edition of 1 March 2025')
    expect(titles(await read({ country: 'HND' }))).toEqual(['monthly-returns-hnd-2019-05-v1'])
    expect(titles(await read({ country: 'region' }))).toEqual(['regional-overview-2019-v1'])
    expect(titles(await read({ theme: 'deaths' }))).toEqual(['regional-overview-2019-v1'])
    expect(titles(await read({ theme: 'flows', year: '2024' }))).toEqual([
      'monthly-flows-slv-2019-05-v1',
    ])
    expect(await read({ country: '"><script>' })).toContain('No release answers this filter')
    expect(await read({ country: ['a', 'b'], page: '0' })).toContain('4 releases')
    expect(await read({ page: '99999' })).toContain('4 releases')
    for (const language of languages) {
      const { html } = await pages.releases(readArchiveQuery({ country: 'SLV' }), language)
      const { results } = await validator.validateString(html)
      expect(results.flatMap(({ messages }) => messages)).toEqual([])
      expect(html).not.toMatch(/undefined|\[object|<script/)
    }
  })
})

test('feeds of all releases and of a country are Atom, and say what was superseded', async () => {
  await withPages(async (node, pages) => {
    const place = { country: 'SLV', period: '2019-05' }
    await record(node, 'monthly-flows', place, '2024-02-01T12:00:00Z')
    await record(node, 'monthly-flows', place, '2025-03-01T12:00:00Z', 2)
    await record(
      node,
      'monthly-returns',
      { country: 'HND', period: '2019-05' },
      '2024-06-01T00:00:00Z',
    )
    const read = async (country?: string) => {
      const text = (await pages.feed('https://node.example', 'fr', country))!
      const found: Record<string, string[]> = {}
      let within = ''
      const parser = new SaxesParser({ xmlns: true })
      parser.on('opentag', ({ local, uri }) => {
        expect(uri).toBe('http://www.w3.org/2005/Atom')
        within = local
      })
      parser.on('text', (words) => (found[within] ??= []).push(words))
      parser.on('error', (error) => {
        throw error
      })
      parser.write(text).close()
      return found
    }
    const whole = await read()
    expect(whole['id']).toEqual([
      'https://node.example/fr/releases.atom',
      'https://node.example/releases/monthly-flows-slv-2019-05-v2/fr/index.html',
      'https://node.example/releases/monthly-returns-hnd-2019-05-v1/fr/index.html',
      'https://node.example/releases/monthly-flows-slv-2019-05-v1/fr/index.html',
    ])
    // What takes its place changes an entry that readers have.
    expect(whole['updated']).toEqual([
      '2025-03-01T12:00:00Z',
      '2025-03-01T12:00:00Z',
      '2024-06-01T00:00:00Z',
      '2025-03-01T12:00:00Z',
    ])
    expect(whole['title']!.at(-1)).toContain('(remplacée)')
    expect((await read('HND'))['id']).toHaveLength(2)
    expect(await pages.feed('https://node.example', 'fr', 'XXX')).toBeUndefined()
  })
})

test('an announcement can be moved with its reason, withdrawn, and is fulfilled by its release', async () => {
  await withNode(async (node) => {
    let now = new Date('2026-01-10T00:00:00Z')
    const calendar = createReleaseCalendar(node, { now: () => now })
    const place = { country: 'SLV', period: '2019-05' }
    const series = 'monthly-flows-slv-2019-05'
    const announce = (due: string) => calendar.announce(publisher, 'monthly-flows', place, due)
    for (const due of ['2025-12', '2026-01-09', '2026-02-30', 'soon', '']) {
      await expect(announce(due)).rejects.toMatchObject({ code: 'release.calendar.past' })
    }
    await announce('2026-02')
    await expect(announce('2026-03')).rejects.toMatchObject({ code: 'release.calendar.standing' })
    await calendar.move(publisher, series, '2026-02-20', 'The border posts are late.')
    expect((await calendar.readPublic()).coming).toMatchObject([
      {
        due: '2026-02-20',
        isLate: false,
        moves: [{ from: '2026-02', reason: 'The border posts are late.' }],
      },
    ])
    now = new Date('2026-02-21T00:00:00Z')
    expect((await calendar.readPublic()).coming).toMatchObject([{ isLate: true }])

    await calendar.withdraw(publisher, series, 'It will not be compiled.')
    expect((await calendar.readPublic()).coming).toEqual([])
    await expect(calendar.move(publisher, series, '2026-05', 'Still')).rejects.toMatchObject({
      code: 'release.calendar.unknown',
    })

    await announce('2026-06')
    await record(node, 'monthly-flows', place, '2026-03-05T00:00:00Z')
    expect((await calendar.readPublic()).coming).toMatchObject([{ due: '2026-03-05T00:00:00Z' }])
    await expect(announce('2026-06')).rejects.toMatchObject({ code: 'release.calendar.out' })
    now = new Date('2026-03-05T00:00:00Z')
    const after = await calendar.readPublic()
    expect(after.coming).toEqual([])
    expect(after.out.map(({ id }) => id)).toEqual([`${series}-v1`])
  })
})

test('every cube has a theme of the site, so that its releases can be found', async () => {
  await withNode(async (node) => {
    const themes = await listThemeIds(node.folder.content)
    expect(Object.keys(themesOfCubes).sort()).toEqual(cubes.map(({ id }) => id).sort())
    for (const theme of Object.values(themesOfCubes).flat()) expect(themes).toContain(theme)
  })
})
