import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Actor } from '@caudal/methods/govern'
import { findCube } from '@caudal/methods/measure'
import { openTestServer, type Enrolled, type TestServer } from '../../app/server/testing-server.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { buildCubes, createCubeReader } from '../../measure/service.ts'
import { asMap, question } from '../../measure/testing-answers.ts'
import { listBatches, rotateNodeKey, withSight, type CaudalNode } from '../../store/index.ts'
import { describeOnPostgres, withNode } from '../../store/testing.ts'
import { receptionForm } from '../testing-form.ts'
import { workbookOf } from '../testing-workbook.ts'
import type { describeForm } from './describe-form.ts'
import { takeInEntries } from './entries/service.ts'
import {
  bringForm,
  entering,
  entryNumber,
  keepMapped,
  place,
  ximena,
  type Entered,
} from './testing-entries.ts'

type Form = ReturnType<typeof describeForm>

const asJob = ({ id }: Enrolled): Actor => ({ kind: 'job', id, roles: ['data-officer'], ...place })
const number = entryNumber
const codeOf = (answer: { json(): unknown }) => (answer.json() as { code: string }).code
const bring = bringForm
const mapped = keepMapped

function findPlain(folder: string, wanted: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => readFileSync(path).includes(wanted))
}

async function onServer(
  node: CaudalNode,
  work: (here: TestServer, ana: Enrolled) => Promise<void>,
) {
  const here = await openTestServer(node)
  await work(here, await here.enrol('ana', ['data-officer'], place))
  await here.close()
}

test('a form is kept, mapped and filled in; its records are sealed until they are a batch, and reach the cubes', async () => {
  await withNode(async (node) => {
    await onServer(node, async (_, ana) => {
      const id = await mapped(ana)
      const form = (await ana.browser.get(`/api/collect/forms/${id}?language=en`)).json<Form>()
      expect(form).toMatchObject({ form: 'recepcion', version: 1, title: 'SYNTHETIC: recepción' })
      expect(form.unsupportedParts).toMatchObject([{ name: 'foto', row: 17 }])
      expect(form.notKept).toEqual(['ciudad', 'lugar'])
      expect(form.mapping?.fields).toMatchObject({
        sex: { column: 'sexo', codes: { m: 'F', h: 'M' } },
        accompaniment: { column: 'compania' },
        counterpart_country: { column: 'pais' },
        need: { column: 'necesidades/1' },
        second_need: { column: 'necesidades/2' },
        returned_on: { column: 'entry/day' },
      })

      const enter = await entering(ana, id)
      const wrong = await enter(number(1), { ...ximena, nacimiento: '2999-01-01', sexo: 'x' })
      expect(wrong.json<Entered>()).toMatchObject({
        saved: false,
        faults: [
          { question: 'nacimiento', kind: 'constraint', message: { es: 'Nadie nace mañana.' } },
          { question: 'sexo', kind: 'not-a-choice' },
          { question: 'compania', kind: 'required' },
        ],
      })
      const cascade = await enter(number(1), { ...ximena, ciudad: 'hou' })
      expect(cascade.json<Entered>().faults).toEqual([{ question: 'ciudad', kind: 'not-a-choice' }])
      // The edit rules of returns hold as they do of a file: nobody is 130 years old.
      const old = (await enter(number(1), { ...ximena, nacimiento: '1880-01-01' })).json<Entered>()
      expect(old).toMatchObject({ saved: false, faults: [] })
      expect(old.findings.length).toBeGreaterThan(0)

      const draft = await enter(number(2), { nombres: 'Medio' }, { draft: true })
      expect(draft.json<Entered>().saved).toBe(true)
      expect((await enter(number(1), ximena)).json<Entered>().saved).toBe(true)
      // The same record sent twice is one.
      expect((await enter(number(1), ximena)).json<Entered>().saved).toBe(true)
      const child = { ...ximena, nombres: 'Itzel', nacimiento: '2020-01-01', documento: '' }
      expect((await enter(number(3), child)).json<Entered>().faults).toMatchObject([
        { question: 'compania', kind: 'required' },
      ])
      const third = await enter(number(3), { ...child, compania: 'familia' })
      expect(third.json<Entered>().saved).toBe(true)

      const entries = `/api/collect/forms/${id}/entries`
      const listed = (await ana.browser.get(entries)).json<{ entries: { state: string }[] }>()
      expect(listed.entries.map(({ state }) => state)).toEqual(['draft', 'waiting', 'waiting'])
      expect(JSON.stringify(listed)).not.toContain('Quetzalcoatl')
      expect(findPlain(node.folder.root, 'Quetzalcoatl')).toEqual([])
      // A new node key wraps the keys of entries as well.
      const { keyId } = await rotateNodeKey(node)
      const wrappers = await node.register.query(
        "select distinct split_part(wrapped_key, '.', 2) as by from form_entries",
      )
      expect(wrappers).toEqual([{ by: keyId }])
      const opened = (await ana.browser.get(`${entries}/${number(1)}`)).json<{ answers: object }>()
      expect(opened.answers).toMatchObject(ximena)

      // Two at one record: the second is told, and overwrites nothing.
      const revisionOf = ({ body }: { readonly body: string }) =>
        (JSON.parse(body) as { readonly revision: number }).revision
      const read = revisionOf(await ana.browser.get(`${entries}/${number(3)}`))
      const corrected = { ...child, compania: 'familia', nombres: 'Itzel María' }
      const first = await enter(number(3), corrected, { revision: read })
      expect(revisionOf(first)).toBe(read + 1)
      const late = { ...child, compania: 'familia', nombres: 'Izel' }
      for (const revision of [read, null]) {
        const second = await enter(number(3), late, { revision })
        expect([second.statusCode, codeOf(second)]).toEqual([409, 'collect.forms.entry-changed'])
      }
      const kept = await ana.browser.get(`${entries}/${number(3)}`)
      expect(kept.json<{ answers: object }>().answers).toMatchObject({ nombres: corrected.nombres })

      const started = await ana.browser.post(`/api/collect/forms/${id}/hand-in`)
      expect(started.statusCode).toBe(202)
      const busy = await ana.browser.delete(`${entries}/${number(1)}`)
      expect(codeOf(busy)).toBe('collect.forms.entry-closed')
      expect(codeOf(await ana.browser.post(`/api/collect/forms/${id}/hand-in`))).toBe(
        'collect.forms.nothing-waiting',
      )
      // The queue has no worker here: the work is done as the worker does it.
      const [{ input }] = (await node.register.query<{ input: { form: number; handIn: string } }>(
        "select input from jobs where kind = 'collect.take-in-entries'",
      )) as [{ input: { form: number; handIn: string } }]
      const done = await takeInEntries(node, asJob(ana), input, () => {})
      expect(done).toMatchObject({ status: 'imported', rowsAccepted: 2, rowsRejected: 0 })
      expect(await listBatches(node)).toMatchObject([
        {
          institution: 'hn-centro',
          dataset: 'hn-centro-recepcion',
          profileId: 'form-hn-centro-recepcion',
        },
      ])
      const left = await node.register.query(
        "select 1 from form_entries where state = 'imported' and sealed is not null",
      )
      expect(left).toEqual([])
      expect(findPlain(node.folder.root, 'Quetzalcoatl')).toEqual([])

      await buildCubes(node, statistician, { only: ['returns'] })
      const reader = createCubeReader(node, { memory: 0 })
      const cube = findCube('returns')!
      const counted = await reader.answer(
        await reader.open(cube.id),
        question('returns', ['sex'], []),
      )
      expect(Object.fromEntries(asMap(counted))).toEqual({ 'F,|': 2 })
    })
  })
}, 30_000)

