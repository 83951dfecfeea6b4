import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { Refusal } from '@caudal/methods/vocabulary'
import { codesAnswer } from '../../publish/codes-answer.ts'
import { keeper, statistician } from '../../govern/testing-actors.ts'
import { buildCubes, createCubeReader } from '../../measure/service.ts'
import { snapshot, type CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { checkProfile, importFile, listBatches, suggestProfile } from '../service.ts'
import { crossingsProfile, filesOf, testFolder, writeImport } from '../testing-import.ts'
import { readCodeFile, writeCodeFile } from './code-table.ts'
import type { NewCode } from './plan-codes.ts'
import { codeRefusals } from './refusals.ts'
import { addCodes, endCode, listOwnCodes, readCodeLists } from './service.ts'

const pilgrimage: NewCode = {
  list: 'purpose',
  code: 'HN-pilgrimage',
  label: { es: 'Peregrinación', en: 'Pilgrimage', fr: 'Pèlerinage' },
  standard: 'religion',
  aliases: ['Romeros'],
  validFrom: '2020-01-01',
  because: 'Acuerdo 12-2019',
}
const post: NewCode = {
  list: 'border-posts',
  code: 'HND-NUEVO',
  label: { es: 'Puesto Nuevo', en: 'New Post', fr: 'Nouveau Poste' },
  parent: 'HND',
  validFrom: '2020-01-01',
  because: 'Decreto 3-2019',
}
const lawful = { ...keeper, institution: 'hn-inm', country: 'HND' }

/** SYNTHETIC crossings, each with what was said of its purpose and its post. */
const file = (...rows: string[]) => `${['fecha,sentido,motivo,puesto', ...rows].join('\n')}\n`
const profile = crossingsProfile({
  fields: {
    country: { constant: 'HND' },
    crossed_on: { column: 'fecha', date: 'yyyy-MM-dd' },
    direction: { column: 'sentido', codes: { E: 'arrival', S: 'departure' } },
    purpose: { column: 'motivo' },
    border_post: { column: 'puesto' },
  },
})
const rows = file(
  '2019-12-31,E,Romeros,Puesto Nuevo',
  '2020-03-05,E,PEREGRINACION,puesto nuevo',
  '2020-03-06,E,HN-pilgrimage,HND-NUEVO',
  '2020-03-07,E,Turismo,HND-NUEVO',
)

const codeOf = async (work: Promise<unknown>) => {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  return error instanceof Refusal ? error.code : error
}

async function purposes(node: CaudalNode): Promise<Record<string, number>> {
  await buildCubes(node, statistician, { only: ['movements'] })
  const open = await createCubeReader(node, { memory: 0 }).open('movements')
  return Object.fromEntries(
    codesAnswer(open, 'purpose', { limit: 10 }, 'es').codes.map(({ code, label }) => [
      `${code}: ${label}`,
      open.manifest.domain['purpose']![0]!.codes.indexOf(code),
    ]),
  )
}

test('a code of a node is read in its files, shown in its figures and kept in the log', async () => {
  await withNode(async (node) => {
    await addCodes(node, lawful, [pilgrimage, post])
    const written = writeImport(rows, { profile })

    const suggested = await suggestProfile({
      file: written.file,
      country: 'HND',
      recordType: 'movement',
      codeLists: await readCodeLists(node),
    })
    const codes = suggested.fields.find(({ field }) => field === 'purpose')?.mapping.codes
    expect(JSON.stringify(suggested)).toContain('HN-pilgrimage')
    expect(codes ?? {}).not.toHaveProperty('Romeros', 'religion')

    const check = await checkProfile({
      ...written,
      rows: 4,
      receivedOn: '2020-04-01',
      codeLists: await readCodeLists(node),
    })
    // before its first day the text means what the code counts as
    expect(check.records.map(({ values }) => values['purpose'])).toEqual([
      'religion',
      'HN-pilgrimage',
      'HN-pilgrimage',
      'leisure',
    ])
    const report = await importFile(node, keeper, { ...written, receivedOn: '2020-04-01' })
    expect(report).toMatchObject({ rowsAccepted: 4, quality: { unmapped: [] } })
    expect(await purposes(node)).toEqual({
      'leisure: Turismo, recreo y vacaciones': 0,
      'religion: Religión y peregrinación': 1,
      'HN-pilgrimage: Peregrinación': 2,
    })

    const kept = await listOwnCodes(node, keeper, 'purpose')
    expect(kept).toMatchObject([
      { code: 'HN-pilgrimage', version: 1, institution: 'hn-inm', country: 'HND' },
    ])
    const acts = await node.register.query<{ entry: string }>('select entry from audit_entries')
    expect(JSON.stringify(acts)).toContain('codes:purpose')
    await expect(node.register.query("update own_codes set because = 'x'")).rejects.toThrow(
      /append-only/,
    )
  })
})

test('a code in use is not ended before its last record, and a file of codes goes in whole or not at all', async () => {
  await withNode(async (node) => {
    await addCodes(node, lawful, [pilgrimage, post])
    await importFile(node, keeper, { ...writeImport(rows, { profile }), receivedOn: '2020-04-01' })
    const end = { list: 'purpose', code: 'HN-pilgrimage', because: 'Acuerdo 30-2020' }
    expect(await codeOf(endCode(node, lawful, { ...end, on: '2020-03-05' }))).toBe(
      'collect.codes.code-in-use',
    )
    expect(await codeOf(endCode(node, lawful, { ...end, on: '2020-12-31', because: ' ' }))).toBe(
      'collect.codes.reason-missing',
    )
    await endCode(node, statistician, { ...end, on: '2020-12-31', replacedBy: 'religion' })
    const [ended] = await listOwnCodes(node, keeper, 'purpose')
    expect(ended).toMatchObject({ version: 2, validTo: '2020-12-31', institution: 'hn-inm' })
    expect(await codeOf(endCode(node, lawful, { ...end, on: '2021-12-31' }))).toBe(
      'collect.codes.code-ended',
    )
    expect(await codeOf(addCodes(node, lawful, [pilgrimage]))).toBe('collect.codes.code-exists')

    // What a later file says is read as the code that took its place.
    const later = file('2021-03-05,E,Peregrinación,Puesto Nuevo')
    await importFile(node, keeper, { ...writeImport(later, { profile }), receivedOn: '2021-04-01' })
    expect(await purposes(node)).toMatchObject({ 'religion: Religión y peregrinación': 1 })

    const csv = writeCodeFile(await listOwnCodes(node, keeper))
    await withNode(async (other) => {
      const path = join(testFolder(), 'codes.csv')
      writeFileSync(path, csv)
      const read = await readCodeFile(path, 'Convenio')
      await addCodes(other, keeper, read)
      expect(writeCodeFile(await listOwnCodes(other, keeper))).toBe(csv)

      writeFileSync(
        path,
        'list,code,es,en,fr,counts_as,valid_from\n' +
          'purpose,HN-a,Uno,One,Un,work,2020-01-01\n' +
          'purpose,HN-b,Dos,Two,Deux,labour,2020-01-01\n',
      )
      const wrong = addCodes(other, keeper, await readCodeFile(path, 'Convenio'))
      const refusal = await wrong.catch((error: unknown) => error)
      expect((refusal as Refusal).what('es')).toMatch(/^Registro 2, código HN-b: labour no es/)
      expect((refusal as Refusal).advice('es')).toContain('_O')
      expect(await listOwnCodes(other, keeper)).toHaveLength(2)
    })
  })
})

test('a file that was read before a code was ended does not come in with it, and comes in again', async () => {
  await withNode(async (node) => {
    await addCodes(node, lawful, [pilgrimage])
    const { file: path, profile: given } = writeImport(
      file('2020-03-06,E,HN-pilgrimage,', '2020-03-07,E,Turismo,'),
      { profile },
    )
    const request = { file: path, profile: given, receivedOn: '2024-01-01' }
    let ending: Promise<void> | undefined
    const ended = importFile(node, keeper, {
      ...request,
      onProgress: (_, step) => {
        // the code lists have been read by now, and nothing bears the code yet
        if (step !== 'read' || ending !== undefined) return
        ending = endCode(node, lawful, {
          ...pilgrimage,
          on: '2020-01-31',
          because: 'Acuerdo 4-2020',
        })
      },
    })
    expect(await codeOf(ended)).toBe('collect.codes.ended-meanwhile')
    await ending
    expect(await listBatches(node, keeper)).toEqual([])
    expect(Object.keys(filesOf(node)).filter((name) => name.includes('movement'))).toEqual([])

    const again = await importFile(node, keeper, request)
    expect(again.rowsAccepted).toBe(2)
    // by the codes of now: after its last day the code is read as the one that it counts as
    const [facts] = (await snapshot(node, 'movement')).files.facts
    const purposes = await node.lake.rows<{ purpose: string }>(
      `SELECT purpose FROM read_parquet('${facts!}') ORDER BY crossed_on`,
    )
    expect(purposes.map(({ purpose }) => purpose)).toEqual(['religion', 'leisure'])
  })
})

test('a code that was ended meanwhile and that no later record bears keeps nothing out', async () => {
  await withNode(async (node) => {
    await addCodes(node, lawful, [pilgrimage])
    const { file: path, profile: given } = writeImport(file('2020-03-06,E,HN-pilgrimage,'), {
      profile,
    })
    let ending: Promise<void> | undefined
    const report = await importFile(node, keeper, {
      file: path,
      profile: given,
      receivedOn: '2024-01-01',
      onProgress: (_, step) => {
        if (step !== 'read' || ending !== undefined) return
        ending = endCode(node, lawful, {
          ...pilgrimage,
          on: '2020-12-31',
          because: 'Acuerdo 4-2020',
        })
      },
    })
    await ending
    expect(report.rowsAccepted).toBe(1)
  })
})

test('what is said of a list that is not there names its page at the desk, in three languages', () => {
  const refusal = codeRefusals.refuse('list-unknown', { list: 'motivos', nearest: 'purpose' })
  expect(refusal.advice('es')).toContain('«Listas de códigos» del escritorio')
  expect(refusal.advice('en')).toContain('“Code lists” at the desk')
  expect(refusal.advice('fr')).toContain('«\u00a0Listes de codes\u00a0» au bureau')
})
