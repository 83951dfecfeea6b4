import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { administrator, receive } from '../../collect/testing-three-persons.ts'
import { type CaudalNode, listBatches } from '../../store/index.ts'
import { describeOnPostgres } from '../../store/testing.ts'
import { withInstitutions } from '../testing-institutions.ts'
import { backUp } from './service.ts'

const folder = mkdtempSync(join(tmpdir(), 'caudal-backup-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** Does something once, when the first file has been copied. */
function afterFirst(act: () => void): () => void {
  let isDone = false
  return () => {
    if (!isDone) act()
    isDone = true
  }
}

describeOnPostgres('A backup of a node that changes meanwhile', ({ openNode }) => {
  const openTestNode = withInstitutions(openNode)
  const twoBatches = async (node: CaudalNode) => {
    await receive(node, 1)
    await receive(node, 2)
    const [last] = (await listBatches(node)).toSorted((a, b) => b.id - a.id)
    const paths = last!.files.map(({ path }) => join(node.folder.root, path))
    const loseFiles = () => {
      for (const path of paths) rmSync(path, { force: true })
    }
    return { id: last!.id, files: last!.files, loseFiles }
  }

  it('begins anew where files went that the node needs no more', async () => {
    const node = await openTestNode()
    const { id, files, loseFiles } = await twoBatches(node)
    let forgotten: Promise<unknown> | undefined
    const progress = afterFirst(() => {
      loseFiles()
      forgotten = node.register.query(`update batches set files = '[]' where id = $1`, [id])
    })
    const { manifest } = await backUp(node, administrator, { folder, whole: true, progress })
    await forgotten
    const copied = manifest.map(({ path }) => path)
    expect(copied.length).toBeGreaterThan(0)
    for (const { path } of files) expect(copied).not.toContain(path)
  })

  it('is refused where a file is gone that the node counts on', async () => {
    const node = await openTestNode()
    const { loseFiles } = await twoBatches(node)
    const refused = backUp(node, administrator, {
      folder,
      whole: true,
      progress: afterFirst(loseFiles),
    })
    await expect(refused).rejects.toMatchObject({ code: 'backup.file-changed' })
  })
})
