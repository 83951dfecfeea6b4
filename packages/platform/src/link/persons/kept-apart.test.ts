import { expect, it } from 'vitest'
import { receiveFacts } from '../../measure/testing-facts.ts'
import { addVersion } from '../../govern/registers/documents.ts'
import { withNode } from '../../store/testing.ts'
import { measureCircles } from '../quality/circle-quality.ts'
import { readRunCircles } from './kept-apart.ts'
import type { LinkRun } from './link-runs.ts'

it('who was linked with whom is told by the names of institutions and datasets, and how well', async () => {
  await withNode(async (node) => {
    const batches: number[] = []
    for (const [dataset, owner] of [
      ['posts', 'igm'],
      ['papers', 'mingob'],
      ['returns', 'mingob'],
      ['found', ''],
    ] as const) {
      const records = [{ sex: 'female' }]
      batches.push((await receiveFacts(node, { recordType: 'movement', dataset, records })).id)
      if (owner === '') continue
      const content = { owner, country: 'GTM', activity: 'crossings' }
      await addVersion(node.register, 'dataset', dataset, content, 0, 'berta')
    }
    const institution = { name: 'Institute of migration', country: 'GTM', contact: 'a@example.org' }
    await addVersion(node.register, 'institution', 'igm', institution, 0, 'berta')
    // as a run met them: the ministry shares its papers with the institute, and keeps its returns
    const circles = ['igm', 'igm', 'mingob', '']
    const inputs = batches.map((batch, at) => ({
      batch,
      recordType: 'movement',
      facts: [],
      circle: circles[at]!,
    }))
    const told = await readRunCircles(node, { inputs })
    expect(
      told.map(({ middle, institutions, datasets }) => [
        middle,
        institutions.map(({ name }) => name),
        datasets.map(({ id }) => id),
      ]),
    ).toEqual([
      ['', [], ['found']],
      ['igm', ['Institute of migration', 'mingob'], ['papers', 'posts']],
      ['mingob', ['mingob'], ['returns']],
    ])
    const [posts, papers, returns, found] = batches.map((batch) => `${batch}::bigint << 36`)
    const persons = `(values ((${posts!}) + 1, 1), ((${papers!}) + 1, 1), ((${papers!}) + 2, 2),
      ((${returns!}) + 1, 3), ((${found!}) + 1, null)) as p(record_id, person)`
    const run = { inputs } as unknown as LinkRun
    const measured = await measureCircles(node, persons, run)
    expect(measured.map((one) => [one.middle, one.records, one.persons, one.matchRate])).toEqual([
      ['', 1, 0, 0],
      ['igm', 3, 2, 2 / 3],
      ['mingob', 1, 1, 0],
    ])
    expect(await measureCircles(node, persons, { ...run, inputs: inputs.slice(0, 2) })).toEqual([])
  })
})