test('a version never changes: another workbook is the next one, and a withdrawn one is not filled in', async () => {
  await withNode(async (node) => {
    await onServer(node, async (here, ana) => {
      const id = await mapped(ana)
      const again = await bring(ana, receptionForm())
      expect([again.statusCode, again.json<Form>().id]).toEqual([200, id])
      const next = (
        await bring(ana, receptionForm([{ type: 'text', name: 'observaciones' }], '2'))
      ).json<Form>()
      expect(next).toMatchObject({ version: 2, mappingId: null })
      await expect(node.register.query("update forms set title = 'x'")).rejects.toThrow(
        'append-only',
      )

      const enter = await entering(ana, next.id)
      expect(codeOf(await enter(number(1), ximena))).toBe('collect.forms.not-mapped')
      const first = await entering(ana, id)
      await first(number(1), ximena)
      const url = `/api/collect/forms/${id}`
      const withdrawal = (because: string) => ana.browser.post(`${url}/withdrawal`, { because })
      expect(codeOf(await withdrawal(' '))).toBe('collect.forms.reason-missing')
      expect(codeOf(await withdrawal('Otra versión'))).toBe('collect.forms.entries-waiting')
      expect((await ana.browser.delete(`${url}/entries/${number(1)}`)).statusCode).toBe(200)
      const gone = await node.register.query('select sealed, wrapped_key from form_entries')
      expect(gone).toEqual([{ sealed: null, wrapped_key: null }])
      expect((await withdrawal('Otra versión')).statusCode).toBe(200)
      expect(codeOf(await first(number(2), ximena))).toBe('collect.forms.withdrawn')
      // What was withdrawn comes back as a version of its own.
      const back = (await bring(ana, receptionForm())).json<Form>()
      expect([back.version, back.withdrawnAt]).toEqual([3, null])

      // Another institution has no such form, and does not fill it in.
      const eva = await here.enrol('eva', ['data-officer'], {
        institution: 'gt-igm',
        country: 'GTM',
      })
      expect((await eva.browser.get(url)).statusCode).toBe(404)
      expect((await eva.browser.get('/api/collect/forms')).json()).toEqual({ forms: [] })
      const theirs = await entering(eva, next.id).catch(() => undefined)
      expect(codeOf((await theirs?.(number(3), ximena))!)).toBe('collect.forms.unknown')
    })
  })
})

