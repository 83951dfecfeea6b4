import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { withTestFolder } from '../store/testing.ts'
import { importSteps } from './import-report.ts'
import { importFile, listBatches } from './service.ts'
import { crossing, crossings, crossingsProfile, writeImport } from './testing-import.ts'
import { importAndKill } from './testing-killed-import.ts'
import { keeper } from '../govern/testing-actors.ts'

const planted = 'Quetzalcoatl Prueba'

function filesUnder(path: string): string[] {
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

function filesThatName(paths: readonly string[]): string[] {
  return paths.filter((path) => readFileSync(path).includes(planted))
}

describe('an import that is killed', () => {
  it('leaves no name, no file and no batch, whatever it was doing, and the file comes in afterwards', async () => {
    await withTestFolder(async (openHere, root) => {
      const before = await openHere()
      await importFile(before, keeper, writeImport(crossings(crossing())))
      const lake = filesUnder(before.folder.lake)
      const workspaces = dirname(before.folder.workspace)
      await before.close()

      const lines = Array.from({ length: 60_000 }, (_, n) => crossing({ documento: `P${n}` }))
      const layout = { format: 'csv', delimiter: ',', encoding: 'windows-1252' }
      const profile = crossingsProfile({ id: 'other-crossings', layout })
      const request = writeImport(Buffer.from(crossings(...lines), 'latin1'), { profile })
      let seenPlain = 0
      for (const step of importSteps) {
        await importAndKill({ root, ...request }, step)
        seenPlain += filesThatName(filesUnder(workspaces)).length
        const node = await openHere()
        expect(filesThatName([...filesUnder(root), ...filesUnder(workspaces)])).toEqual([])
        expect(filesUnder(node.folder.lake)).toEqual(lake)
        expect(await listBatches(node, keeper)).toHaveLength(1)
        await node.close()
      }
      // The test means something only where the name lay about in plain when it was killed.
      expect(seenPlain).toBeGreaterThan(0)
      const after = await openHere()
      expect(await importFile(after, keeper, request)).toMatchObject({ rowsAccepted: 60_000 })
    })
  }, 300_000)
})
