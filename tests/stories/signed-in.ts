import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import type { Role } from '@caudal/methods/govern'
import { inviteOverHttp } from './inviting.ts'
import type { NodeUnderTest } from './node-under-test.ts'

/** Whoever works at the desk in a story. */
export interface Worker {
  readonly name: string
  readonly roles: readonly Role[]
  readonly institution?: string
  readonly country?: string
}

/**
 * Gives a page the session of a new account: invited by an administrator, set up as its link wants it.
 * The pages by which people do this have a story of their own.
 */
export async function signIn(page: Page, node: NodeUnderTest, worker: Worker): Promise<void> {
  const link = (await inviteOverHttp(node, worker)) ?? (await inviteOnTerminal(node, worker))
  await page.goto(`${node.address}/health`)
  const tell = <Answer>(path: string, body: object): Promise<Answer> =>
    page.evaluate(
      async ([to, given]) => {
        const headers = { 'content-type': 'application/json' }
        const answer = await fetch(to, { method: 'POST', headers, body: given })
        if (!answer.ok) throw new Error(await answer.text())
        return (await answer.json()) as Answer
      },
      [`/api/govern/${path}`, JSON.stringify(body)] as const,
    )
  await tell('sign-in/link', { link })
  const { key, wrapped } = await tell<{ key: string; wrapped: string }>(
    'enrolment/authenticator',
    {},
  )
  const code = new TOTP({ secret: Secret.fromBase32(key.replaceAll(' ', '')) }).generate()
  await tell('enrolment', { password: 'tres ceibas junto al lago', wrapped, code })
}

async function inviteOnTerminal(
  node: NodeUnderTest,
  { name, roles, institution, country }: Worker,
): Promise<string> {
  const words = ['accounts', 'invite', name, '--roles', roles.join(',')]
  if (institution !== undefined) {
    words.push('--institution', institution)
    // entered in the register with the first of its people
    words.push('--institution-name', `Institution ${institution}`)
    words.push('--contact', 'nobody@example.org')
  }
  if (country !== undefined) words.push('--country', country)
  const { stdout } = await node.caudal(words)
  const link = /#(\S+)/.exec(stdout)?.[1]
  if (link === undefined) throw new Error(`No link in what the terminal said:\n${stdout}`)
  return link
}
