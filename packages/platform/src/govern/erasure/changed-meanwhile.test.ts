import { expect, test } from 'vitest'
import { receive, recordOf } from '../../collect/testing-three-persons.ts'
import { writeBatchAnew } from '../../store/batch-writing.ts'
import { correctRecords, listBatches, removeFiles } from '../../store/index.ts'
import { withNode } from '../../store/testing.ts'

test('A batch whose files somebody else has just replaced is refused as changed, and stays as it was written', async () => {
  await withNode(async (node) => {
    await receive(node, 1)
    const [batch] = await listBatches(node)
    const one = await recordOf(node, 0, 0)
    // the other one is faster, and takes the files away while they are read
    const late = writeBatchAnew(
      node,
      batch!.id,
      async (writing) => {
        await correctRecords(node, batch!.id, [one], { family_names: 'Mejía' })
        await writing.write('facts', `select * from ${await writing.relation('facts')}`)
        return { setAside: 0 }
      },
      async () => {},
    )
    await expect(late).rejects.toMatchObject({ code: 'store.batch-changed' })
    expect(await recordOf(node, 0, 0)).toBe(one)

    // files that are gone and that nobody has replaced are damage, and no conflict
    const [now] = await listBatches(node)
    removeFiles(node, now!.files)
    await expect(
      correctRecords(node, batch!.id, [one], { family_names: 'Mejía' }),
    ).rejects.not.toMatchObject({ code: 'store.batch-changed' })
  })
}, 60_000)
