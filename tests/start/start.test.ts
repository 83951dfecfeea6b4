import { setTimeout as pause } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import { copyRegionOf } from '../stories/node-under-test.ts'
import { addressOf, runCaudal, withFolder, type Run } from './running-node.ts'

// the region that the stories begin with: who draws it first draws it for all
const persons = 3000
const small = ['--persons', String(persons), '--port', '0', '--no-link']
const start = (folder: string, ...args: string[]) => runCaudal(['start', '--data', folder, ...args])
// The whole line: what a process writes may come in pieces.
const open = /The portal is open at http:\S+\s/

async function stop(run: Run): Promise<number | string> {
  run.process.kill('SIGTERM')
  return run.ended
}

interface Table {
  readonly grandTotal: number
  readonly synthetic: boolean
}

async function crossings(run: Run): Promise<Table> {
  const answer = await fetch(`${addressOf(run)}/api/cubes/movements/table?rows=country`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as Table
}

describe('the first start', () => {
  it(
    'goes on where a killed start stopped, to the figures of one that nothing cut short',
    { timeout: 600_000 },
    async () => {
      await withFolder(async (folder) => {
        for (const moment of ['Draw the synthetic region', /Load .*\n/, 'Compute the cubes']) {
          const killed = start(folder, ...small)
          await killed.until(moment)
          await pause(300)
          killed.process.kill('SIGKILL')
          await killed.ended
        }
        const last = start(folder, ...small)
        await last.until(open)
        await last.until('SYNTHETIC')
        const table = await crossings(last)
        expect(table.grandTotal).toBeGreaterThan(1000)
        expect(table.synthetic).toBe(true)
        expect(await stop(last)).toBe(0)
        expect(last.said()).toContain('Stopped.')

        await withFolder(async (other) => {
          await copyRegionOf(persons, other)
          const second = start(other, '--port', '0', '--no-link')
          await second.until(open)
          expect((await crossings(second)).grandTotal).toBe(table.grandTotal)
          // it was drawn and stopped before, and is soon up again
          expect(second.said()).not.toContain('Draw the synthetic region')
          expect(await stop(second)).toBe(0)
        })
      })
    },
  )

  it(
    'with --empty there is nothing in the node, and it says how to load a file',
    { timeout: 120_000 },
    async () => {
      await withFolder(async (folder) => {
        const run = start(folder, '--empty', '--port', '0')
        await run.until(open)
        await run.until('caudal import')
        const cubes = (await (await fetch(`${addressOf(run)}/api/cubes`)).json()) as {
          cubes: { state: string }[]
        }
        expect(cubes.cubes.map(({ state }) => state)).not.toContain('built')
        expect(await stop(run)).toBe(0)
      })
    },
  )
})

describe('what a start refuses', () => {
  it('an address beyond this machine', async () => {
    await withFolder(async (folder) => {
      const run = start(folder, '--empty', '--host', '0.0.0.0')
      expect(await run.ended).toBe(2)
      expect(run.said()).toMatch(/does not listen on “0\.0\.0\.0”.*--host 127\.0\.0\.1/)
    })
  })

  it(
    'a folder that another node has open, and a port that is taken',
    { timeout: 120_000 },
    async () => {
      await withFolder(async (folder) => {
        const first = start(folder, '--empty', '--port', '0')
        await first.until(open)
        const second = start(folder, '--port', '0')
        expect(await second.ended).toBe(2)
        expect(second.said().trim().split('\n')).toHaveLength(1)

        await withFolder(async (other) => {
          const port = new URL(addressOf(first)).port
          const third = start(other, '--empty', '--port', port)
          expect(await third.ended).toBe(2)
          expect(third.said()).toContain(`Port ${port} is already taken`)
        })
        await stop(first)
      })
    },
  )

  it(
    'a request that names another host, so that no web page elsewhere reaches the node',
    { timeout: 120_000 },
    async () => {
      await withFolder(async (folder) => {
        const run = start(folder, '--empty', '--port', '0')
        await run.until(open)
        const { request } = await import('node:http')
        const status = await new Promise<number | undefined>((resolve, reject) => {
          request(
            addressOf(run),
            { path: '/api/cubes', headers: { host: 'evil.example' } },
            (answer) => {
              answer.resume()
              resolve(answer.statusCode)
            },
          )
            .on('error', reject)
            .end()
        })
        expect(status).toBe(421)
        await stop(run)
      })
    },
  )
})

describe('the command line', () => {
  it('explains itself in the language of the terminal', async () => {
    const english = runCaudal(['--help'])
    expect(await english.ended).toBe(0)
    expect(english.wrote()).toContain('Commands:')
    const spanish = runCaudal(['--help', '--language', 'es'])
    await spanish.ended
    expect(spanish.wrote()).toContain('la plataforma abierta de datos sobre migración')
  })

  it('an unknown command or option ends with code 2 and one sentence', async () => {
    const run = runCaudal(['cubess'])
    expect(await run.ended).toBe(2)
    expect(run.said()).toMatch(/cubess/)
    expect(run.wrote()).toBe('')
  })
})
