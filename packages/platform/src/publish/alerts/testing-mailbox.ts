import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import type { MailSettings } from './mail-settings.ts'

/** A mail server on this machine that keeps what it is sent. */
export interface Mailbox {
  readonly settings: MailSettings
  /** What arrived, whole: headers and text. */
  readonly mails: readonly { readonly to: string; readonly content: string }[]
  /** What it answers to the next mails in place of taking them; nothing: it takes them. */
  refuseWith(code: number | undefined): void
  close(): Promise<void>
}

export async function openMailbox(options: SMTPServerOptions = {}): Promise<Mailbox> {
  const mails: { to: string; content: string }[] = []
  let refusal: number | undefined
  const server = new SMTPServer({
    authOptional: true,
    logger: false,
    onRcptTo(_address, _session, done) {
      if (refusal === undefined) return done()
      done(Object.assign(new Error('not today'), { responseCode: refusal }))
    },
    onData(stream, { envelope }, done) {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        const to = envelope.rcptTo.map(({ address }) => address).join()
        mails.push({ to, content: Buffer.concat(parts).toString('utf8') })
        done()
      })
    },
    ...options,
  })
  server.on('error', () => {})
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  return {
    settings: {
      host: '127.0.0.1',
      port,
      secure: false,
      loopback: true,
      user: undefined,
      password: undefined,
      from: 'caudal@node.example',
    },
    mails,
    refuseWith: (code) => void (refusal = code),
    close: () => new Promise((done) => server.close(() => done())),
  }
}
