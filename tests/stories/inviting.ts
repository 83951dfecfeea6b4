import { setTimeout as pause } from 'node:timers/promises'
import { Secret, TOTP } from 'otpauth'
import type { NodeUnderTest } from './node-under-test.ts'
import type { Worker } from './signed-in.ts'

/** Whoever invites people to a node, over HTTP: a command for each of them would start a process. */
interface Administrator {
  /** @returns the status, and what was answered */
  tell(method: 'POST' | 'PUT', path: string, body: object): Promise<[number, unknown]>
}

const administrators = new WeakMap<NodeUnderTest, Promise<Administrator | undefined>>()

/**
 * Invites somebody as an administrator does. The first time, the node's first administrator sets up the
 * account by the link on the terminal.
 *
 * @returns the secret of the invitation; undefined where the node has an administrator already
 */
export async function inviteOverHttp(
  node: NodeUnderTest,
  { name, roles, institution = '', country = '' }: Worker,
): Promise<string | undefined> {
  const known = administrators.get(node) ?? enrolFirst(node)
  administrators.set(node, known)
  const administrator = await known
  if (administrator === undefined) return undefined
  if (institution !== '') {
    const content = { name: `Institution ${institution}`, country, contact: 'nobody@example.org' }
    const put = await administrator.tell('PUT', `institutions/${institution}`, {
      content,
      after: 0,
    })
    // 409: entered with the first of its people
    if (put[0] !== 200 && put[0] !== 409) throw new Error(JSON.stringify(put))
  }
  const [status, answer] = await administrator.tell('POST', 'accounts', {
    name,
    shownName: name,
    language: 'en',
    roles,
    ...(institution === '' ? {} : { institution }),
    country,
  })
  if (status !== 201) throw new Error(JSON.stringify(answer))
  return (answer as { link: string }).link
}

async function enrolFirst(node: NodeUnderTest): Promise<Administrator | undefined> {
  const link = await firstLink(node)
  if (link === undefined) return undefined
  let cookie = ''
  const tell: Administrator['tell'] = async (method, path, body) => {
    const answer = await fetch(`${node.address}/api/govern/${path}`, {
      method,
      headers: { 'content-type': 'application/json', origin: node.address, cookie },
      body: JSON.stringify(body),
    })
    cookie = answer.headers.get('set-cookie')?.split(';')[0] ?? cookie
    const text = await answer.text()
    return [answer.status, text === '' ? undefined : (JSON.parse(text) as unknown)]
  }
  const [opened] = await tell('POST', 'sign-in/link', { link })
  // somebody has followed the link: a story of its own does
  if (opened >= 400) return undefined
  const [, drawn] = await tell('POST', 'enrolment/authenticator', {})
  const { key, wrapped } = drawn as { key: string; wrapped: string }
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
  const password = 'tres ceibas junto al lago'
  const [done] = await tell('POST', 'enrolment', { password, wrapped, code })
  return done < 400 ? { tell } : undefined
}

/** The link is told once the node listens, and that how to stop it is told after. */
async function firstLink(node: NodeUnderTest): Promise<string | undefined> {
  const until = Date.now() + 20_000
  while (node.said() !== '' && Date.now() < until) {
    const link = /\/account\/link#(\S+)/.exec(node.said())?.[1]
    if (link !== undefined || node.said().includes('Ctrl-C')) return link
    await pause(100)
  }
  return undefined
}
