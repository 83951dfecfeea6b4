import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { testFolder } from '../testing-import.ts'
import { workbookOf } from '../testing-workbook.ts'
import { readFormFile } from './read-form-file.ts'

function written(content: Buffer | string): string {
  const file = join(testFolder(), 'formulario.xlsx')
  writeFileSync(file, content)
  return file
}

test('a workbook becomes a form, whose rows keep the numbers of the spreadsheet', async () => {
  const form = await readFormFile(
    written(
      workbookOf({
        survey: [
          ['type', 'name', 'label', 'relevant'],
          ['select_one sex', 'sex', 'Sexo', null],
          [],
          ['integer', 'weeks', 'Semanas', "${sex} = 'F'"],
          ['audio', 'voice', 'Voz', null],
        ],
        choices: [
          ['list_name', 'name', 'label'],
          ['sex', 'F', 'Mujer'],
          ['sex', 'M', 'Varón'],
        ],
      }),
    ),
  )
  expect(form.fields.map(({ id }) => id)).toEqual(['sex', 'weeks'])
  expect(form.unsupported).toEqual([
    { sheet: 'survey', row: 5, name: 'voice', part: 'type', text: 'audio' },
  ])
})

test('a workbook without questions is refused, and so is what is no workbook', async () => {
  await expect(readFormFile(written(workbookOf({ Hoja1: [['a']] })))).rejects.toMatchObject({
    code: 'collect.sheet-missing',
  })
  await expect(readFormFile(written('type,name\n'))).rejects.toMatchObject({
    code: 'collect.archive-broken',
  })
})

const shared = fileURLToPath(
  new URL('../../../../../../shared/data/htcds-xlsform.xlsx', import.meta.url),
)
if (!existsSync(shared)) {
  console.warn('Skipped: the case form of IOM is not beside the project (../shared/data).')
}
test.skipIf(!existsSync(shared))('the case form of IOM is read whole', async () => {
  const form = await readFormFile(shared)
  expect(form.version).toBe('vSmt4GQA3C9uBMLPEVfgND')
  expect(form.fields).toHaveLength(
    34 - form.unsupported.filter(({ part }) => part === 'type').length,
  )
  const gender = form.codeLists.find(({ id }) => id === 'gender')
  expect(gender?.codes[0]).toEqual({ code: 'Feminine', label: { default: 'Feminine' } })
  expect(form.codeLists.reduce((sum, { codes }) => sum + codes.length, 0)).toBe(
    331 - form.unsupported.filter(({ sheet }) => sheet === 'choices').length,
  )
})
