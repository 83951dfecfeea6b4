import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readNote } from '@caudal/methods/govern'
import { backUp, restore } from '../../../govern/backup/service.ts'
import { listWaiting } from '../../../govern/inventory/service.ts'
import { addVersion } from '../../../govern/registers/documents.ts'
import {
  answerAccess,
  correctForRequest,
  eraseForRequest,
  findPerson,
  findWaiting,
  liftForRequest,
  restrictForRequest,
} from '../../../govern/requests/service.ts'
import {
  listExpired,
  listUnscheduled,
  runDailyRetention,
} from '../../../govern/retention/service.ts'
import { terminalActor } from '../../../govern/terminal-actor.ts'
import { openNode, withSight } from '../../../store/index.ts'
import { describeOnBothRegisters, describeOnPostgres } from '../../../store/testing.ts'
import { checkCorrection } from '../../correction/check-correction.ts'
import { familyForm } from '../../testing-form.ts'
import { keepForm, listForms } from '../service.ts'
import { entryNumber, ximena } from '../testing-entries.ts'
import { handInEntries, listEntries, openEntry, takeInEntries, withdrawEntry } from './service.ts'
import {
  ana,
  ask,
  berta,
  codeOf,
  dataset,
  eva,
  jobOf,
  keepReception,
  nothing,
  openHere,
  person,
  place,
  today,
} from './testing-waiting.ts'

/** SYNTHETIC: what is entered of a mother and her child. */
const family = {
  pais: 'mx',
  'persona#': '1 b7',
  'nombres#1': 'Ximena',
  'apellidos#1': 'Prueba',
  'nacimiento#1': '1988-08-17',
  'sexo#1': 'm',
  'documento#1': 'F-1',
  'nombres#b7': 'Itzel',
  'apellidos#b7': 'Prueba',
  'nacimiento#b7': '2020-01-01',
  'sexo#b7': 'm',
  'documento#b7': 'F-2',
  'cuidador#b7': 'Ximena',
}

