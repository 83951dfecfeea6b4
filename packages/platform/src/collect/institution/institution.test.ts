import { describe, expect, test } from 'vitest'
import readExcelFile from 'read-excel-file/node'
import { createCodeListBook } from '@caudal/methods/vocabulary/code-lists'
import { withNode } from '../../store/testing.ts'
import type { CaudalNode } from '../../store/index.ts'
import { getBatch, importFile, listBatches } from '../service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from '../testing-import.ts'
import { writeComparison } from './comparison-text.ts'
import { reportHtml } from './report-html.ts'
import { reportWorkbook } from './report-workbook.ts'
import { compareBatches, describeBatches, institutionReport, withdraw } from './service.ts'
import { keeper, statisticianOf } from '../../govern/testing-actors.ts'

const take = (
  node: CaudalNode,
  lines: readonly string[],
  options: { name?: string; supersedes?: readonly number[] } = {},
) => {
  const { name = 'cruces.csv', supersedes } = options
  const { file, profile } = writeImport(crossings(...lines), { name })
  return importFile(node, keeper, {
    file,
    profile,
    receivedOn: '2024-01-01',
    ...(supersedes === undefined ? {} : { supersedes }),
  })
}

const table = (
  report: Awaited<ReturnType<typeof institutionReport>>,
  heading: string,
): readonly (readonly unknown[])[] =>
  report.sections.find((section) => section.heading === heading)?.table?.rows ?? []

test('a report tells the institution what was rejected, unknown, missing and how a year before was', async () => {
  await withNode(async (node) => {
    // The file ends on 8 March: of the year before, the 20th is no part of the comparison.
    await take(
      node,
      [crossing({ fecha: '05/03/2019' }), crossing({ fecha: '20/03/2019', documento: 'P9' })],
      { name: 'anterior.csv' },
    )
    const { batch } = await take(node, [
      crossing(),
      crossing({ fecha: '08/03/2020', documento: 'P2', pais: 'Hondurass' }),
      crossing({ fecha: '31/02/2020', documento: 'P3' }),
      crossing({ fecha: '08/03/2020', documento: 'P4', sentido: '?' }),
    ])
    const report = await institutionReport(node, keeper, batch, 'es')
    expect(report.synthetic).toContain('SINTÉTICO')
    expect(report.facts).toContainEqual(['Período', '5\u00a0mar\u00a02020 – 8\u00a0mar\u00a02020'])
    expect(report.facts[2]![1]).toMatch(/^\d{1,2}\u00a0[a-z]+\u00a0\d{4}$/)
    expect(table(report, 'Registros').map((row) => row[1])).toEqual([4, 2, 2, 0, 0, 0])
    expect(table(report, 'Calidad del envío').map(([, value]) => value)).toEqual([
      25, // % of the four in which nothing was found
      100,
      0,
      2,
      1397, // from 5 March 2020 to the 1st of January 2024
      1397,
    ])
    expect(table(report, 'Códigos que no se conocen')).toContainEqual([
      'Nacionalidad',
      'Hondurass',
      1,
      'Honduras (HND)',
    ])
    expect(table(report, 'Días cubiertos')).toEqual([
      ['Se ignora', 2, 2, 2, '6\u00a0mar\u00a02020 – 7\u00a0mar\u00a02020'],
    ])
    expect(table(report, 'Comparación con los mismos días del año anterior')).toEqual([
      ['marzo de 2020', 2, 1, 1],
    ])
    expect(reportHtml(report)).toContain('<tr class="out"><td>Se ignora</td>')
    expect(table(report, 'Primeras líneas que hay que revisar')).toContainEqual([
      3,
      'aviso',
      expect.stringContaining('Nacionalidad'),
      'Hondurass',
    ])
  })
})

test('fields that a file does not bring are told in a line, and those that a finding is about by their names', async () => {
  await withNode(async (node) => {
    const { batch } = await take(node, [
      crossing({ nacimiento: '17/08/1850' }),
      crossing({ documento: '' }),
    ])
    const report = await institutionReport(node, keeper, batch, 'es')
    const fields = report.sections.find(({ heading }) => heading === 'Datos que faltan, por campo')!
    expect(fields.table?.rows).toEqual([['Número de documento', 50]])
    expect(fields.also).toMatch(/^Campos que el archivo no trae: .*Motivo/)
    expect(reportHtml(report)).toContain('Campos que el archivo no trae')
    const found = table(report, 'Primeras líneas que hay que revisar').map((row) => String(row[2]))
    expect(found.join(' ')).toContain('(Edad al cruzar, Fecha de nacimiento, Fecha del cruce)')
    expect(found.join(' ')).not.toMatch(/birth_date|crossed_on/)
  })
})

