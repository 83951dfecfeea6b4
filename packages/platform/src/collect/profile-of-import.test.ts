import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { keeper } from '../govern/testing-actors.ts'
import { withNode } from '../store/testing.ts'
import { importFile } from './service.ts'
import { crossing, crossings, crossingsProfile, testFolder, writeImport } from './testing-import.ts'

describe('a file', () => {
  it('of a profile that there is not is refused with those there are', async () => {
    await withNode(async (node) => {
      const { file } = writeImport(crossings(crossing()))
      await expect(
        importFile(node, keeper, { file, profile: 'no-such-profile' }),
      ).rejects.toMatchObject({
        code: 'collect.profile-missing',
      })
    })
  })

  it('of a profile that changed without a new version is refused before it is read', async () => {
    await withNode(async (node) => {
      await importFile(node, keeper, writeImport(crossings(crossing())))
      const folder = testFolder()
      mkdirSync(join(folder, 'x'))
      const changed = writeImport('', { profile: crossingsProfile({ ignore: ['otra'] }) })
      writeFileSync(changed.file, 'not even looked at')
      await expect(importFile(node, keeper, changed)).rejects.toMatchObject({
        code: 'store.profile-version-altered',
      })
    })
  })
})