describeOnBothRegisters('A record that waits in a form', (openTestNode) => {
  it('is found, given, corrected, held back and destroyed as the person asks', async () => {
    const node = await openHere(openTestNode)
    const { form, enter } = await keepReception(node)
    await enter(1, ximena)
    await enter(2, { ...ximena, nombres: 'Otra', documento: 'X-2' })
    await enter(3, { nombres: 'XIMENA ', documento: '0801-1988-00001' }, { draft: true })

    // by names without regard to capitals and accents, drafts too; all that is given agrees
    const found = await findWaiting(node, berta, { given_names: 'xímena' })
    expect(found.map(({ entry }) => entry)).toEqual([entryNumber(1), entryNumber(3)])
    expect(
      await findWaiting(node, berta, { given_names: 'Ximena', document_number: 'X-2' }),
    ).toEqual([])
    // beyond reach for another country; without an undertaking nobody is looked for
    const searchAs = (more: object) =>
      findWaiting(node, person('gus', 'protection-officer', more), { given_names: 'Ximena' })
    expect(await searchAs({ institution: 'gt', country: 'GTM' })).toEqual([])
    await expect(searchAs({ undertakingUntil: '2020-01-01' })).rejects.toMatchObject({
      code: 'policy.undertaking-missing',
    })

    await ask(node, 'r1', 'access')
    const answer = await answerAccess(node, berta, 'r1', today)
    expect(answer.waiting).toMatchObject([
      {
        form: 'SYNTHETIC: recepción',
        dataset,
        state: 'waiting',
        record: { given_names: 'Ximena', sex: 'F', counterpart_country: 'MEX' },
      },
      { state: 'draft' },
    ])
    // what no field keeps is told as well
    expect(answer.waiting[0]!.answers).toContainEqual({ question: 'Ciudad', answer: 'Tapachula' })

    await ask(node, 'r2', 'correction', 'X-2')
    const correct = (values: Record<string, string>) =>
      correctForRequest(node, berta, 'r2', values, today, nothing, checkCorrection)
    expect(await codeOf(correct({ counterpart_country: 'ESP' }))).toBe(
      'collect.forms.value-not-answerable',
    )
    expect(await codeOf(correct({ centre: 'Corinto' }))).toBe('collect.forms.field-not-asked')
    expect(await correct({ sex: 'M', family_names: 'Tolteca Prueba' })).toMatchObject({
      corrected: 1,
    })
    const opened = await openEntry(node, ana, form, entryNumber(2))
    expect(opened.answers).toMatchObject({ sexo: 'h', apellidos: 'Tolteca Prueba' })

    // what a request is about is not opened, changed, discarded or handed in until it is answered
    await ask(node, 'r3', 'restriction', 'X-2')
    await restrictForRequest(node, berta, 'r3', today, nothing)
    for (const work of [
      () => openEntry(node, ana, form, entryNumber(2)),
      () => enter(2, ximena),
      () => withdrawEntry(node, ana, form, entryNumber(2)),
    ]) {
      expect(await codeOf(work())).toBe('collect.forms.entry-held')
    }
    expect(await listEntries(node, ana, form)).toMatchObject({ waiting: 2, held: 1, drafts: 1 })
    await handInEntries(node, ana, form)
    const taken = await takeInEntries(node, ana, await jobOf(node), () => {})
    expect(taken).toMatchObject({ rowsAccepted: 1 })
    expect(await codeOf(handInEntries(node, ana, form))).toBe('collect.forms.nothing-waiting')
    await liftForRequest(node, berta, 'r3', 'settled', today, nothing)
    expect((await openEntry(node, ana, form, entryNumber(2))).state).toBe('waiting')

    await ask(node, 'r4', 'erasure', 'X-2')
    const done = await eraseForRequest(node, berta, 'r4', today, nothing)
    expect(done).toMatchObject({ erased: 0, waiting: 1, recipients: [] })
    expect(readNote(done.certificate)!.text).toContain(`records 0\nentry ${entryNumber(2)}\non`)
    const [row] = await node.register.query(
      'select state, sealed, wrapped_key as key from form_entries where id = $1',
      [entryNumber(2)],
    )
    expect(row).toEqual({ state: 'erased', sealed: null, key: null })
    expect(await codeOf(openEntry(node, ana, form, entryNumber(2)))).toBe(
      'collect.forms.entry-erased',
    )
    // the person is known again where somebody enters the same records, and the log learnt no name
    const known = await node.register.query<{ reason: string }>('select reason from erased_persons')
    expect(new Set(known.map(({ reason }) => reason))).toEqual(new Set(['request:r4']))
    const log = await node.register.query<{ entry: string }>('select entry from audit_entries')
    expect(log.filter(({ entry }) => /Tolteca|X-2|imena/i.test(entry))).toEqual([])
  })
})