test('a report is one page and one workbook, whose texts are never formulas or markup', async () => {
  await withNode(async (node) => {
    const { batch } = await take(node, [crossing({ pais: '=1+1' }), crossing({ pais: '<b>x' })])
    const report = await institutionReport(node, keeper, batch, 'fr')
    const page = reportHtml(report)
    expect(page).toContain('<html lang="fr">')
    expect(page).toContain('&lt;b&gt;x')
    expect(page).not.toContain('<b>x')
    const book = await reportWorkbook(report)
    const sheets = (await readExcelFile(book)) as unknown as
      { sheet: string; data: unknown[][] }[] | unknown[][]
    const texts = JSON.stringify(sheets)
    expect(texts).toContain('Rapport de réception')
    expect(book.includes('<f>')).toBe(false)
  })
})

test('totals that are not the sum of women and men are named', async () => {
  await withNode(async (node) => {
    const profile = {
      ...crossingsProfile(),
      recordType: 'observation',
      dataset: 'cifras',
      fields: {
        measure: { constant: 'population' },
        period: { column: 'anio' },
        ref_area: { constant: 'HND' },
        sex: { column: 'sexo' },
        value: { column: 'personas' },
        unit: { constant: 'PS' },
      },
    }
    const text =
      'anio,sexo,personas\n2019,_T,10\n2019,F,4\n2019,M,6\n2020,_T,10\n2020,F,4\n2020,M,9\n'
    const { file, profile: path } = writeImport(text, { profile })
    const { batch } = await importFile(node, keeper, { file, profile: path })
    const report = await institutionReport(node, keeper, batch, 'en')
    const gaps = table(report, 'Figures that do not add up')
    expect(gaps).toHaveLength(1)
    const sums = report.sections.find(({ heading }) => heading === 'Figures that do not add up')
    expect(sums?.also).toContain('half a unit for each part')
    expect(gaps[0]).toEqual(['Sex', expect.stringContaining('2020'), 10, 13, 3])
  })
})

test('parts by age are held against their total, and shares of a whole against 100', async () => {
  await withNode(async (node) => {
    const profile = {
      ...crossingsProfile(),
      recordType: 'observation',
      dataset: 'cifras-por-edad',
      fields: {
        measure: { constant: 'population' },
        period: { column: 'anio' },
        ref_area: { constant: 'HND' },
        age: { column: 'edad' },
        sex: { column: 'sexo' },
        value: { column: 'valor' },
        unit: { column: 'unidad' },
      },
    }
    const lines = [
      'anio,edad,sexo,valor,unidad',
      // A whole that is too little, and parts that may be fewer than their total.
      '2019,_T,_T,100,PS\n2019,Y0T17,_T,40,PS\n2019,Y_GE18,_T,50,PS',
      '2020,_T,_T,100,PS\n2020,Y0T17,_T,40,PS\n2020,Y18T64,_T,50,PS',
      // Parts that are more than their total, and ages of which nothing can be said.
      '2021,_T,_T,100,PS\n2021,Y0T17,_T,60,PS\n2021,Y18T64,_T,70,PS',
      '2022,_T,_T,100,PS\n2022,Y0T17,_T,60,PS\n2022,Y15T64,_T,70,PS',
      // Shares of women and men that are not all, and a rate that is no share.
      '2023,_T,F,45,PT\n2023,_T,M,45,PT',
      '2024,_T,_T,5,PT\n2024,_T,F,4,PT\n2024,_T,M,6,PT',
    ]
    const { file, profile: path } = writeImport(`${lines.join('\n')}\n`, { profile })
    const { batch } = await importFile(node, keeper, { file, profile: path })
    const report = await institutionReport(node, keeper, batch, 'en')
    const gaps = table(report, 'Figures that do not add up').map(([dimension, of, ...figures]) => [
      dimension,
      /\d{4}/.exec(String(of))?.[0],
      ...figures,
    ])
    expect(gaps).toEqual([
      ['Sex', '2023', 100, 90, -10],
      ['Age group', '2021', 100, 130, 30],
      ['Age group', '2019', 100, 90, -10],
    ])
  })
})

