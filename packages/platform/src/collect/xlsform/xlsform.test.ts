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
  const { definition: form } = await readFormFile(
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
  expect(form.questions.map(({ name }) => name)).toEqual(['sex', 'weeks'])
  expect(form.unsupported).toEqual([
    {
      sheet: 'survey',
      row: 5,
      name: 'voice',
      part: 'type',
      text: 'audio',
      meaning: 'question-left-out',
    },
  ])
})

test('a workbook without questions is refused, and so is what is no workbook', async () => {
  await expect(readFormFile(written(workbookOf({ Hoja1: [['a']] })))).rejects.toMatchObject({
    code: 'collect.xlsform.sheet-missing',
  })
  await expect(readFormFile(written('type,name\n'))).rejects.toMatchObject({
    code: 'collect.archive-broken',
  })
})

test('macros and links are left shut; a workbook that swells like a bomb is refused', async () => {
  const sheets = {
    survey: [
      ['type', 'name'],
      ['text', 'a'],
    ],
  }
  const { definition } = await readFormFile(
    written(
      workbookOf(sheets, {
        parts: {
          'xl/vbaProject.bin': 'Sub AutoOpen()',
          'xl/externalLinks/externalLink1.xml': '<x',
        },
        relations: '<Relationship Id="rId9" TargetMode="External" Target="file:///etc/passwd"/>',
      }),
    ),
  )
  expect(definition.questions).toHaveLength(1)
  const swollen = {
    survey: [
      ['type', 'name'],
      ['text', 'a'.repeat(40 * 2 ** 20)],
    ],
  }
  await expect(readFormFile(written(workbookOf(swollen)))).rejects.toMatchObject({
    code: 'collect.archive-too-large',
  })
})

const shared = fileURLToPath(
  new URL('../../../../../../shared/data/htcds-xlsform.xlsx', import.meta.url),
)
if (!existsSync(shared)) {
  console.warn('Skipped: the case form of IOM is not beside the project (../shared/data).')
}
test.skipIf(!existsSync(shared))('the case form of IOM is read whole', async () => {
  const { definition: form, faults } = await readFormFile(shared)
  expect(faults).toEqual([])
  expect(form.version).toBe('vSmt4GQA3C9uBMLPEVfgND')
  expect(form.questions).toHaveLength(34)
  expect(form.unsupported).toEqual([])
  const gender = form.codeLists.find(({ id }) => id === 'gender')
  expect(gender?.codes[0]).toEqual({ code: 'Feminine', label: { default: 'Feminine' } })
  expect(form.codeLists.reduce((sum, { codes }) => sum + codes.length, 0)).toBe(331)
})
