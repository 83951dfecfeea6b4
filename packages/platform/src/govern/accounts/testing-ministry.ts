import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import OidcProvider from 'oidc-provider'

export const ministrySecret = 'a secret of the test, long enough for HS256'

/** A real provider on this machine, at which a person has signed in already. */
export interface Ministry {
  readonly issuer: string
  /** Who signs in there next, and how. */
  person: { subject: string; acr: string }
  /** Session there in which somebody came last. */
  sid: string
  /** Sends what it signs when somebody signs out, to where the client has it sent. */
  signOut(subject: string, sid: string): Promise<void>
  close(): Promise<void>
}

/** The address of a provider is known before it knows its clients, as it is in life. */
export async function listenAsMinistry(): Promise<{
  readonly server: Server
  readonly issuer: string
}> {
  const server: Server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  return { server, issuer: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

/**
 * @param returnTo where the node has people sent back to
 * @param send passes on to the node what the provider tells it, and gives the status that it answers
 */
export function openMinistry(
  { server, issuer }: Awaited<ReturnType<typeof listenAsMinistry>>,
  returnTo: string,
  send: (body: string) => Promise<number>,
): Ministry {
  const ministry: Ministry = {
    issuer,
    person: { subject: 'p-1', acr: 'urn:password' },
    sid: '',
    async signOut(subject, sid) {
      const client = (await provider.Client.find('caudal')) as unknown as {
        backchannelLogout(subject: string, sid: string): Promise<void>
      }
      await client.backchannelLogout(subject, sid)
    },
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
  const provider = new OidcProvider(issuer, {
    clients: [
      {
        client_id: 'caudal',
        client_secret: ministrySecret,
        redirect_uris: [returnTo],
        application_type: 'web',
        backchannel_logout_uri: 'https://caudal.test/logout',
        backchannel_logout_session_required: true,
      },
    ],
    acrValues: ['urn:password', 'urn:two-steps'],
    claims: { acr: null, openid: ['sub'] },
    cookies: { keys: ['of the test'] },
    fetch: async (_address, sent) => {
      const form = sent?.body instanceof URLSearchParams ? sent.body.toString() : ''
      return new Response(null, { status: await send(form) })
    },
    features: { devInteractions: { enabled: false }, backchannelLogout: { enabled: true } },
    findAccount: (_context, sub) => ({ accountId: sub, claims: () => ({ sub }) }),
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    async loadExistingGrant(context) {
      const { Grant } = provider
      const grant = new Grant({
        clientId: context.oidc.client!.clientId,
        accountId: context.oidc.session!.accountId!,
      })
      grant.addOIDCScope('openid')
      await grant.save()
      return grant
    },
  })
  provider.on('authorization.success', (context) => {
    ministry.sid = context.oidc.session!.sidFor('caudal') ?? ''
  })
  const answer = provider.callback()
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return void answer(request, response)
    const { subject, acr } = ministry.person
    const login = { accountId: subject, acr, remember: false }
    void provider.interactionFinished(request, response, { login })
  })
  return ministry
}
