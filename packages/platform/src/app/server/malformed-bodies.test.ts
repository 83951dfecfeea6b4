import { decideOperation, roles, type Role } from '@caudal/methods/govern'
import { languages, type Language } from '@caudal/methods/vocabulary'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { invite } from '../../govern/accounts/administration.ts'
import { statistician } from '../../govern/testing-actors.ts'
import { withNode } from '../../store/testing.ts'
import { listRoutes, type GuardedRoute } from './guard.ts'
import { askedFor, noteNames } from './testing-bait.ts'
import {
  openTestServer,
  testPassword,
  type TestBrowser,
  type TestServer,
} from './testing-server.ts'

let here: TestServer
let routes: readonly GuardedRoute[]
const browsers = new Map<Role, TestBrowser>()
/** Browsers that are on their way in, by how far they have come. */
const staged = new Map<string, TestBrowser>()
let finish: () => void
let running: Promise<void>

beforeAll(async () => {
  await new Promise<void>((ready, failed) => {
    const ended = new Promise<void>((resolve) => (finish = resolve))
    running = withNode(async (node) => {
      here = await openTestServer(node)
      noteNames(here.server)
      for (const role of Object.keys(roles) as Role[]) {
        here.clock.advance(31)
        const place = { institution: 'hn-inm', country: 'HND' }
        browsers.set(role, (await here.enrol(`a-${role}`, [role], place)).browser)
      }
      const started = here.browser()
      await started.post('/api/govern/sign-in', { name: 'a-auditor', password: testPassword })
      staged.set('second-factor', started)
      const { secret } = await invite(here.accounts, null, {
        name: 'invited',
        shownName: 'invited',
        language: 'es',
        roles: ['statistician'],
      })
      const invited = here.browser()
      await invited.post('/api/govern/sign-in/link', { link: secret })
      staged.set('enrolment', invited)
      // all that changes something, but for what brings no JSON and the way out, which refuses nobody
      routes = listRoutes(here.server).filter(
        ({ method, url, access }) =>
          ['POST', 'PUT', 'PATCH'].includes(method) &&
          !url.startsWith('/sdmx') &&
          url !== '/api/govern/sign-out' &&
          !(access !== undefined && 'open' in access && access.open === 'signed'),
      )
      ready()
      await ended
      await here.close()
    })
    running.catch(failed)
  })
})

afterAll(async () => {
  finish()
  await running
})

/** Somebody who may do what a route does, so that the body is looked at. */
function whoMay({ access }: GuardedRoute): TestBrowser {
  const any = browsers.get('statistician')!
  if (access !== undefined && 'stage' in access) return staged.get(access.stage)!
  if (access === undefined || !('operation' in access)) return any
  const { operation } = access
  for (const [role, browser] of browsers) {
    if (decideOperation({ ...statistician, roles: [role] }, operation).outcome === 'allow')
      return browser
  }
  return any
}

interface Problem {
  readonly code: string
  readonly title: string
  readonly detail: string
}

async function tell(route: GuardedRoute, payload: unknown, language: Language) {
  const browser = whoMay(route)
  const kept = browser.cookie
  const answer = await browser.send({
    method: route.method as 'POST',
    url: `${route.url.replace(/:\w+/g, '1')}?language=${language}`,
    payload: JSON.stringify(payload),
    headers: { 'content-type': 'application/json' },
  })
  browser.cookie = kept
  return {
    status: answer.statusCode,
    said: answer.statusCode >= 400 ? answer.json<Problem>() : undefined,
  }
}

describe('a body that is not as it should be', () => {
  test('is refused in the language of whoever sent it, with the field, by every route', async () => {
    const differing: string[] = []
    let refused = 0
    for (const route of routes) {
      const about = `${route.method} ${route.url}`
      await tell(route, {}, 'en')
      const names = [...(askedFor.body.get(about) ?? [])]
      const bodies: readonly (readonly [object, readonly string[]])[] = [
        [{ 'unheard-of': 1 }, ['/', 'unheard-of', ...names]],
        [[7], ['/', ...names]],
        ...names.flatMap((name) =>
          [{ a: [{}] }, 1.5, 'x'.repeat(500_000)].map(
            (wrong) => [{ [name]: wrong }, names] as const,
          ),
        ),
      ]
      for (const [body, fields] of bodies) {
        const answers = await Promise.all(languages.map((each) => tell(route, body, each)))
        const codes = new Set(answers.map(({ said }) => said?.code))
        if (codes.size > 1) differing.push(`${about}: ${[...codes].join(', ')}`)
        const { status, said } = answers[0]!
        if (said === undefined) {
          differing.push(`${about} takes ${JSON.stringify(body).slice(0, 60)}: ${status}`)
          continue
        }
        refused += 1
        const titles = answers.map((each) => each.said!.title)
        if (new Set(titles).size < languages.length)
          differing.push(`${about}: ${titles.join(' | ')}`)
        for (const title of titles) {
          if (
            /Invalid|[Ee]xpected|[Rr]eceived|nrecognized|invalid_|too_|Too |undefined|object Object/.test(
              title,
            )
          ) {
            differing.push(`${about}: ${title}`)
          }
        }
        if (!/field-wrong|malformed/.test(said.code))
          differing.push(`${about}: ${said.code} ${JSON.stringify(body).slice(0, 40)}`)
        else if (!fields.some((field) => said.title.includes(field)))
          differing.push(`${about} names no field: ${said.title}`)
      }
    }
    expect(differing).toEqual([])
    expect(routes.length).toBeGreaterThan(60)
    expect(refused).toBeGreaterThan(routes.length)
  }, 180_000)
})
