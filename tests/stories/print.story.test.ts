import { expect, test } from 'vitest'
import { drawSheet, renderPrintedSheet } from '../../packages/portal/src/release/index.ts'
import { printPage } from '../../packages/platform/src/publish/pages/print-page.ts'
import { unpackedBrowser } from './browser.ts'

test('the monthly sheet prints as one page of A4, and what is no browser is not waited for', async () => {
  const { executablePath, environment } = await unpackedBrowser()
  Object.assign(process.env, environment)
  const panels = [
    'sex',
    'age',
    'type',
    'means',
    'accompaniment',
    'provenance',
    'department',
  ] as const
  const svg = drawSheet(
    {
      country: { code: 'GTM', label: 'Guatemala' },
      month: '2024-05',
      monthLabel: 'mayo de 2024',
      total: 12_345,
      change: { said: '8 % más', month: 'mayo de 2023' },
      months: Array.from({ length: 13 }, (_, at) => ({
        month: at < 8 ? `2023-${String(at + 5).padStart(2, '0')}` : `2024-0${at - 7}`,
        value: at === 4 ? null : 900 * at,
      })),
      panels: panels.map((id) => ({
        id,
        entries: [
          { label: 'Una etiqueta española que es muy larga', value: 9000 },
          { label: 'Oculto', value: null },
        ],
      })),
      sources: ['Instituto Guatemalteco de Migración'],
      updatedOn: '3 de junio de 2024',
      synthetic: false,
    },
    'es',
  )
  const pdf = (await printPage(executablePath, renderPrintedSheet(svg, 'Hoja', 'es'))).toString(
    'latin1',
  )
  expect(pdf.startsWith('%PDF-')).toBe(true)
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  const [, width, height] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf) ?? []
  expect([Math.round(Number(width)), Math.round(Number(height))]).toEqual([595, 842])
  await expect(printPage('/bin/false', svg)).rejects.toBeInstanceOf(Error)
  await expect(printPage('/nowhere/chromium', svg)).rejects.toBeInstanceOf(Error)
}, 60_000)
