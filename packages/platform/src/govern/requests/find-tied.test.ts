import type { Actor } from '@caudal/methods/govern'
import { expect, it } from 'vitest'
import { receiveCrossings } from '../../collect/testing-crossings.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { officer, putAs, today, verified } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { findTied } from './find-tied.ts'
import { answerAccess, eraseForRequest, findPerson } from './service.ts'

const searched = {
  document_number: 'AB-1',
  given_names: 'Ximena',
  family_names: 'Paz',
  birth_date: '1988-08-17',
}

describeOnPostgres('A person who is looked for', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('is found in records that leave open what was looked for, and told from whoever bears the same document', async () => {
    const node = await openNode()
    const said = (
      documento: string,
      nombres: string,
      apellidos: string,
      nacimiento = '17/08/1988',
    ) => ({ documento, nombres, apellidos, nacimiento })
    const lines = [
      said('AB1', 'XIMENA', 'Paz'), // 1: all of it
      said('ab-1', '', '', ''), // 2: the document alone
      said('', 'Ximena', 'Paz'), // 3: names and birth, no document
      said('AB1', 'Ximena', 'Paz', '01/01/1970'), // 4: another day of birth
      said('AB1', 'Rosa', 'Lima', '02/02/1990'), // 5: somebody else with the same document
      said('ZZ9', 'Ximena', 'Paz'), // 6: another document: another person, as far as is known
      said('', '', '', '17/08/1988'), // 7: a day of birth names nobody
      said('', 'Ximena', '', ''), // 8: nor does a given name alone
    ]
    const batch = await receiveCrossings(node, lines)
    const line = (recordId: string) => Number(BigInt(recordId) - (BigInt(batch) << 36n))
    const found = await findPerson(node, officer, searched)
    expect(found.map(({ recordId }) => line(recordId))).toEqual([1])
    const tied = await findTied(node, officer, searched, found)
    expect(
      tied.map(({ recordId, by, sure, dataset }) => [line(recordId), by, sure, dataset]),
    ).toEqual([
      [2, 'open', true, 'crossings'],
      [3, 'open', true, 'crossings'],
      [4, 'document', false, 'crossings'],
      [5, 'document', false, 'crossings'],
    ])
    const strange: Actor = { ...officer, institution: 'gt-igm', country: 'GTM' }
    expect(await findTied(node, strange, searched, [])).toEqual([])
    const { undertakingUntil: _, ...unsigned } = officer
    await expect(findTied(node, unsigned, searched, [])).rejects.toMatchObject({
      code: 'policy.undertaking-missing',
    })

    const sure = [...found, ...tied.filter((each) => each.sure)]
    const records = sure.map(({ recordId: record }) => ({ batch, record }))
    for (const [id, kind] of [
      ['r1', 'access'],
      ['r2', 'erasure'],
    ] as const) {
      await putAs(node, officer, 'request', id, { ...verified, kind, records })
    }
    const answer = await answerAccess(node, officer, 'r1', today)
    expect(answer.records.map(({ record }) => line(String(record['record_id'])))).toEqual([1, 2, 3])
    const erasure = await eraseForRequest(node, officer, 'r2', today, async () => {})
    expect(erasure.erased).toBe(3)
    expect(await findPerson(node, officer, searched)).toEqual([])
    const left = await findTied(node, officer, searched, [])
    expect(left.map(({ recordId }) => line(recordId))).toEqual([4, 5])
  })
})
