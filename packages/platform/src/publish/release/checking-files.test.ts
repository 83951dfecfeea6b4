import { execFileSync, spawnSync } from 'node:child_process'
import { generateKeyPairSync, sign } from 'node:crypto'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import { bakeRelease } from './bake.ts'

const { publicKey, privateKey } = generateKeyPairSync('ed25519')
const raw = publicKey.export({ type: 'spki', format: 'der' }).subarray(-32).toString('base64')

const bake = (edition?: number) =>
  bakeRelease({
    id: 'flows-v1',
    series: 'flows',
    vintage: 1,
    title: { es: 'Flujos', en: 'Flows', fr: 'Flux' },
    program: '1.0.0',
    publicKey: raw,
    figures: [],
    sources: [],
    sign: (content) => sign(null, content, privateKey).toString('base64'),
    ...(edition === undefined ? {} : { edition }),
  })

const hasTools = ['openssl', 'sha256sum'].every(
  (tool) => spawnSync(tool, ['--help']).error === undefined,
)

test.skipIf(!hasTools)(
  'whoever has the archive alone checks it by the commands that it holds',
  async () => {
    const files = await bake(2)
    const folder = mkdtempSync(join(tmpdir(), 'caudal-archive-'))
    try {
      for (const [name, content] of files) {
        mkdirSync(dirname(join(folder, name)), { recursive: true })
        writeFileSync(join(folder, name), content)
      }
      const commands = files
        .get('readme.txt')!
        .toString()
        .match(/^ {4}.+$/gm)!
      expect(commands).toHaveLength(3)
      const check = () =>
        execFileSync('bash', ['-ec', commands.join('\n')], {
          cwd: folder,
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'pipe'],
        })
      expect(check()).toContain('Signature Verified Successfully')
      writeFileSync(join(folder, 'en/index.html'), 'touched')
      expect(check).toThrow('1 computed checksum did NOT match')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
)

test('releases from before have none of it', async () => {
  const names = [...(await bake()).keys()]
  expect(names).not.toContain('readme.txt')
  expect(names).not.toContain('checksums.txt')
})
