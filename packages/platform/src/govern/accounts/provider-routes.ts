import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isLanguage, Refusal } from '@caudal/methods/vocabulary'
import type { Accounts } from './accounts.ts'
import { Provider, untieIdentities, type ProviderSettings } from './provider.ts'
import { bodies, readBody } from './request-body.ts'
import { originOf, sessionOf, type AccountRoutesOptions } from './sign-in-routes.ts'

const wayIn = { config: { access: { open: 'way-in' } } } as const
const signed = { config: { access: { open: 'signed' } }, bodyLimit: 20_000 } as const
const ownFresh = {
  config: { access: { operation: 'govern.own-account', person: true, fresh: true } },
} as const

const returnPath = '/api/govern/sign-in/provider/return'
const logoutPath = '/api/govern/sign-in/provider/logout'

/** Signing in by the provider of a ministry, and tying its identity to one's account. */
export function addProviderRoutes(
  server: FastifyInstance,
  accounts: Accounts,
  { cookie }: AccountRoutesOptions,
  settings: ProviderSettings,
): void {
  const provider = new Provider(settings)
  const begin = async (request: FastifyRequest, reply: FastifyReply, tie: boolean) => {
    const { language } = readBody(bodies.language, request.body)
    const returnTo = `${request.protocol}://${request.host}${returnPath}`
    const session = tie ? await sessionOf(request) : undefined
    const { address, journey } = await provider.begin(
      accounts,
      { returnTo, language },
      originOf(request),
      session,
    )
    return reply.header('set-cookie', cookie.journey(`${journey}.${language}`)).send({ address })
  }

  // Begun by a press of a button on our own page, never by following a link.
  server.post('/api/govern/sign-in/provider', wayIn, (request, reply) =>
    begin(request, reply, false),
  )
  server.post('/api/govern/account/identity', ownFresh, (request, reply) =>
    begin(request, reply, true),
  )
  server.delete('/api/govern/account/identity', ownFresh, async (request) => {
    await untieIdentities(accounts, await sessionOf(request))
    return { untied: true }
  })

  // What the provider itself sends (OpenID Connect Back-Channel Logout), as a form: this route alone
  // reads one.
  void server.register(async (scope) => {
    scope.addContentTypeParser(
      'application/x-www-form-urlencoded',
      { parseAs: 'string' },
      (_request, body, done) => done(null, new URLSearchParams(body as string)),
    )
    scope.post(logoutPath, signed, async (request, reply) => {
      const token = request.body instanceof URLSearchParams ? request.body.get('logout_token') : ''
      await provider.signOut(accounts, token ?? '')
      return reply.header('cache-control', 'no-store').send({ ended: true })
    })
  })

  server.get(returnPath, wayIn, async (request, reply) => {
    const came = new URL(request.url, `${request.protocol}://${request.host}`)
    const [journey, spoken] = (cookie.readJourney(request.headers.cookie) ?? '').split('.')
    const language = isLanguage(spoken) ? spoken : 'es'
    reply.header('cache-control', 'no-store')
    try {
      const arrival = await provider.arrive(accounts, { journey, came }, originOf(request))
      const cookies = [cookie.forgetJourney]
      if ('signedIn' in arrival) cookies.push(cookie.keep(arrival.signedIn.secret))
      return await reply.header('set-cookie', cookies).redirect(`/${arrival.language}/account`, 303)
    } catch (error) {
      // A page is what the browser came for: it says what was refused, in the reader's language.
      if (!(error instanceof Refusal) || error.status >= 500)
        request.log.warn({ err: error }, 'provider')
      const code = error instanceof Refusal ? error.code : 'govern.accounts.provider-failed'
      return reply
        .header('set-cookie', cookie.forgetJourney)
        .redirect(`/${language}/account#refused=${code}`, 303)
    }
  })
}
