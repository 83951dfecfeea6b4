import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { importFile } from '../../collect/service.ts'
import { putDocument } from '../../govern/registers/service.ts'
import { findTied } from '../../govern/requests/find-tied.ts'
import { readRecords } from '../../govern/requests/find-records.ts'
import { answerAccess, eraseForRequest, findPerson } from '../../govern/requests/service.ts'
import { terminalActor } from '../../govern/terminal-actor.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { getBatch } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { drawRegion } from '../../synthetic/index.ts'
import { linkNode } from './link-node.ts'
import { filesOf, relationOf } from './read-identities.ts'

const officer = terminalActor('protection-officer')
const today = '2026-06-01'

/** Takes the names out of every line of a file of returns: what is left of who it is are document, sex and birth. */
function withoutNames(file: string): void {
  const [head = '', ...lines] = readFileSync(file, 'latin1').split(/\r?\n/)
  const columns = head.split(';')
  const hidden = ['PRIMER_APELLIDO', 'SEGUNDO_APELLIDO', 'NOMBRES'].map((each) =>
    columns.indexOf(each),
  )
  expect(hidden).not.toContain(-1)
  const bare = lines.map((line) =>
    line
      .split(';')
      .map((value, at) => (hidden.includes(at) ? '' : value))
      .join(';'),
  )
  writeFileSync(file, [head, ...bare].join('\n'), 'latin1')
}

it('A return without a name that linkage ties to a person is found, handed out and erased', async () => {
  await withNode(async (node) => {
    const region = join(node.folder.synthetic, 'region')
    await drawRegion({
      out: region,
      persons: 1500,
      seed: 5,
      firstYear: 2018,
      lastYear: 2020,
      countries: ['GTM', 'SLV'],
      threads: 1,
    })
    withoutNames(join(region, 'records', 'gtm-retornados.csv'))
    for (const [kind, type] of [
      ['movimientos', 'movements'],
      ['retornados', 'returns'],
    ] as const) {
      const file = join(region, 'records', `gtm-${kind}.csv`)
      const profile = join(region, 'profiles', `synthetic-${type}-gtm.json`)
      await importFile(node, terminalActor('data-officer'), { file, profile })
    }
    const [linkage] = await linkNode(node, { countries: ['GTM'] })
    const persons = relationOf(filesOf(node, await getBatch(node, linkage!.run.id), 'persons'))
    const [pair] = await node.lake.rows<{ crossed: string; returned: string }>(
      `select min(record_id) filter (where record_type = 'movement')::varchar as crossed,
         min(record_id) filter (where record_type = 'return')::varchar as returned
       from ${persons} where person is not null group by person
       having crossed is not null and returned is not null order by person limit 1`,
    )
    expect(pair).toBeDefined()
    const placeOf = (recordId: string) => ({ batch: Number(BigInt(recordId) >> 36n), recordId })
    const [crossed] = await readRecords(node, [placeOf(pair!.crossed)])
    const { given_names: given, family_names: family } = crossed!.record as Record<string, string>
    const searched = { given_names: given!, family_names: family! }

    const found = await findPerson(node, officer, searched)
    expect(found.map(({ recordId }) => recordId)).toContain(pair!.crossed)
    expect(found.map(({ recordId }) => recordId)).not.toContain(pair!.returned)
    const tied = await findTied(node, officer, searched, found)
    const linked = tied.find(({ recordId }) => recordId === pair!.returned)!
    expect(linked).toMatchObject({ by: 'linked', dataset: expect.stringContaining('return') })
    expect(linked.probability).toBeGreaterThan(0.5)
    expect(tied.every(({ by, sure }) => !sure || by === 'linked')).toBe(true)
    expect(tied.filter(({ by }) => by === 'possible').every(({ sure }) => !sure)).toBe(true)

    const named = [...found, linked].map(({ batch, recordId: record }) => ({ batch, record }))
    const content = { name: 'IGM', country: 'GTM', contact: 'nobody@example.org' }
    await addVersion(node.register, 'institution', 'gt-igm', content, 0, 'test')
    for (const kind of ['access', 'erasure']) {
      const request = {
        kind,
        receivedOn: today,
        dueOn: '2026-07-01',
        owner: 'gt-igm',
        identityCheckedBy: 'berta',
        records: named,
        state: 'verified',
      }
      const put = { register: 'request', id: kind, content: request, after: 0 }
      await putDocument(node, officer, put)
    }
    const answer = await answerAccess(node, officer, 'access', today)
    const told = answer.records.find(
      ({ record }) => String(record['record_id']) === pair!.returned,
    )!
    expect(told.record['given_names'] ?? null).toBeNull()
    expect(told.record['return_type'] ?? told.record['mode']).toBeDefined()
    const { erased } = await eraseForRequest(node, officer, 'erasure', today, async () => {})
    expect(erased).toBe(named.length)
    expect(await readRecords(node, [placeOf(pair!.returned)])).toEqual([])
    expect(
      await findTied(node, officer, searched, await findPerson(node, officer, searched)),
    ).toEqual(expect.not.arrayContaining([expect.objectContaining({ recordId: pair!.returned })]))
  })
}, 240_000)
