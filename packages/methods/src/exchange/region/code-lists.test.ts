import { describe, expect, test } from 'vitest'
import { getCodeList, listCodeLists } from '../../vocabulary/code-lists/index.ts'
import { codelistIdOf, codelistIds, codelistOf, writableCode } from './code-lists.ts'

const lists = listCodeLists().filter(({ id }) => id !== 'measures')

describe.each(lists.map((list) => [list.id, list] as const))('the code list %s', (id, list) => {
  test('is a code list of SDMX in which each code is an item of the same name', () => {
    const { codes } = codelistOf(codelistIdOf(id)!)
    const items = new Map(codes.map((item) => [item.id, item]))
    const lacking = list.codes.filter(
      ({ code, label }) => JSON.stringify(items.get(code)?.name) !== JSON.stringify(label),
    )
    expect(lacking).toEqual([])
    expect(codes.filter((item) => !writableCode.test(item.id))).toEqual([])
    expect(items.size).toBe(codes.length)
  })
})

test('what is measured is a code for each measure of each flow, not the list of measures', () => {
  expect(codelistIds).toContain('CL_MEASURE')
  expect(codelistIdOf('measures')).toBeUndefined()
  expect(codelistOf('CL_MEASURE').codes.every((item) => writableCode.test(item.id))).toBe(true)
})

test('no two lists have one id, and a parent is an item of the same list', () => {
  expect(new Set(codelistIds).size).toBe(codelistIds.length)
  for (const id of codelistIds) {
    const { codes } = codelistOf(id)
    const own = new Set(codes.map((item) => item.id))
    expect(codes.filter(({ parent }) => parent !== undefined && !own.has(parent))).toEqual([])
  }
})

test('a code that ended says its last day and what took its place', () => {
  const former = getCodeList('municipalities').codes.find(({ replacedBy }) => replacedBy)!
  const item = codelistOf('CL_MUNICIPALITY').codes.find(({ id }) => id === former.code)
  expect(item?.annotations).toEqual([
    { type: 'VALID_TO', title: '2024-04-30' },
    { type: 'REPLACED_BY', title: former.replacedBy },
  ])
})
