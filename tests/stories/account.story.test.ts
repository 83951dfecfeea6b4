import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { languages } from '@caudal/methods/vocabulary'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, settle, withPage } from './page-checks.ts'

let node: NodeUnderTest
let browser: Browser
let key: string
let recoveryCodes: string[]
const password = 'tres ceibas junto al lago'

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

/** As people reach it on its own machine: by name. */
const at = (path: string) => node.address.replace('127.0.0.1', 'localhost') + path

/** The code that the app shows; a code is good once, so a test waits for the next where it must. */
function codeIn(periods: number): string {
  return new TOTP({ secret: Secret.fromBase32(key) }).generate({
    timestamp: Date.now() + periods * 30_000,
  })
}

const check = (page: Page, name: string) => checkPage(page, `account-${name}`)

async function choosePassword(page: Page): Promise<void> {
  await page.fill('#password', password)
  await page.keyboard.press('Enter')
  await page.waitForSelector('#code')
}

test('the first administrator follows the link of the terminal to an account with two steps', async () => {
  const link = /http:\/\/localhost:\d+\/\w\w\/account\/link#\S+/.exec(node.said())?.[0]
  expect(link).toBeDefined()
  for (const language of languages) {
    for (const width of language === 'es' ? [360, 1440] : [360]) {
      await withPage(browser, { width }, async (page, complaints) => {
        await page.goto(link!.replace(/\/\w\w\/account/, `/${language}/account`))
        await settle(page)
        expect(page.url()).not.toContain('cdl_')
        // nobody reads over a shoulder; a password manager may fill in and paste
        expect(await page.getAttribute('#password', 'type')).toBe('password')
        expect(await page.getAttribute('#password', 'autocomplete')).toBe('new-password')
        const mayPaste = await page.$eval('#password', (field) =>
          field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
        )
        expect(mayPaste).toBe(true)
        await check(page, `link-password-${language}-${width}`)
        await choosePassword(page)
        await check(page, `link-authenticator-${language}-${width}`)
        expect(complaints).toEqual([])
      })
    }
  }

  await withPage(browser, { width: 1440 }, async (page) => {
    await page.goto(link!)
    await settle(page)
    await page.fill('#password', 'password1234')
    await page.keyboard.press('Enter')
    await page.waitForSelector('#code')
    key = (await page.innerText('p span:not(.hint)')).replaceAll(' ', '')
    await page.fill('#code', codeIn(-1))
    await page.keyboard.press('Enter')
    // Refused by the node, and said at the head of the form, where the focus is.
    await page.waitForSelector('[role=alert]')
    expect(await page.evaluate(() => document.activeElement?.getAttribute('role'))).toBe('alert')
    await page.click('form button[type=button]')
    await choosePassword(page)
    await page.fill('#code', codeIn(-1))
    await page.keyboard.press('Enter')
    await page.waitForSelector('ol li')
    await check(page, 'recovery-codes-1440')
    recoveryCodes = await page.$$eval('ol li', (items) =>
      items.map((item) => item.textContent ?? ''),
    )
    expect(recoveryCodes).toHaveLength(8)
    expect(await page.isDisabled('button[data-primary]')).toBe(true)
    await page.check('input[type=checkbox]')
    await page.click('button[data-primary]')
    await page.waitForSelector('#sessions')
    expect(await page.innerText('main')).toMatch(/admin/)
  })

  await withPage(browser, { width: 360 }, async (page) => {
    await page.goto(link!)
    await page.waitForSelector('[role=alert]')
    await check(page, 'link-used-360')
  })
})

