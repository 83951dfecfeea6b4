import { listRecordTypes } from '@caudal/methods/collect'
import { expect, it } from 'vitest'
import { describeOnPostgres } from '../../store/testing.ts'
import { officer, today, verified } from '../testing-documents.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { addVersion } from '../registers/documents.ts'
import { searchedFields } from './check-searched.ts'
import { findTied } from './find-tied.ts'
import { answerNoneHeld } from './none-held/service.ts'
import { findPerson, findWaiting } from './service.ts'

describeOnPostgres('A search for a person', ({ openNode: open }) => {
  const openNode = withInstitutions(open)

  it('by what names nobody is refused, and not answered as if nothing were held', async () => {
    const node = await openNode()
    for (const [searched, code, field] of [
      [{}, 'registers.nothing-searched', undefined],
      [{ sex: 'F' }, 'registers.field-names-nobody', 'sex'],
      [{ document_number: 'P1', sex: 'F' }, 'registers.field-names-nobody', 'sex'],
      [{ no_such_field: 'x' }, 'registers.field-names-nobody', 'no_such_field'],
      [
        { given_names: 'Itzel', document_number: '-' },
        'registers.field-names-nobody',
        'document_number',
      ],
    ] as const) {
      for (const search of [findPerson, findWaiting]) {
        const found = search(node, officer, searched)
        await expect(found).rejects.toMatchObject({ code, ...(field && { details: { field } }) })
      }
      await expect(findTied(node, officer, searched, [])).rejects.toMatchObject({ code })
    }
    await addVersion(node.register, 'request', 'r1', verified, 0, 'berta')
    await expect(
      answerNoneHeld(node, officer, 'r1', { document_number: '-' }, today, () => true),
    ).rejects.toMatchObject({ code: 'registers.field-names-nobody' })
    for (const field of searchedFields) {
      expect(await findPerson(node, officer, { [field]: 'ж1' }), field).toEqual([])
    }
  })

  it('is by every field that a type of record keeps as identity, and by no other', () => {
    const kept = listRecordTypes()
      .flatMap(({ fields }) => fields)
      .filter(({ sensitivity }) => sensitivity === 'identity')
      .map(({ id }) => id)
    expect([...searchedFields].toSorted()).toEqual([...new Set(kept)].toSorted())
  })
})
