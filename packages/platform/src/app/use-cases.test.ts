import { readdirSync } from 'node:fs'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  anonymous,
  decideOperation,
  readEntry,
  roles,
  type Actor,
  type AuditEntry,
  type Role,
} from '@caudal/methods/govern'
import type { CaudalNode } from '../store/index.ts'
import { withNode } from '../store/testing.ts'
import { services } from './testing-use-cases.ts'

type Call = (...given: unknown[]) => unknown

const sources = fileURLToPath(new URL('..', import.meta.url))
const found: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.fromEntries(
  await Promise.all(
    readdirSync(sources, { recursive: true, encoding: 'utf8' })
      .filter((file) => basename(file) === 'service.ts')
      .map((file) => `../${file.replaceAll('\\', '/')}`)
      .map(async (file) => [file, (await import(file)) as Record<string, unknown>] as const),
  ),
)

/** Every function that a service offers, those of what it makes under their maker's name. */
function offersOf(file: string, node: CaudalNode): Map<string, Call> {
  const declared = services[file] ?? {}
  const offers = new Map<string, Call>()
  for (const [name, value] of Object.entries(found[file] ?? {})) {
    if (typeof value !== 'function') continue
    const call = value as Call
    const isMaker = Object.keys(declared).some((each) => each.startsWith(`${name}.`))
    if (!isMaker) {
      offers.set(name, (...given) => call(node, ...given))
      continue
    }
    const made = call(node) as Record<string, Call>
    for (const [method, work] of Object.entries(made)) {
      if (typeof work === 'function') offers.set(`${name}.${method}`, work)
    }
  }
  return offers
}

const actorIn = (role: Role): Actor => ({
  kind: 'person',
  id: `a-${role}`,
  roles: [role],
  institution: 'gt-inm',
  country: 'GTM',
})

let here: CaudalNode
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      here = node
      ready()
      await ended
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
})

async function newestEntries(count: number): Promise<AuditEntry[]> {
  const rows = await here.register.query<{ entry: string }>(
    'select entry from audit_entries order by index desc limit $1',
    [count],
  )
  return rows.map(({ entry }) => readEntry(entry)!).reverse()
}

async function refusalOf(work: unknown): Promise<{ code?: string }> {
  try {
    if (work !== null && typeof work === 'object' && Symbol.asyncIterator in work) {
      await (work as AsyncGenerator).next()
    } else await work
    return {}
  } catch (error) {
    return error as { code?: string }
  }
}

describe('Every use case of every service', () => {
  test('says what the policy decides of it, or why nothing is to be decided', () => {
    expect(Object.keys(found).sort()).toEqual(Object.keys(services).sort())
    for (const file of Object.keys(found)) {
      const offered = [...offersOf(file, here).keys()].sort()
      expect(offered, file).toEqual(Object.keys(services[file]!).sort())
    }
  })

  for (const [file, offers] of Object.entries(services)) {
    for (const [name, useCase] of Object.entries(offers)) {
      if (typeof useCase === 'string') continue
      const [operation, ...given] = useCase
      test(`${file.replace('../', '').replace('/service.ts', '')}: ${name} is refused to whoever may not, before anything is done, and that is logged`, async () => {
        const everybody = [anonymous, ...(Object.keys(roles) as Role[]).map(actorIn)]
        const refused = everybody.filter(
          (actor) => decideOperation(actor, operation).outcome === 'refuse',
        )
        const call = offersOf(file, here).get(name)!
        for (const actor of refused) {
          const { code } = await refusalOf(call(actor, ...given))
          const expected = actor === anonymous ? 'not-signed-in' : 'role-lacks-operation'
          expect(code, actor.id).toBe(`policy.${expected}`)
        }
        const logged = await newestEntries(refused.length)
        expect(logged.map((entry) => [entry.actor, entry.action, entry.outcome])).toEqual(
          refused.map(({ id }) => [id, operation, 'refuse']),
        )
      })
    }
  }
})