describe('a correction', () => {
  test('takes the place of what it corrects, and what changed is told cell by cell', async () => {
    await withNode(async (node) => {
      const before = await take(node, [crossing(), crossing({ documento: 'P2', sentido: 'S' })])
      const after = await take(
        node,
        [
          crossing(),
          crossing({ documento: 'P2' }),
          crossing({ documento: 'P3', fecha: '01/04/2020' }),
        ],
        { supersedes: [before.batch] },
      )
      expect((await listBatches(node, keeper)).map(({ id }) => id)).toEqual([after.batch])
      const ids = { before: before.batch, after: after.batch }
      const comparison = await compareBatches(node, keeper, ids)
      expect(comparison.total).toEqual({ before: 2, after: 3 })
      expect(
        comparison.cellsChanged.map(({ codes, before: b, after: a }) => [codes[2], b, a]),
      ).toEqual([
        ['arrival', 1, 2],
        ['departure', 1, 0],
        ['arrival', 0, 1],
      ])
      expect(writeComparison(comparison, 'table', 'es', createCodeListBook())).toContain('Entrada')
      // counted field by field it is for those who read figures of its country exactly
      expect(await compareBatches(node, statisticianOf('HND'), ids)).toEqual(comparison)
      for (const country of ['GTM', '']) {
        await expect(compareBatches(node, statisticianOf(country), ids)).rejects.toMatchObject({
          code: expect.stringMatching(/^policy\./),
        })
      }
      await expect(compareBatches(node, keeper, ids, ['given_names'])).rejects.toMatchObject({
        code: 'collect.field-unknown',
      })
    })
  })

  test('of one field alone is named, though no figure changes in the usual breakdown', async () => {
    await withNode(async (node) => {
      const persons = ['P1', 'P2', 'P3', 'P4'].map((documento) => ({ documento, sexo: 'F' }))
      const before = await take(node, persons.map(crossing))
      const corrected = persons.map((each, at) => crossing(at < 2 ? { ...each, sexo: 'M' } : each))
      const after = await take(node, [...corrected, crossing({ documento: 'P5', sexo: 'F' })], {
        supersedes: [before.batch],
      })
      const ids = { before: before.batch, after: after.batch }
      const comparison = await compareBatches(node, keeper, ids)
      expect(comparison.moved).toEqual([{ field: 'sex', moved: 1 }])
    })
  })

  test('is compared with what it corrects, never with a batch of another dataset', async () => {
    await withNode(async (node) => {
      const own = await take(node, [crossing()])
      const profile = crossingsProfile({ id: 'airport', dataset: 'airport' })
      const { file, profile: path } = writeImport(crossings(crossing()), { profile })
      const other = await importFile(node, keeper, { file, profile: path })
      await expect(
        compareBatches(node, keeper, { before: own.batch, after: other.batch }),
      ).rejects.toMatchObject({
        code: 'collect.batches-not-comparable',
        details: { after: `${other.batch} (airport)` },
      })
    })
  })

  test('of a batch that is not there changes nothing', async () => {
    await withNode(async (node) => {
      const { batch } = await take(node, [crossing()])
      await expect(
        take(node, [crossing({ documento: 'P9' })], { supersedes: [batch + 50] }),
      ).rejects.toMatchObject({ code: 'store.batch-unknown' })
      expect((await listBatches(node, keeper)).map(({ id }) => id)).toEqual([batch])
    })
  })
})

test('a batch that is withdrawn counts no more, and cannot be withdrawn twice', async () => {
  await withNode(async (node) => {
    const { batch } = await take(node, [crossing()])
    await expect(withdraw(node, keeper, batch, '  ')).rejects.toMatchObject({
      code: 'collect.reason-missing',
    })
    const counting = await institutionReport(node, keeper, batch, 'en')
    expect(counting.standing).toBeUndefined()
    const before = {
      intro: counting.intro,
      synthetic: counting.synthetic,
      facts: counting.facts,
    }
    await withdraw(node, keeper, batch, 'sent by mistake')
    expect((await getBatch(node, keeper, batch)).withdrawnBecause).toBe('sent by mistake')
    expect(await listBatches(node, keeper)).toEqual([])
    // its report says so, and goes on saying whose the file was, and that it is synthetic
    const { standing, intro, synthetic, ...said } = await institutionReport(
      node,
      keeper,
      batch,
      'en',
    )
    expect(standing).toMatch(/^WITHDRAWN: .* Reason: sent by mistake$/)
    expect({ intro, synthetic, facts: said.facts }).toEqual(before)
    expect(reportHtml({ standing, intro, synthetic, ...said })).toContain('Reason: sent by mistake')
    const [listed] = await describeBatches(node, keeper, 'en')
    expect(listed).toMatchObject({ status: 'withdrawn', institution: before.facts[0]![1] })
    await expect(withdraw(node, keeper, batch, 'sent by mistake')).rejects.toMatchObject({
      code: 'store.batch-unknown',
    })
    await expect(withdraw(node, keeper, 0.5, 'sent by mistake')).rejects.toMatchObject({
      code: 'store.batch-unknown',
    })
    // The same file may come again.
    expect((await take(node, [crossing()])).status).toBe('imported')
  })
})