test('whoever has an account signs in, gives a program a token, invites a person and signs out', async () => {
  await withPage(browser, { width: 1440, locale: 'en-GB' }, async (page) => {
    await page.goto(at('/en/account'))
    await settle(page)
    await page.click('form button[type=submit]')
    await page.waitForSelector('[role=alert] a')
    await check(page, 'sign-in-empty-1440')
    await page.fill('#name', 'Admin')
    await page.fill('#password', password)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#code')
    await check(page, 'sign-in-code-1440')
    await page.fill('#code', recoveryCodes[0]!)
    await page.keyboard.press('Enter')
    await page.waitForSelector('#sessions')
    await settle(page)
    expect(await page.innerText('main')).toContain('7 left')
    // Nothing of a sign-in lies in the browser's own stores, where scripts could read it.
    const stored = await page.evaluate(() =>
      JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie]),
    )
    expect(stored).not.toMatch(/cd[slt]_|ceibas|admin/i)

    await page.click('text=Accounts of the node')
    await page.click('text=Invite a person')
    await page.fill('#shown-name', 'Ana López')
    await page.fill('#account-name', 'ana.lopez')
    await page.check('text=Statistician')
    await page.click('form button[type=submit]')
    await page.waitForSelector('text=Hand over this link')
    await check(page, 'invited-1440')
    expect(await page.inputValue('textarea')).toMatch(/\/en\/account\/link#cdl_/)

    for (const language of languages) {
      for (const width of language === 'fr' ? [360, 1440] : [360]) {
        await page.setViewportSize({ width, height: 900 })
        for (const path of ['', '/people', '/invite', '/change/password', '/change/token']) {
          await page.goto(at(`/${language}/account${path}`))
          await check(page, `own${path.replaceAll('/', '-')}-${language}-${width}`)
        }
      }
    }
    await page.goto(at('/en/account/people'))
    await page.click('text=Ana López')
    await page.waitForSelector('#standing')
    await check(page, 'person-1440')
    await page.click('text=Suspend the account')
    await page.waitForSelector('text=Open it again')

    await page.goto(at('/en/account'))
    await page.click('text=Sign out')
    await page.waitForSelector('#name')
    expect(await page.context().cookies()).toEqual([])
    await page.goto(at('/en/account/people'))
    await page.waitForSelector('#name')
  })
}, 180_000)

test('a passkey is made on the device and signs in without password or code', async () => {
  await withPage(browser, { width: 1440, locale: 'en-GB' }, async (page) => {
    const devtools = await page.context().newCDPSession(page)
    await devtools.send('WebAuthn.enable')
    const { authenticatorId } = await devtools.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    })
    await page.goto(at('/en/account'))
    await page.fill('#name', 'admin')
    await page.fill('#password', password)
    await page.keyboard.press('Enter')
    await page.fill('#code', recoveryCodes[1]!)
    await page.keyboard.press('Enter')
    await page.click('text=Add a passkey')
    await page.fill('#label', 'This laptop')
    await page.keyboard.press('Enter')
    await page.waitForSelector('text=Remove')
    expect(await page.innerText('main')).toContain('This laptop')
    await check(page, 'passkeys-1440')

    // the same device again: it says so, and that it is not needed
    await page.click('text=Add a passkey')
    await page.fill('#label', 'This laptop once more')
    await page.keyboard.press('Enter')
    await page.waitForSelector('[role=alert] >> text=has a passkey of your account already')
    await page.click('text=Go back without a change')

    await page.click('text=Sign out')
    await page.waitForSelector('#name')
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('#sessions')
    await page.waitForSelector('text=used on')

    // A device that does not know its owner signs nobody in.
    await page.click('text=Sign out')
    await page.waitForSelector('#name')
    await devtools.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false })
    await page.click('text=Sign in with a passkey')
    await page.waitForSelector('[role=alert]')
    expect(await page.innerText('[role=alert]')).toContain('The device gave no passkey')
  })
}, 120_000)

test.each(languages)('the way in fits a phone, in %s', async (language) => {
  await withPage(browser, { width: 360, dark: true }, async (page, complaints) => {
    await page.goto(at(`/${language}/account`))
    await check(page, `sign-in-${language}-360`)
    expect(complaints).toEqual([])
  })
})
