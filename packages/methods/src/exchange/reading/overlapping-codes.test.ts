import { describe, expect, test } from 'vitest'
import { OverlapFinder } from './overlapping-codes.ts'

function overlapsOf(...records: Parameters<OverlapFinder['add']>[0][]) {
  const finder = new OverlapFinder()
  for (const record of records) finder.add(record)
  return finder.find()
}

const ages = (...codes: string[]) => overlapsOf(...codes.map((age) => ({ age })))

describe('codes that count the same persons more than once', () => {
  test('are a total beside its parts', () => {
    expect(overlapsOf({ sex: '_T' }, { sex: 'F' })).toEqual([{ field: 'sex', codes: ['_T'] }])
    expect(overlapsOf({ sex: 'F' }, { sex: 'M' }, { sex: '_U' })).toEqual([])
    expect(overlapsOf({ sex: '_T' })).toEqual([])
  })

  test('are age groups that lie in each other or cross, open ones included', () => {
    expect(ages('Y15T19', 'Y20T24', 'Y15T24')).toEqual([{ field: 'age', codes: ['Y15T24'] }])
    expect(ages('Y_GE65', 'Y65T69', 'Y70T74')).toEqual([{ field: 'age', codes: ['Y_GE65'] }])
    expect(ages('Y15T24', 'Y20T29')).toEqual([{ field: 'age', codes: ['Y15T24'] }])
    expect(ages('Y_LT15', 'Y15T64', 'Y_GE65')).toEqual([])
    expect(ages('Y0T4', 'Y5', 'Y_GE6', '_U')).toEqual([])
  })

  test('are years beside their quarters and months', () => {
    const periods = ['2020', '2020-Q1', '2020-01', '2021'].map((period) => ({ period }))
    expect(overlapsOf(...periods)).toEqual([{ field: 'period', codes: ['2020', '2020-Q1'] }])
    expect(overlapsOf({ period: '2020-01' }, { period: '2020-02' })).toEqual([])
  })
})
