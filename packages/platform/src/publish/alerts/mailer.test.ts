import { expect, test } from 'vitest'
import { createMailer } from './mailer.ts'
import { isAddress, readMailSettings } from './mail-settings.ts'
import { openMailbox } from './testing-mailbox.ts'

const mail = { to: 'ana@example.org', subject: 'Población', text: 'Año 2025: 1 000 personas\n' }

test('a mail says what its reader needs, and its secret is told to nobody but the server', async () => {
  const known: string[] = []
  const mailbox = await openMailbox({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth({ username, password }, _session, done) {
      known.push(`${username} ${password}`)
      done(null, password === 'right' ? { user: username } : undefined)
    },
  })
  const settings = { ...mailbox.settings, user: 'node' }
  await createMailer({ ...settings, password: 'right' }).send({
    ...mail,
    unsubscribe: 'https://node.example/stop-alerts/x',
  })
  const [{ content, to }] = mailbox.mails as [{ content: string; to: string }]
  expect(to).toBe('ana@example.org')
  expect(content).toMatch(/^From: Caudal <caudal@node\.example>/m)
  expect(content).toMatch(/^List-Unsubscribe: <https:\/\/node\.example\/stop-alerts\/x>/m)
  expect(content).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click/m)
  const refused = createMailer({ ...settings, password: 'wrong' }).send(mail)
  await expect(refused).rejects.toMatchObject({ code: 'EAUTH', message: 'EAUTH', final: false })
  expect(known).toEqual(['node right', 'node wrong'])
  await mailbox.close()
})

test('what a mail tells adds no header and no reader to it, whatever lines it holds', async () => {
  const mailbox = await openMailbox()
  const lines = 'Población\r\nBcc: eve@elsewhere.example\r\n\r\nAnother mail'
  const hidden = 'https://node.example/x>\r\nBcc: <eve@elsewhere.example'
  await createMailer(mailbox.settings).send({
    to: 'ana@example.org',
    subject: lines,
    text: `.\r\nRCPT TO:<eve@elsewhere.example>\r\n${lines}`,
    unsubscribe: hidden,
    messageId: `<1@node.example>\r\nBcc: eve@elsewhere.example`,
  })
  expect(mailbox.mails.map(({ to }) => to)).toEqual(['ana@example.org'])
  const { content } = mailbox.mails[0]!
  const headers = content.slice(0, content.indexOf('\r\n\r\n'))
  expect(headers).toMatch(/^Subject: /m)
  expect(headers).not.toMatch(/^Bcc:/im)
  expect(headers.match(/^To:/gim)).toHaveLength(1)
  await mailbox.close()
})

test('beyond this machine nothing is sent where the server does not speak TLS', async () => {
  const mailbox = await openMailbox({ disabledCommands: ['STARTTLS'] })
  const far = createMailer({ ...mailbox.settings, loopback: false })
  await expect(far.send(mail)).rejects.toMatchObject({ name: 'MailFault' })
  // Nor where it does, with a certificate that nobody vouches for.
  const unknown = await openMailbox()
  const other = createMailer({ ...unknown.settings, loopback: false })
  await expect(other.send(mail)).rejects.toMatchObject({ name: 'MailFault' })
  expect([...mailbox.mails, ...unknown.mails]).toEqual([])
  await Promise.all([mailbox.close(), unknown.close()])
})

test('a server that refuses for good is told from one that is away', async () => {
  const mailbox = await openMailbox()
  const mailer = createMailer(mailbox.settings)
  mailbox.refuseWith(550)
  await expect(mailer.send(mail)).rejects.toMatchObject({ final: true })
  mailbox.refuseWith(451)
  await expect(mailer.send(mail)).rejects.toMatchObject({ final: false })
  await mailbox.close()
  await expect(mailer.send(mail)).rejects.toMatchObject({ code: 'ESOCKET', final: false })
})

test('settings of mail name a server and an address, and hold no password in an address', () => {
  const from = { CAUDAL_SMTP_FROM: 'caudal@node.example' }
  expect(readMailSettings({})).toBeUndefined()
  expect(readMailSettings({ CAUDAL_SMTP: 'smtp://mail.example', ...from })).toMatchObject({
    host: 'mail.example',
    port: 587,
    secure: false,
    loopback: false,
  })
  expect(readMailSettings({ CAUDAL_SMTP: 'smtps://[::1]', ...from })).toMatchObject({
    port: 465,
    secure: true,
    loopback: true,
  })
  for (const wrong of [
    { CAUDAL_SMTP: 'mail.example', ...from },
    { CAUDAL_SMTP: 'https://mail.example', ...from },
    { CAUDAL_SMTP: 'smtp://ana:secret@mail.example', ...from },
    { CAUDAL_SMTP: 'smtp://mail.example' },
    { CAUDAL_SMTP: 'smtp://mail.example', CAUDAL_SMTP_USER: 'node', ...from },
  ]) {
    const read = () => readMailSettings(wrong)
    expect(read).toThrow(expect.objectContaining({ code: 'alerts.settings-wrong' }))
    expect(read).not.toThrow(/secret/)
  }
  for (const text of ['a@b', 'a@b.', 'a b@c.org', 'a@c.org, d@c.org', 'a@c.org\r\nBcc: d@c.org']) {
    expect(isAddress(text)).toBe(false)
  }
})
