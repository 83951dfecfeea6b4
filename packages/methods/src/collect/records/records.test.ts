import { describe, expect, test } from 'vitest'
import { findCode } from '../../vocabulary/index.ts'
import { createCodeListBook } from '../../vocabulary/code-lists/index.ts'
import { getRecordType, listRecordTypes } from './registry.ts'

const codeLists = createCodeListBook()

describe.each(listRecordTypes())('the record type $id', (recordType) => {
  test('names each field once, in words of three languages', () => {
    const ids = recordType.fields.map(({ id }) => id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const { id, label, definition } of recordType.fields) {
      expect(id).toMatch(/^[a-z]+(_[a-z]+)*$/)
      for (const text of [label, definition]) {
        expect(Object.values(text).every((words) => words.length > 1)).toBe(true)
      }
      // A definition is a sentence; the label alone would define nothing.
      expect(definition.es.endsWith('.')).toBe(true)
      expect(definition.es).not.toBe(`${label.es}.`)
    }
  })

  test('draws its codes from lists that are there', () => {
    const coded = recordType.fields.filter(({ type }) => type === 'code')
    expect(coded.map(({ codeList }) => codeLists.find(codeList ?? '')?.id)).toEqual(
      coded.map(({ codeList }) => codeList),
    )
    const others = recordType.fields.filter(({ type }) => type !== 'code')
    expect(others.filter(({ codeList }) => codeList !== undefined)).toEqual([])
  })

  test('gives numbers a unit', () => {
    // The value of an observation has its unit in a field of its own.
    const numbers = recordType.fields.filter(
      ({ id, type }) => type === 'integer' || (type === 'decimal' && id !== 'value'),
    )
    expect(numbers.filter(({ unit }) => unit === undefined)).toEqual([])
  })

  test('has its date among its fields', () => {
    expect(recordType.fields.some(({ id }) => id === recordType.dateField)).toBe(true)
  })
})

test('names, birth dates and document numbers are the identity of a crossing', () => {
  const identity = getRecordType('movement')
    .fields.filter(({ sensitivity }) => sensitivity === 'identity')
    .map(({ id }) => id)
  expect(identity).toEqual(['given_names', 'family_names', 'birth_date', 'document_number'])
})

test('a country is found by its code, its number and its name in three languages', () => {
  const countries = codeLists.get('countries')
  for (const spelling of ['SLV', 'SV', '222', 'el salvador', 'EL  SALVADOR']) {
    expect(findCode(countries, spelling)?.code).toBe('SLV')
  }
})
