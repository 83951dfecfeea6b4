import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { keeper } from '../../govern/testing-actors.ts'
import type { CaudalNode } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'
import { importFile } from '../service.ts'
import { testFolder } from '../testing-import.ts'
import { fetchPublic } from './fetch-public.ts'
import { recordedUnSdgAnswer } from './testing-un-sdg-answer.ts'
import { unSdg } from './un-sdg.ts'

const address = unSdg.address({ countries: ['BLZ'] })

/** Answers of the recorded shape with other rows. SYNTHETIC figures. */
function answer(rows: readonly object[], place: object = {}) {
  const recorded = recordedUnSdgAnswer()
  const [row] = recorded.data
  const plain = {
    ...row,
    series: 'SI_RMT_COST',
    geoAreaCode: '84',
    geoAreaName: 'Belize',
    dimensions: { 'Reporting Type': 'G' },
  }
  return { ...recorded, ...place, data: rows.map((changes) => ({ ...plain, ...changes })) }
}

function saved(...pages: readonly unknown[]): readonly string[] {
  return pages.map((page, at) => {
    const path = join(testFolder(), `pagina-${at + 1}.json`)
    writeFileSync(path, JSON.stringify(page))
    return path
  })
}

function bring(node: CaudalNode, source: string, from: readonly string[]) {
  return fetchPublic({ source, countries: [], from, folder: testFolder() }, (file) =>
    importFile(node, keeper, file),
  )
}

describe('an answer of the database of the Goals', () => {
  test('as it was recorded is read where its breakdowns say all, and refused where one does not', () => {
    const recorded = recordedUnSdgAnswer()
    const [whole, split] = recorded.data
    expect(unSdg.readPage({ ...recorded, data: [whole] }, address, 2026)).toEqual({
      rows: [
        {
          series: 'SH_OOP_XPD_EARNNET40',
          geoAreaCode: '4',
          timePeriodStart: '2007',
          value: '24.36',
          nature: 'G',
          reportingType: 'G',
          sex: 'BOTHSEX',
        },
      ],
      place: { page: 1, pages: 1 },
      next: undefined,
    })
    expect(() => unSdg.readPage({ ...recorded, data: [split] }, address, 2026)).toThrow(
      expect.objectContaining({ found: ['Quantile: Q5'] }),
    )
  })

  test('is asked for where it is given, with the numbers of countries as it writes them', () => {
    expect(address).toContain('/SDGAPI/v1/sdg/Series/Data?')
    expect(address).toContain('areaCode=84&')
  })

  test('gives years, countries without leading zeros and missing values; what cannot be read is said', async () => {
    await withNode(async (node) => {
      const report = await bring(
        node,
        'un-sdg',
        saved(
          answer([
            { timePeriodStart: 2019.0, value: '4.1' },
            { timePeriodStart: '2020', value: 'NaN' },
            { timePeriodStart: '2021.0', value: '5', attributes: { Nature: 'NA' } },
            { geoAreaCode: '1', geoAreaName: 'World', timePeriodStart: 2019, value: '6' },
            { timePeriodStart: 2022, value: '>95' },
            { timePeriodStart: 2015.5, value: '3' },
            { timePeriodStart: 2019, value: '9', dimensions: { 'Reporting Type': 'N' } },
          ]),
        ),
      )
      expect(report).toMatchObject({ rowsRead: 6, rowsAccepted: 4, rowsRejected: 2 })
      const rows = await node.lake.rows(
        `SELECT ref_area, period, value, obs_status FROM read_parquet('${node.folder.lake}/observation/facts/*/*.parquet') ORDER BY ref_area, period`,
      )
      expect(rows).toEqual([
        { ref_area: 'BLZ', period: '2019', value: 4.1, obs_status: 'A' },
        { ref_area: 'BLZ', period: '2020', value: null, obs_status: 'A' },
        { ref_area: 'BLZ', period: '2021', value: 5, obs_status: null },
        { ref_area: 'BLZ', period: '2022', value: null, obs_status: 'A' },
      ])
      const { leftOut, findings, unmapped } = report.quality
      expect(leftOut).toBe(1)
      expect(unmapped).toMatchObject([{ field: 'ref_area', code: '1' }])
      expect(findings.map(({ rule, level }) => `${rule} ${level}`)).toEqual(
        expect.arrayContaining(['value.unreadable warn', 'observation.period-missing reject']),
      )
    })
  })
})

describe('pages of an answer that were saved by hand', () => {
  const first = () => answer([{ timePeriodStart: 2019 }], { pageNumber: 1, totalPages: 2 })
  const second = () => answer([{ timePeriodStart: 2020 }], { pageNumber: 2, totalPages: 2 })

  test('are all there, in their order, or nothing is taken', async () => {
    await withNode(async (node) => {
      for (const pages of [[first()], [second()], [second(), first()], [first(), first()]]) {
        await expect(bring(node, 'un-sdg', saved(...pages))).rejects.toMatchObject({
          code: 'collect.source-page-missing',
        })
      }
      const report = await bring(node, 'un-sdg', saved(first(), second(), answer([{}])))
      expect(report.rowsRead).toBe(3)
    })
  })
})
