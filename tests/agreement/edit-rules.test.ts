import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  evaluateExpression,
  expressionToSql,
  getRecordType,
  listRecordTypes,
  listRules,
  quoteName,
  quoteText,
  ruleToSql,
  sqlTypeOf,
  type FieldValue,
  type RecordType,
} from '@caudal/methods/collect'
import { getCodeList } from '@caudal/methods/vocabulary/code-lists'
import { openLakeSession, type LakeSession } from './lake-session.ts'
import { randomExpression, wideRecordType } from './random-expression.ts'
import { randomRecord } from './random-record.ts'

const context = {
  parameters: { 'received-on': '2024-03-01' },
  codeList: getCodeList,
} as const

let lake: LakeSession

beforeAll(async () => {
  lake = await openLakeSession()
})

afterAll(() => lake.close())

/** Records as a relation, in order. */
function relationOf(
  recordType: RecordType,
  records: readonly Record<string, FieldValue>[],
): string {
  const rows = records.map(
    (record, index) =>
      `(${[index, ...recordType.fields.map((field) => literal(record[field.id] ?? null))].join(', ')})`,
  )
  const names = ['place', ...recordType.fields.map((field) => `raw_${field.id}`)].map(quoteName)
  const typed = recordType.fields.map(
    (field) =>
      `CAST(${quoteName(`raw_${field.id}`)} AS ${sqlTypeOf(field.type)}) AS ${quoteName(field.id)}`,
  )
  return `(SELECT place, ${typed.join(', ')} FROM (VALUES ${rows.join(', ')}) AS records(${names.join(', ')}))`
}

function literal(value: FieldValue): string {
  return value === null ? 'NULL' : quoteText(String(value))
}

describe('edit rules mean the same in a form and in a bulk import', () => {
  for (const recordType of listRecordTypes()) {
    test(`every rule of ${recordType.id} agrees on 2,000 records`, async () => {
      const records = fc.sample(randomRecord(recordType), { numRuns: 2000, seed: 20240301 })
      const rules = listRules(recordType)
      const verdicts = rules.map((rule, index) => `${ruleToSql(rule, context)} AS fails_${index}`)
      const rows = await lake.rows(
        `SELECT ${verdicts.join(', ')} FROM ${relationOf(recordType, records)} ORDER BY place`,
      )
      const disagreements: string[] = []
      const failedOnce = new Set<string>()
      for (const [index, record] of records.entries()) {
        for (const [place, rule] of rules.entries()) {
          const fails = evaluateExpression(rule.holds, record, context) === false
          if (fails) failedOnce.add(rule.id)
          if (rows[index]?.[`fails_${place}`] !== fails) {
            disagreements.push(`${rule.id} on ${JSON.stringify(record)}`)
          }
        }
      }
      expect(disagreements).toEqual([])
      // A rule that no record of the sample fails was not compared at all.
      expect(rules.map((rule) => rule.id).filter((id) => !failedOnce.has(id))).toEqual([])
    })
  }
})

describe('expressions mean the same in JavaScript and in SQL', () => {
  test('random expressions of every kind agree on random records', async () => {
    const records = fc.sample(randomRecord(wideRecordType), { numRuns: 60, seed: 7 })
    const relation = relationOf(wideRecordType, records)
    await lake.run(`CREATE OR REPLACE TEMP TABLE wide AS SELECT * FROM ${relation}`)
    await fc.assert(
      fc.asyncProperty(randomExpression, async (expression) => {
        const sql = expressionToSql(expression, quoteName, context)
        const rows = await lake.rows(`SELECT ${sql} AS answer FROM wide ORDER BY place`)
        const own = records.map((record) => evaluateExpression(expression, record, context))
        const inLake = rows.map((row, index) => comparable(row['answer'], own[index] ?? null))
        expect({ sql, answers: inLake }).toEqual({ sql, answers: own })
      }),
      { numRuns: 1000, seed: 11 },
    )
  })

  test('a 29 February is reached on 1 March in common years', async () => {
    const age = {
      op: 'completed-years',
      from: { date: '2004-02-29' },
      to: { field: 'day' },
    } as const
    const sql = expressionToSql(age, quoteName)
    const rows = await lake.rows(
      `SELECT CAST(day AS VARCHAR) AS day, ${sql} AS age FROM (VALUES (DATE '2025-02-28'), (DATE '2025-03-01'), (DATE '2024-02-29')) AS days(day)`,
    )
    expect(rows.map((row) => Number(row['age']))).toEqual([20, 21, 20])
    for (const row of rows) {
      expect(evaluateExpression(age, { day: String(row['day']) })).toBe(Number(row['age']))
    }
  })

  test('a missing value makes a comparison unknown, not false', async () => {
    const expression = {
      op: 'or',
      of: [
        { op: '>', left: { field: 'age' }, right: { value: 3 } },
        { op: 'is-missing', of: { field: 'age' } },
      ],
    } as const
    expect(evaluateExpression(expression, { age: null })).toBe(true)
    expect(evaluateExpression(expression.of[0], { age: null })).toBeNull()
    expect(getRecordType('movement').id).toBe('movement')
  })
})

/** The engine gives whole numbers as text where they might not fit; the evaluator as numbers. */
function comparable(answer: unknown, own: FieldValue): unknown {
  if (answer === undefined || answer === null) return null
  if (typeof own === 'number') return Number(answer)
  return answer
}
