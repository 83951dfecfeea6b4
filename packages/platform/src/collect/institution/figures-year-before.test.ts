import { expect, test } from 'vitest'
import { keeper } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { importFile } from '../service.ts'
import { crossingsProfile, writeImport } from '../testing-import.ts'
import { institutionReport } from './service.ts'

test('every figure is held against the same of a year before, in this file or in one before it', async () => {
  await withNode(async (node) => {
    const profile = {
      ...crossingsProfile(),
      recordType: 'observation',
      dataset: 'cifras-anuales',
      fields: {
        measure: { constant: 'population' },
        period: { column: 'anio' },
        ref_area: { column: 'pais' },
        sex: { column: 'sexo' },
        value: { column: 'personas' },
        unit: { constant: 'PS' },
      },
    }
    const take = async (lines: readonly string[]) => {
      const text = `${['anio,pais,sexo,personas', ...lines].join('\n')}\n`
      const { file, profile: path } = writeImport(text, { profile })
      return await importFile(node, keeper, { file, profile: path })
    }
    const yearBefore = async (batch: number, language: 'es' | 'en') => {
      const report = await institutionReport(node, keeper, batch, language)
      return report.sections.find(({ heading }) =>
        /year before|año anterior$/.test(heading) ? /^(Figures|Cifras)/.test(heading) : false,
      )!
    }
    const first = await take(['2019,HND,F,100', '2019,HND,M,100', '2019,SLV,F,7'])
    const none = await yearBefore(first.batch, 'en')
    expect(none.table).toBeUndefined()
    expect(none.note).toContain('of a year before: 0.')
    const second = await take(['2020,HND,F,130', '2020,HND,M,100', '2020,GTM,F,3', '2021,HND,M,40'])
    const said = await yearBefore(second.batch, 'es')
    // women of Honduras grew; its men did not, and fell a year later; of Guatemala nothing is known
    expect(said.table?.rows.map((row) => row.slice(1))).toEqual([
      [40, 100, -60, -60],
      [130, 100, 30, 30],
    ])
    expect(String(said.table?.rows[0]?.[0])).toMatch(/HND.*M.*2021/)
    expect(said.note).toContain('un año antes: 3.')
  })
})