describeOnPostgres('A record that waits', ({ openNode: openTestNode }) => {
  it('that has joined a batch meanwhile is not answered for as if it still waited', async () => {
    const node = await openHere(openTestNode)
    const { form, enter } = await keepReception(node)
    await enter(1, ximena)
    await handInEntries(node, ana, form)
    // the request is entered while a job takes the record in
    await ask(node, 'r1', 'access')
    expect(await codeOf(answerAccess(node, berta, 'r1', today))).toBe(
      'collect.forms.entry-under-way',
    )
    await takeInEntries(node, ana, await jobOf(node), () => {})
    expect(await codeOf(answerAccess(node, berta, 'r1', today))).toBe(
      'collect.forms.entry-in-batch',
    )
    expect(await findPerson(node, berta, { document_number: ximena.documento })).toHaveLength(1)
  })

  it('of a family goes from it alone, and the others stay', async () => {
    const node = await openHere(openTestNode)
    const { form, enter } = await keepReception(node, familyForm())
    const wrong = await enter(1, { ...family, 'nacimiento#b7': '1850-01-01' })
    expect(wrong.saved).toBe(false)
    expect(wrong.checked!.failed[0]).toMatchObject({
      instance: 'b7',
      place: 2,
      keys: ['nacimiento#b7'],
    })
    expect(await enter(1, { pais: 'mx' })).toMatchObject({
      saved: false,
      checked: { faults: [{ question: 'persona#', kind: 'count', wanted: 1 }] },
    })
    expect((await enter(1, family)).saved).toBe(true)
    expect(await listEntries(node, ana, form)).toMatchObject({
      waiting: 2,
      entries: [{ records: 2 }],
    })

    expect(await ask(node, 'r1', 'erasure', 'F-2')).toEqual([
      { entry: entryNumber(1), instance: 'b7' },
    ])
    const done = await eraseForRequest(node, berta, 'r1', today, nothing)
    expect(readNote(done.certificate)!.text).toContain(`entry ${entryNumber(1)}#b7\n`)
    const { answers } = await openEntry(node, ana, form, entryNumber(1))
    expect(answers).toMatchObject({ 'persona#': '1', 'nombres#1': 'Ximena' })
    expect(JSON.stringify(answers)).not.toContain('Itzel')

    await enter(2, { ...family, 'documento#b7': 'F-3' })
    await handInEntries(node, ana, form)
    const taken = await takeInEntries(node, ana, await jobOf(node), () => {})
    expect(taken).toMatchObject({ rowsAccepted: 3 })
    const [place] = await findPerson(node, terminalActor('protection-officer'), {
      document_number: 'F-3',
    })
    expect(place).toBeDefined()
  })

  it('is seen by whoever entered it, and by who keeps the records of the institution', async () => {
    const node = await openHere(openTestNode)
    const { form, enter } = await keepReception(node)
    await keepForm(node, ana, { fileName: 'SYNTHETIC-b.xlsx', content: familyForm() })
    await enter(1, ximena)
    await enter(2, { ...ximena, documento: 'E-1' }, { actor: eva })
    // a clerk is shown what can be filled in, and counts what he or she has entered
    expect((await listForms(node, eva)).map(({ id, waiting }) => [id, waiting])).toEqual([
      [form, 1],
    ])
    expect(await listForms(node, ana)).toHaveLength(2)
    const listed = await listEntries(node, eva, form)
    expect([listed.waiting, listed.entries.map(({ id }) => id)]).toEqual([1, [entryNumber(2)]])
    expect((await listEntries(node, ana, form)).waiting).toBe(2)
    expect(await codeOf(openEntry(node, eva, form, entryNumber(1)))).toBe(
      'collect.forms.entry-unknown',
    )
    expect(await codeOf(enter(1, ximena, { actor: eva }))).toBe('collect.forms.entry-closed')
    const own = { of: 'institution', ...place, country: '', actor: 'eva', entered: 'own' } as const
    const walled = withSight(own, () => codeOf(enter(1, ximena, { actor: eva })))
    expect(await walled).toBe('collect.forms.entry-closed')
    // what a colleague has entered is read under an undertaking, as any record is
    const { undertakingUntil: _, ...unsigned } = ana
    expect(await codeOf(openEntry(node, unsigned, form, entryNumber(2)))).toBe(
      'policy.undertaking-missing',
    )
    expect((await openEntry(node, ana, form, entryNumber(2))).answers).toMatchObject({ sexo: 'm' })
    expect(await codeOf(handInEntries(node, eva, form))).toBe('policy.role-lacks-operation')
    // and behind the wall, whatever a query forgets
    const seen = (actor: string, entered?: 'own') =>
      withSight(
        { of: 'institution', ...place, country: '', actor, ...(entered ? { entered } : {}) },
        async () => {
          const rows = await node.register.query<{ id: string }>(
            'select id from form_entries order by id',
          )
          return rows.map(({ id }) => id)
        },
      )
    expect(await seen('eva', 'own')).toEqual([entryNumber(2)])
    expect(await seen('ana')).toEqual([entryNumber(1), entryNumber(2)])
    const foreign = { of: 'institution', institution: 'gt', country: '', actor: 'x' } as const
    const count = () => node.register.query('select 1 from form_entries')
    expect(await withSight(foreign, count)).toEqual([])
    expect(await withSight({ of: 'nobody' }, count)).toEqual([])
  })

  it('is erased when its time is over, and the inventory and the run say what waited', async () => {
    const node = await openHere(openTestNode)
    const { enter } = await keepReception(node)
    await enter(1, ximena)
    await enter(2, ximena)
    await enter(3, { nombres: 'Medio' }, { draft: true })
    expect(await listUnscheduled(node, berta)).toMatchObject([{ dataset }])
    const days = (count: number) =>
      new Date(Date.now() + count * 86_400_000).toISOString().slice(0, 10)
    expect(await listWaiting(node, berta)).toMatchObject([
      { what: 'drafts', count: 1, owner: 'hn-centro', ownerName: 'Centro', keptUntil: days(90) },
      { what: 'entries', count: 2, dataset, keptUntil: null, activity: '' },
    ])
    await addVersion(
      node.register,
      'activity',
      'reception',
      {
        title: 'Reception',
        controller: place.institution,
        legalBasis: 'law',
        citation: 'Art. 1',
        purposes: ['collection'],
        recordTypes: ['return'],
        persons: 'returned persons',
        retention: { identitiesDays: 60, recordsDays: 600 },
      },
      0,
      'test',
    )
    const owned = { owner: place.institution, country: 'HND', activity: 'reception' }
    await addVersion(node.register, 'dataset', dataset, owned, 0, 'test')
    expect((await listWaiting(node, berta))[1]).toMatchObject({
      activity: 'reception',
      keptUntil: days(60),
    })
    await node.register.query(
      `update form_entries set created_at = now() - interval '70 days' where id = $1`,
      [entryNumber(1)],
    )
    const now = days(0)
    expect(await listExpired(node, berta, now)).toMatchObject([
      { batch: null, what: 'entries', dataset, count: 1, since: days(-10) },
    ])
    const run = await runDailyRetention(node, berta, now, nothing)
    expect(run.erased).toMatchObject([{ batch: null, what: 'entries', count: 1 }])
    const states = async () => {
      const rows = await node.register.query<{ state: string; open: boolean }>(
        'select state, sealed is not null as open from form_entries order by id',
      )
      return rows.map(({ state, open }) => [state, open])
    }
    expect(await states()).toEqual([
      ['erased', false],
      ['waiting', true],
      ['draft', true],
    ])
    await node.register.query(
      `update form_entries set changed_at = now() - interval '91 days' where id = $1`,
      [entryNumber(3)],
    )
    expect((await runDailyRetention(node, berta, now, nothing)).erased).toMatchObject([
      { what: 'drafts', count: 1 },
    ])
    expect((await states())[2]).toEqual(['erased', false])
    expect(await listUnscheduled(node, berta)).toEqual([])
  })

  it('is not brought back by a backup from before its erasure, and stays held where it was', async () => {
    const node = await openHere(openTestNode)
    const folder = mkdtempSync(join(tmpdir(), 'caudal-waiting-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { form, enter } = await keepReception(node)
    await enter(1, ximena)
    await enter(2, { ...ximena, documento: 'H-2' })
    const administrator = terminalActor('administrator')
    const first = await backUp(node, administrator, { folder })
    await ask(node, 'r1', 'erasure')
    await eraseForRequest(node, berta, 'r1', today, nothing)
    await ask(node, 'r2', 'restriction', 'H-2')
    await restrictForRequest(node, berta, 'r2', today, nothing)
    await new Promise((resume) => setTimeout(resume, 5))
    await backUp(node, administrator, { folder })
    const to = join(folder, 'restored')
    const restored = await restore({
      from: folder,
      to,
      at: first.at,
      nodeKeys: [join(node.folder.keys, 'node.key')],
    })
    expect(restored.erasedAgain).toBe(1)
    const back = await openNode({ root: to, registerUrl: '' })
    const entries = await listEntries(back, ana, form)
    expect(entries.entries.map(({ id, isHeld }) => [id, isHeld])).toEqual([[entryNumber(2), true]])
    expect(await findWaiting(back, berta, { document_number: ximena.documento })).toEqual([])
    await back.close()
  })

  it('stays destroyed where the rest of its family has joined a batch before a state is restored', async () => {
    const node = await openHere(openTestNode)
    const folder = mkdtempSync(join(tmpdir(), 'caudal-waiting-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    const { form, enter } = await keepReception(node, familyForm())
    await enter(1, family)
    await ask(node, 'r1', 'erasure', 'F-2')
    await eraseForRequest(node, berta, 'r1', today, nothing)
    await handInEntries(node, ana, form)
    const administrator = terminalActor('administrator')
    const underWay = await backUp(node, administrator, { folder })
    await takeInEntries(node, ana, await jobOf(node), () => {})
    await new Promise((resume) => setTimeout(resume, 5))
    const taken = await backUp(node, administrator, { folder })
    for (const { at } of [underWay, taken]) {
      const to = join(folder, `restored-${at}`)
      const nodeKeys = [join(node.folder.keys, 'node.key')]
      expect((await restore({ from: folder, to, at, nodeKeys })).erasedAgain).toBe(0)
      const back = await openNode({ root: to, registerUrl: '' })
      expect(await findWaiting(back, berta, { document_number: 'F-2' })).toEqual([])
      expect(await findPerson(back, berta, { document_number: 'F-2' })).toEqual([])
      await back.close()
    }
  })
})
