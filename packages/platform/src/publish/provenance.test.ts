import { describe, expect, test } from 'vitest'
import { provenanceAnswerSchema } from '@caudal/methods/publish'
import { crossingsSql } from '../../../../benchmarks/table-request/crossings.ts'
import { buildCubes } from '../measure/service.ts'
import { receiveFacts } from '../measure/testing-facts.ts'
import { listBatches, withdrawBatch } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { provenanceAnswer } from './provenance-answer.ts'
import { provenanceOf } from './cube-answer.ts'
import { createPublishService } from './service.ts'
import { statistician } from '../govern/testing-actors.ts'

describe('where the figures of a cube come from', () => {
  test('names the batches it was built from, though one was withdrawn since', async () => {
    await withNode(async (node) => {
      const first = await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn-posts',
        synthetic: true,
        sql: crossingsSql(500),
      })
      const second = await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'other-posts',
        synthetic: true,
        sql: crossingsSql(200),
      })
      await buildCubes(node, statistician)
      const service = createPublishService(node)
      const ask = async () =>
        (await service.getProvenance(async () => statistician, 'movements', 'fr')).answer()
      const answer = provenanceAnswerSchema.parse(await ask())
      expect(answer.cube.title).toBe('Entrées et sorties aux postes frontière')
      expect(answer.batches.map(({ id, accepted }) => [id, accepted])).toEqual([
        [second.id, 200],
        [first.id, 500],
      ])
      expect(answer.rows).toMatchObject({ accepted: 700, rejected: 0 })
      expect(answer.records).toBe(700)
      expect(answer.quality).toMatchObject({ unit: 'border-post', imputed: null })
      expect(answer.quality.days).toBeGreaterThan(0)
      expect(answer.quality.countries.length).toBeGreaterThan(1)
      // what every table says beside its figures
      expect(answer.notes.join('\n')).toMatch(
        /Qualité : il y a des enregistrements \d+\u202f% des jours/,
      )
      expect(answer.batches[0]!.sha256).toMatch(/^[0-9a-f]{64}$/)

      await withdrawBatch(node, first.id)
      service.reader.forget()
      expect((await ask()).batches).toHaveLength(2)
    })
  })

  test('weighs completeness by records, and counts batches that it does not name', async () => {
    await withNode(async (node) => {
      await receiveFacts(node, {
        recordType: 'movement',
        dataset: 'drawn-posts',
        synthetic: true,
        sql: crossingsSql(100),
      })
      await buildCubes(node, statistician)
      const open = await createPublishService(node).reader.open('movements')
      const [batch] = await listBatches(node)
      const of = (id: number, rowsAccepted: number, quality: object) => ({
        ...batch!,
        id,
        rowsAccepted,
        quality: quality as Record<string, unknown>,
      })
      const many = Array.from({ length: 203 }, (_, id) => of(id, 0, {}))
      const answer = provenanceAnswer(
        {
          open: {
            ...open,
            // of what the cells do not tell, the batches do
            manifest: { ...open.manifest, quality: { ...open.manifest.quality, known: {} } },
            build: { ...open.build, batches: [1000, 1001, ...many.map(({ id }) => id)] },
          },
          provenance: provenanceOf(open, 'en'),
        },
        [
          of(1000, 100, { completeness: { sex: 1 }, unmappedCodes: 2 }),
          of(1001, 300, { completeness: { sex: 0.8 }, unmappedCodes: 'unreadable' }),
          ...many,
          of(5000, 9, {}),
        ],
        [],
        'en',
      )
      expect(answer.completeness).toEqual([{ dimension: 'sex', label: 'Sex', share: 0.85 }])
      expect(answer.rows).toMatchObject({ accepted: 400, unmappedCodes: 2 })
      expect(answer.batches).toHaveLength(200)
      expect(answer.moreBatches).toBe(5)
    })
  })
})
