import { expect, test } from 'vitest'
import { createCodeListBook } from '../../vocabulary/code-lists/index.ts'
import { readSourceProfile } from '../profile/read-source-profile.ts'
import { getRecordType } from '../records/index.ts'
import { checkEntry } from './check-entry.ts'
import type { FormMapping } from './form-mapping.ts'
import { fieldsWithoutSource, formProfile, formRows, questionsNotKept } from './form-mapping.ts'
import { readXlsForm } from './read-xlsform.ts'
import { suggestFormMapping } from './suggest-mapping.ts'

const book = createCodeListBook()
const { definition } = readXlsForm({
  survey: [
    { type: 'text', name: 'prs_First_Name', label: 'First Name' },
    { type: 'text', name: 'apellidos', 'label::Español (es)': 'Apellidos' },
    { type: 'date', name: 'prs_Birthdate', label: 'Birthdate' },
    { type: 'select_one gender', name: 'prs_Gender', label: 'Gender' },
    { type: 'select_one country', name: 'prs_Citizenship', label: 'Citizenship' },
    { type: 'select_multiple needs', name: 'need', label: 'Needs' },
    { type: 'text', name: 'remarks', label: 'Remarks' },
  ],
  choices: [
    { list_name: 'gender', name: 'Feminine', label: 'Feminine' },
    { list_name: 'gender', name: 'Masculine', label: 'Masculine' },
    { list_name: 'country', name: 'HN', label: 'Honduras' },
    { list_name: 'country', name: 'gt_', label: 'Guatemala' },
    { list_name: 'needs', name: 'food', label: 'Food' },
    { list_name: 'needs', name: 'health', label: 'Health care' },
  ],
  settings: undefined,
})
const returned = getRecordType('return')
const suggested = suggestFormMapping(definition, returned, {
  findCodeList: (id) => book.find(id),
  country: 'HND',
})
const fields = Object.fromEntries(suggested.map(({ field, mapping }) => [field, mapping]))
const mapping: FormMapping = {
  recordType: 'return',
  dataset: 'returns',
  licence: 'internal',
  country: 'HND',
  fields: { ...fields, return_type: { constant: 'forced' } },
}

test('questions are proposed for fields by name, label and choices; the day and the country need none', () => {
  expect(fields).toMatchObject({
    country: { constant: 'HND' },
    returned_on: { column: 'entry/day' },
    given_names: { column: 'prs_First_Name' },
    family_names: { column: 'apellidos' },
    birth_date: { column: 'prs_Birthdate' },
    sex: { column: 'prs_Gender', codes: { Feminine: 'F', Masculine: 'M' } },
    citizenship: { column: 'prs_Citizenship', codes: { gt_: 'GTM' } },
    need: { column: 'need/1' },
    second_need: { column: 'need/2' },
  })
  expect(questionsNotKept(definition, mapping).map(({ name }) => name)).toEqual(['remarks'])
  expect(fieldsWithoutSource(returned, { ...mapping, fields })).toEqual(['return_type'])
  expect(fieldsWithoutSource(returned, mapping)).toEqual([])
})

test('answers become a record by the same mapping and the same rules as a file', () => {
  const profile = readSourceProfile(
    formProfile(definition, mapping, {
      institution: 'hn-inm',
      form: 'case',
      version: 3,
      title: 'Case',
    }),
    book,
  )
  expect(profile).toMatchObject({
    id: 'form-hn-inm-case',
    version: 3,
    ignore: ['entry/id', 'remarks'],
  })
  const entered = (answers: Record<string, string>) =>
    checkEntry(
      formRows(definition, mapping, answers, { day: '2024-03-01' })[0]!.row,
      profile,
      (id) => book.find(id),
      '2024-03-02',
    )
  const { record, failed } = entered({
    prs_First_Name: 'Ximena',
    prs_Birthdate: '2000-02-29',
    prs_Gender: 'Feminine',
    prs_Citizenship: 'gt_',
    need: 'food health',
  })
  expect(record.values).toMatchObject({
    returned_on: '2024-03-01',
    return_type: 'forced',
    given_names: 'Ximena',
    sex: 'F',
    age: 24,
    citizenship: 'GTM',
  })
  expect(failed.filter(({ level }) => level === 'reject')).toEqual([])
  const later = entered({ prs_Birthdate: '2030-01-01' })
  expect(later.failed.map(({ level }) => level)).toContain('reject')
})
