import { describe, expect, test } from 'vitest'
import { languages } from '../vocabulary/index.ts'
import { listRecordTypes } from './records/index.ts'
import { renderRecordTypePage } from './render-record-type-page.ts'
import { listRules } from './rules/rules-for.ts'

describe.each(listRecordTypes())('the reference page of $id', (recordType) => {
  test.each(languages)('names every field and every rule in %s', (language) => {
    const page = renderRecordTypePage(recordType, language)
    for (const field of recordType.fields)
      expect(page).toContain(`| \`${field.id}\` | ${field.label[language]} |`)
    for (const rule of listRules(recordType)) expect(page).toContain(rule.message[language])
  })

  test('keeps every row of a table to its number of cells', () => {
    const rows = renderRecordTypePage(recordType, 'en')
      .split('\n')
      .filter((line) => line.startsWith('| `'))
    const cells = new Set(rows.map((row) => row.replaceAll('\\|', '').split('|').length))
    expect([...cells].toSorted((a, b) => a - b)).toEqual([6, 8])
  })
})