test('a workbook that is no sound form is refused by row, and one may look before anything is kept', async () => {
  await withNode(async (node) => {
    await onServer(node, async (_, ana) => {
      const wrong = workbookOf({
        survey: [
          ['type', 'name', 'relevant'],
          ['text', 'a', '${b} ='],
          ['select_one gone', 'b'],
        ],
        choices: [['list_name', 'name']],
      })
      const looked = await bring(ana, wrong, '/api/collect/forms/reading')
      expect(looked.json<{ faults: object[] }>().faults).toMatchObject([
        { sheet: 'survey', row: 2, name: 'a', part: 'relevant' },
        { sheet: 'survey', row: 3, name: 'b', part: 'type' },
      ])
      const refused = await bring(ana, wrong)
      expect([refused.statusCode, codeOf(refused)]).toEqual([422, 'collect.forms.workbook-wrong'])
      expect(refused.json<{ title: string }>().title).toContain('row 2')
      expect(codeOf(await bring(ana, Buffer.from('no workbook')))).toBe(
        'collect.forms.not-a-workbook',
      )
      expect(codeOf(await bring(ana, workbookOf({ Hoja1: [['a']] })))).toBe(
        'collect.xlsform.sheet-missing',
      )
      const large = await bring(ana, Buffer.alloc(8 * 2 ** 20 + 1))
      expect(codeOf(large)).toBe('collect.forms.too-large')
      expect((await ana.browser.get('/api/collect/forms')).json()).toEqual({ forms: [] })
    })
  })
})

test('a mapping that no record could pass by is refused, and so is one that names what is not there', async () => {
  await withNode(async (node) => {
    await onServer(node, async (_, ana) => {
      const { id } = (await bring(ana, receptionForm())).json<Form>()
      const map = (fields: object, recordType = 'return') =>
        ana.browser.post(`/api/collect/forms/${id}/mapping`, {
          recordType,
          dataset: 'returns',
          licence: 'Internal use',
          fields,
        })
      const country = { constant: 'HND' }
      const sound = {
        country,
        returned_on: { column: 'entry/day' },
        return_type: { constant: 'forced' },
      }
      expect(codeOf(await map({ country }))).toBe('collect.forms.fields-without-source')
      expect(codeOf(await map({ ...sound, sex: { column: 'gone' } }))).toBe(
        'collect.forms.column-unknown',
      )
      expect(codeOf(await map(sound, 'journey'))).toBe('collect.forms.record-type-unfit')
      expect((await map({ ...sound, wrong_field: { column: 'sexo' } })).statusCode).toBe(422)
      expect(
        (await map({ ...sound, sex: { column: 'sexo', codes: { m: 'ZZZ' } } })).statusCode,
      ).toBe(422)
      const fixed = await map({ ...sound, return_type: { constant: 'nonsense' } })
      expect(fixed.statusCode).toBe(422)
      expect((await map(sound)).statusCode).toBe(201)
    })
  })
})

describeOnPostgres('forms and their records on a server', ({ openNode }) => {
  test('are behind the wall of their institution, and are handed in as on the embedded register', async () => {
    const node = await openNode()
    await onServer(node, async (_, ana) => {
      const id = await mapped(ana)
      const enter = await entering(ana, id)
      expect((await enter(number(1), ximena)).json<Entered>().saved).toBe(true)
      const seen = (institution: string) =>
        withSight({ of: 'institution', institution, country: '', actor: '' }, async () => {
          const [counted] = await node.register.query<{ rows: string }>(
            `select concat_ws(' ', (select count(*) from forms), (select count(*) from form_mappings),
               (select count(*) from form_withdrawals), (select count(*) from form_entries)) as rows`,
          )
          return counted?.rows
        })
      expect(await seen('hn-centro')).toBe('1 1 0 1')
      expect(await seen('gt-igm')).toBe('0 0 0 0')
      expect((await ana.browser.post(`/api/collect/forms/${id}/hand-in`)).statusCode).toBe(202)
    })
  })
})
