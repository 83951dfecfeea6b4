import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { readOutsideSecret } from './outside-secret.ts'

it('A secret comes from the environment, a file or the command of a vault, and is told by none of them', () => {
  const folder = mkdtempSync(join(tmpdir(), 'caudal-secret-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const file = join(folder, 'secret')
  writeFileSync(file, 'from-a-file\n')
  const read = (environment: NodeJS.ProcessEnv) => readOutsideSecret(environment, 'CAUDAL_X')
  expect(read({})).toBeUndefined()
  expect(read({ CAUDAL_X: 'here', CAUDAL_X_FILE: file })).toBe('here')
  expect(read({ CAUDAL_X: '', CAUDAL_X_FILE: file })).toBe('')
  expect(read({ CAUDAL_X_FILE: file, CAUDAL_X_COMMAND: 'echo other' })).toBe('from-a-file')
  expect(read({ CAUDAL_X_COMMAND: 'echo from-a-vault' })).toBe('from-a-vault')
  for (const environment of [
    { CAUDAL_X_FILE: join(folder, 'nowhere') },
    { CAUDAL_X_COMMAND: 'echo half-a-secret; exit 1' },
    { CAUDAL_X_COMMAND: 'true' },
  ]) {
    const where = Object.keys(environment)[0]!
    expect(() => read(environment)).toThrow(where)
    expect(() => read(environment)).not.toThrow(/half-a-secret|nowhere/)
  }
})
