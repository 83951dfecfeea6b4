import { startAuthentication, startRegistration, WebAuthnError } from '@simplewebauthn/browser'
import { tellNode } from '../node-api/ask-node.ts'
import { Problem } from '../node-api/problem.ts'
import type { PasskeyProblem } from './passkey-problem.ts'

type Options<Start extends (given: never) => unknown> = Parameters<Start>[0] extends {
  optionsJSON: infer Json
}
  ? Json
  : never

interface Asked<Json> {
  readonly id: string
  readonly options: Json
}

/** Whether this browser, on this address, knows passkeys: they are given to names, not to numbers. */
export const knowsPasskeys =
  typeof PublicKeyCredential !== 'undefined' && !/^[\d.]+$|^\[/.test(location.hostname)

/** Signs in with a passkey that the device finds. */
export async function signInByPasskey(language: string): Promise<void> {
  await answerWithPasskey('/api/govern/sign-in/passkey', language)
}

/** Confirms with a passkey that whoever is signed in is still there. */
export async function confirmByPasskey(language: string): Promise<void> {
  await answerWithPasskey('/api/govern/account/confirm/passkey', language)
}

async function answerWithPasskey(path: string, language: string): Promise<void> {
  const asked = await tellNode<Asked<Options<typeof startAuthentication>>>(
    'POST',
    '/api/govern/sign-in/passkey/question',
    language,
    {},
  )
  const answer = await given(() => startAuthentication({ optionsJSON: asked.options }))
  await tellNode('POST', path, language, { id: asked.id, answer })
}

/** Makes a passkey on the device and has the node keep its public half. */
export async function makePasskey(label: string, language: string): Promise<void> {
  const asked = await tellNode<Asked<Options<typeof startRegistration>>>(
    'POST',
    '/api/govern/account/passkeys/question',
    language,
    {},
  )
  const answer = await given(
    () => startRegistration({ optionsJSON: asked.options }),
    (error) => (isHeldAlready(error) ? 'passkey-held' : 'passkey-not-made'),
  )
  await tellNode('POST', '/api/govern/account/passkeys', language, { id: asked.id, answer, label })
}

/** Whoever closes the browser's window has given no answer: nothing went wrong with the node. */
async function given<Answer>(
  ask: () => Promise<Answer>,
  say: (error: unknown) => PasskeyProblem = () => 'passkey-not-given',
): Promise<Answer> {
  try {
    return await ask()
  } catch (error) {
    throw new Problem(499, say(error))
  }
}

const isHeldAlready = (error: unknown): boolean =>
  error instanceof WebAuthnError && error.code === 'ERROR_AUTHENTICATOR_PREVIOUSLY_REGISTERED'
