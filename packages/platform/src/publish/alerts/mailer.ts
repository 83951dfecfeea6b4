import { createTransport } from 'nodemailer'
import type { MailSettings } from './mail-settings.ts'

/** A mail in plain text. */
export interface Mail {
  readonly to: string
  readonly subject: string
  readonly text: string
  /** Where its reader ends such mails, without signing in; absent of a mail that somebody asked for. */
  readonly unsubscribe?: string
  /** The same whenever the same mail is sent, so that one that came twice is seen to be one. */
  readonly messageId?: string
}

/** Hands mails to a server. */
export interface Mailer {
  /** @throws {MailFault} where the server was not reached or did not take it */
  send(mail: Mail): Promise<void>
}

/**
 * Why a mail did not leave: the code of the mail library alone (`ECONNECTION`, `EAUTH`), because what a
 * server answers may repeat addresses and names.
 */
export class MailFault extends Error {
  override readonly name = 'MailFault'
  readonly code: string
  /** Whether the server refused this one for good (a reply of 5xx to it), so that trying again is idle. */
  readonly final: boolean

  constructor(code: string, final: boolean) {
    super(code)
    this.code = code
    this.final = final
  }
}

const patienceMs = 15_000

/**
 * A mailer by SMTP. Beyond this machine nothing is sent without TLS and a certificate that holds.
 *
 * @see RFC 8058, one-click unsubscription
 */
export function createMailer(settings: MailSettings): Mailer {
  const { host, port, secure, loopback, user, password, from } = settings
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: !loopback,
    tls: { minVersion: 'TLSv1.2', rejectUnauthorized: !loopback },
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send({ to, subject, text, unsubscribe, messageId }) {
      try {
        await transport.sendMail({
          from: { name: 'Caudal', address: from },
          to: { name: '', address: to },
          subject,
          text,
          ...(messageId && { messageId }),
          headers: {
            'Auto-Submitted': 'auto-generated',
            ...(unsubscribe && {
              'List-Unsubscribe': `<${unsubscribe}>`,
              'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
            }),
          },
        })
      } catch (error) {
        const { code, responseCode } = error as { code?: string; responseCode?: number }
        const ofMail = code === 'EENVELOPE' || code === 'EMESSAGE'
        throw new MailFault(code ?? 'EMAIL', ofMail && (responseCode ?? 0) >= 500)
      }
    },
  }
}
