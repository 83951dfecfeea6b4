import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  crossing,
  crossings,
  writeImport,
} from '../../packages/platform/src/collect/testing-import.ts'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, findBarriers, keepPicture, settle, withPage } from './page-checks.ts'
import { signIn } from './signed-in.ts'
import { tell } from './tell-from-page.ts'

let node: NodeUnderTest
let browser: Browser
/** Two crossings that every story here finds in the node, whichever runs first. */
let file: string

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true, verbose: true }), launchBrowser()])
  const given = writeImport(crossings(crossing({ documento: 'P1' }), crossing({ documento: 'P2' })))
  file = given.file
  await node.caudal(['import', file, '--profile', given.profile])
  const fair = ['--es', 'Feria de San José', '--en', 'Fair of San José', '--fr', 'Foire']
  const counted = ['--counts-as', 'leisure', '--from', '2020-01-01', '--because', 'Decree 1']
  await node.caudal(['codes', 'add', 'purpose', 'HN-feria', ...fair, ...counted])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

test('a protection officer answers a person; an auditor proves an entry and reads no register of persons', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    const place = { institution: 'hn-inm', country: 'HND' }
    await signIn(page, node, { name: 'berta', roles: ['protection-officer'], ...place })
    const { writeFileSync } = await import('node:fs')
    const undertaking = `${file}.undertaking.json`
    writeFileSync(
      undertaking,
      JSON.stringify({ account: 'berta', signedOn: '2026-01-01', until: '2099-12-31' }),
    )
    await node.caudal(['govern', 'put', 'undertaking', 'berta', '--file', undertaking])
    await page.goto(`${node.address}/en/desk/govern`)
    await page.click('main >> text=Enter a request')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('[role=alert] >> text=Say whether you have checked')
    await page.check('#identity')
    await page.fill('#document', 'P2')
    await page.click('button:has-text("Find")')
    await page.waitForSelector('text=1 record found.')
    await page.check('label:has-text("Restriction") input')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('h1:has-text("Restriction")')
    const address = page.url()
    await page.click('main >> button:has-text("Restrict")')
    await page.waitForSelector('text=is being made anew')
    await page.fill('#because', 'the dispute is settled')
    await settle(page)
    expect(await findBarriers(page)).toEqual([])
    await page.click('button:has-text("Lift the restriction")')
    await page.waitForSelector('text=Lifted on')

    // what else a person may ask: each by its page, with no identifier to be known by heart
    const enter = async (document: string, kind: string) => {
      await page.goto(`${node.address}/en/desk/govern/new-request`)
      await page.check('#identity')
      await page.fill('#document', document)
      await page.click('button:has-text("Find")')
      await page.waitForSelector('text=1 record found.')
      await page.check(`label:has-text("${kind}") input`)
      // the own institution is chosen, once the list of them has come
      const chosen = () => page.$eval('#owner', (owner) => (owner as HTMLSelectElement).value)
      await expect.poll(chosen, { timeout: 20_000 }).toBe('hn-inm')
      await page.click('button:has-text("Enter the request")')
      await page.waitForSelector(`h1:has-text("${kind}")`)
    }
    await enter('P1', 'Correction')
    await page.selectOption('#field-0', { label: 'Sex' })
    await page.selectOption('select#value-0', { label: 'Men' })
    await page.selectOption('#field-1', { label: 'Date of birth' })
    await page.fill('input#value-1', '1990-01-31')
    await page.click('main >> button:has-text("Correct")')
    // what was computed from it would say another thing
    await page.waitForSelector('[role=alert] >> text=Date of birth')
    await page.selectOption('#field-1', { label: 'Family names' })
    await page.fill('input#value-1', 'Mejía')
    // a field that was chosen says what it should be, or that it should be nothing
    await page.selectOption('#field-2', 'purpose')
    await page.click('main >> button:has-text("Correct")')
    await page.waitForSelector('[role=alert] a[href="#value-2"]')
    // codes of the node are offered with those of the platform
    await page.waitForSelector('select#value-2 >> option:has-text("Fair of San José")', {
      state: 'attached',
    })
    await page.check('#none-2')
    await checkPage(page, 'correction-1440')
    await page.click('main >> button:has-text("Correct")')
    await page.waitForSelector('text=is being made anew')
    await page.waitForSelector('dd:text-is("Done")')
    await enter('P1', 'Access')
    await page.click('summary:has-text("Do not meet the request")')
    await page.fill('#refused', 'answered a week ago')
    await checkPage(page, 'refusing-1440')
    await page.click('button:has-text("Do not meet the request")')
    await page.waitForSelector('dd:has-text("answered a week ago")')
    // what the person is given is read on the page, printed and saved, and shown again where it was lost
    await enter('P1', 'Access')
    await page.click('button:has-text("Give access")')
    await page.waitForSelector('dt:has-text("Family names") + dd:has-text("Mejía")')
    await page.waitForSelector('dd:text-is("Guatemala")')
    await page.waitForSelector('dt:text-is("Age at crossing") + dd:text-is("31")')
    await checkPage(page, 'access-1440')
    const [answer] = await Promise.all([
      page.waitForEvent('download'),
      page.click('button:has-text("Save for programs")'),
    ])
    expect(answer.suggestedFilename()).toMatch(/^request-.*\.json$/)
    await page.reload()
    await page.click('button:has-text("Show again")')
    await page.waitForSelector('dd:has-text("Mejía")')
    await enter('P2', 'Erasure')
    await page.click('main >> button:has-text("Erase for good")')
    await page.waitForSelector('h2:has-text("Certificate of erasure")')
    expect(await page.innerText('pre')).toMatch(/^caudal erasure\n[^]*records 1\n/)
    // said in words above what was signed
    await page.waitForSelector('dt:text-is("Erased") + dd:text-is("1 record")')
    await checkPage(page, 'erasure-1440')
    const signed = await page.innerText('pre')
    await page.reload()
    await page.waitForSelector('h2:has-text("Certificate of erasure")')
    expect(await page.innerText('pre')).toBe(signed)
    await page.emulateMedia({ media: 'print' })
    expect(await page.isVisible('button:has-text("Save the certificate")')).toBe(false)
    await keepPicture(page, 'erasure-print')
    await page.emulateMedia({ media: 'screen' })

    // somebody of whom nothing is held asks too, and is answered under the node's signature
    await page.goto(`${node.address}/en/desk/govern/new-request`)
    await page.check('#identity')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('text=Look for the person first')
    await page.fill('#document', 'Z-99')
    await page.click('button:has-text("Find")')
    await page.waitForSelector('text=No record found.')
    await checkPage(page, 'none-found-1440')
    await page.click('button:has-text("Enter the request")')
    await page.waitForSelector('h1:has-text("Access")')
    expect(await page.isVisible('button:has-text("Give access")')).toBe(false)
    await page.fill('#document', 'Z-99')
    await page.fill('#given', 'Nombre2')
    await page.click('button:has-text("Find")')
    await page.waitForSelector('text=No record found.')
    await checkPage(page, 'none-held-1440')
    await page.click('button:has-text("Answer that nothing is held")')
    await page.waitForSelector('h2:has-text("Answer: nothing is held")')
    expect(await page.innerText('pre')).toMatch(
      /^caudal none held\n[^]*searched by document_number, given_names\n/,
    )
    await page.waitForSelector('dd:text-is("what institutions of Honduras keep in the node")')
    await page.waitForSelector('dd:text-is("Document number, Given names")')
    await page.waitForSelector('dd:text-is("Done")')

    // the node has looked by itself what has been kept long enough, and an administrator has backed up
    await node.caudal(['backup', `${file}.backups`, '--keep', '3'])
    const runs = () =>
      page.evaluate(async () => {
        const answer = await fetch('/api/govern/retention')
        const { runs: made } = (await answer.json()) as {
          runs: { kind: string; outcome: string }[]
        }
        return made.map(({ kind, outcome }) => `${kind} ${outcome}`)
      })
    await expect.poll(runs, { timeout: 60_000 }).toEqual(['daily done'])
    await page.goto(`${node.address}/en/desk/govern/retention`)
    await page.waitForSelector('th:has-text("By itself")')
    const kept = await page.innerText('main')
    expect(kept).toContain('1 is kept.')
    expect(kept).toContain('Nothing is past its retention period.')

    const paths = [
      '',
      '/inventory',
      '/retention',
      '/registers/undertaking',
      '/new-request',
      '/audit',
      '/audit/0',
    ]
    const pages = paths.map((path) => `${node.address}/en/desk/govern${path}`)
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      for (const [at, url] of [...pages, address].entries()) {
        await page.goto(url)
        await page.waitForSelector('main h1')
        await checkPage(page, `data-protection-${at}-${width}`)
      }
    }
    expect(complaints.filter((each) => !each.includes('422'))).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'otto', roles: ['auditor'] })
    await page.goto(`${node.address}/fr/desk/govern/audit`)
    await page.waitForSelector('main table tbody tr')
    const text = await page.innerText('main')
    expect(text).toContain('Importer un lot')
    expect(text).not.toMatch(/Ximena|Quetzalcoatl|P2/)
    // Files and accounts are named as people call them, not by identifiers of the program.
    expect(text).toMatch(/Fichier reçu\s: \d/)
    expect(text).toMatch(/Compte\s: (berta|otto)/)
    expect(text).not.toMatch(/batch:|account:/)
    await page.click('main table tbody tr:last-child th a')
    await page.waitForSelector('text=Cette entrée est dans le journal, inchangée.')
    await page.waitForSelector('text=L’état est signé par cette clé.')
    await page.fill('#kept-key', 'caudal/other+00000000+AQ==')
    await page.waitForSelector('text=L’état n’est pas signé par cette clé')
    // the log of a person who is asked for is not a way to the person
    await page.goto(`${node.address}/fr/desk/govern/new-request`)
    await settle(page)
    expect(await page.innerText('main')).not.toContain('Numéro du document')
    expect(complaints).toEqual([])
  })
}, 150_000)

test('a request is entered before it is known who asks: its deadline runs, and nobody is looked for', async () => {
  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    const place = { institution: 'hn-inm', country: 'HND' }
    await signIn(page, node, { name: 'rita', roles: ['protection-officer'], ...place })
    const enter = async (language: string) => {
      await page.goto(`${node.address}/${language}/desk/govern/new-request`)
      await page.check('#identity-pending')
      expect(await page.isVisible('#document')).toBe(false)
      // the deadline is counted from the day of receipt, which is not the day of entry
      await page.fill('#received', '2026-05-02')
      expect(await page.inputValue('#dueOn')).toBe('2026-06-01')
      await checkPage(page, `pending-${language}`)
      await page.click('form >> button[type=submit]')
      await page.waitForURL(/desk\/govern\/requests\/request-/)
      return page.url()
    }
    const address = await enter('en')
    await page.waitForSelector('dd:text-is("Received, identity not checked")')
    for (const act of ['Give access', 'Find', 'Answer that']) {
      expect(await page.isVisible(`button:has-text("${act}")`), act).toBe(false)
    }
    await checkPage(page, 'pending-request')
    await page.goto(`${node.address}/en/desk/govern`)
    await page.waitForSelector(`td:has-text("${address.replace(/.*\//, '')}")`)
    await page.waitForSelector('td:has-text("1 Jun 2026") >> text=late')

    await page.goto(address)
    await page.click('button:has-text("Note that I have checked the identity")')
    await page.waitForSelector('dd:text-is("Identity checked")')
    await page.waitForSelector('dt:text-is("Identity checked by") + dd:text-is("rita")')
    await page.waitForSelector('#document')

    // nothing tells that it is the person: closed with the reason
    await enter('es')
    await page.click('summary:has-text("no se pudo comprobar la identidad")')
    await page.click('details >> button[type=submit]')
    await page.waitForSelector('[role=alert]')
    await page.fill('#refused', 'Se pidió dos veces un documento y no llegó')
    await checkPage(page, 'pending-closing')
    await page.click('details >> button[type=submit]')
    await page.waitForSelector('dd:has-text("no llegó")')
    expect(await page.isVisible('button:has-text("Anotar que comprobé")')).toBe(false)
    expect(complaints).toEqual([])
  })
}, 150_000)

test('protection officers keep the registers: both sign an agreement, and see where two change the same entry', async () => {
  const registers = `${node.address}/en/desk/govern/registers`
  const form = `${node.address}/en/desk/govern/new`
  const save = 'button:has-text("Save")'
  const put = (page: Page, path: string, content: object, after = 0) =>
    tell(page, 'PUT', path, { content, after })
  const accountOf = (page: Page) =>
    page.evaluate(async () => {
      const answer = await fetch('/api/govern/account')
      return ((await answer.json()) as { account: { id: string } }).account.id
    })
  const check = async (page: Page, name: string) => {
    for (const width of [360, 1440]) {
      await page.setViewportSize({ width, height: 900 })
      await checkPage(page, `registers-${name}-${width}`)
    }
  }

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, {
      name: 'dora',
      roles: ['protection-officer'],
      institution: 'hn-inm',
      country: 'HND',
    })
    await page.goto(`${form}/institution`)
    await page.fill('#field-name', 'Instituto Nacional de Estadística')
    await page.selectOption('#field-country', { label: 'Honduras' })
    await page.fill('#field-contact', 'datos@ine.example')
    await page.fill('#document-id', 'hn-ine')
    await page.click(save)
    await page.waitForURL(/registers\/institution\/hn-ine$/)

    await page.goto(`${registers}/agreement`)
    await page.click('main >> text=Enter a new one')
    await page.waitForSelector('#field-title')
    await page.click(save)
    await page.waitForSelector('[role=alert] >> text=Missing: Who gives')
    await page.fill('#field-title', 'Crossings for statistics')
    await page.selectOption('#field-provider', 'hn-inm')
    await page.selectOption('#field-recipient', 'hn-ine')
    await page.check('label:has-text("Producing official statistics") input')
    await page.click('summary:has-text("Border crossing")')
    await page.check('input[name="movement.age"]')
    await page.fill('#field-until', '2099-12-31')
    await page.fill('#field-retentionDays', '365')
    await check(page, 'agreement-form')
    await page.click(save)
    await page.waitForURL(/agreement\/crossings-for-statistics$/)
    await page.waitForSelector('text=it shares nothing')
    await check(page, 'agreement')
    await page.click('button:has-text("Sign as the giver")')
    await page.waitForSelector('text=One party has signed')

    // a colleague's undertaking, who would be refused her own
    const until = { signedOn: '2020-01-01', until: '2099-12-31' }
    await put(page, 'registers/undertaking/carla', { account: 'carla', ...until })

    await put(page, 'registers/assessment/exchange', {
      title: 'Exchange',
      risks: [{ risk: 'names are read', measure: 'none are shared' }],
    })
    await page.goto(`${registers}/assessment/exchange`)
    // whoever wrote it is not offered what would be refused
    await page.waitForSelector('text=Whoever asked for it or wrote it cannot approve it')
    expect(await page.isVisible('button:has-text("Approve")')).toBe(false)
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, {
      name: 'carla',
      roles: ['protection-officer'],
      institution: 'hn-ine',
      country: 'HND',
    })
    await page.goto(`${registers}/agreement/crossings-for-statistics`)
    await page.click('button:has-text("Sign as the recipient")')
    await page.waitForSelector('text=Both parties have signed')
    expect(await page.innerText('main')).toContain('Instituto Nacional de Estadística (Honduras)')
    await page.goto(`${registers}/assessment/exchange`)
    await page.click('button:has-text("Approve")')
    await page.waitForSelector('text=Approved by')

    await page.goto(`${form}/complaint`)
    await page.fill('#field-what', 'Too many data are asked for')
    await page.fill('#document-id', 'first')
    await page.click(save)
    await page.waitForURL(/complaint\/first$/)
    await page.click('button:has-text("Change")')
    await page.fill('#field-what', 'Too many data were asked for at a border post')
    // somebody else, who has the page open as well, is faster
    await put(
      page,
      'registers/complaint/first',
      { receivedOn: '2026-06-01', what: 'Too many data', dueOn: '2026-07-15' },
      1,
    )
    await page.click(save)
    await page.click('[role=alert] ~ p button:has-text("Compare")')
    await page.waitForSelector('h2:has-text("Saved meanwhile, and yours")')
    await page.click('button[aria-label="Take over: To be answered by"]')
    await page.click('button[aria-label="Take over: Received on"]')
    await check(page, 'conflict')
    await page.click(save)
    await page.waitForSelector('text=Version 3')
    const said = await page.innerText('main dl')
    expect(said).toContain('at a border post')
    expect(said).toContain('15 Jul 2026')
    for (const language of ['es', 'fr']) {
      await page.goto(`${node.address}/${language}/desk/govern/new/activity`)
      await page.waitForSelector('#field-legalBasis')
      await page.selectOption('#field-legalBasis', 'consent')
      await check(page, `activity-${language}`)
    }
    await page.goto(`${node.address}/es/desk/govern/notices`)
    await check(page, 'notices')

    // what the agreement shares can now be read, and nothing else of a record
    const owned = { owner: 'hn-inm', country: 'HND', activity: 'crossings' }
    await put(page, 'registers/activity/crossings', {
      title: 'Crossings',
      controller: 'hn-inm',
      legalBasis: 'law',
      citation: 'art. 8',
      purposes: ['collection', 'statistics'],
      recordTypes: ['movement'],
      persons: 'travellers',
      retention: { identitiesDays: 30, recordsDays: 300 },
    })
    await put(page, 'registers/dataset/crossings', owned)
    const undertaking = { account: 'sara', signedOn: '2020-01-01', until: '2099-12-31' }
    await put(page, 'registers/undertaking/sara', undertaking)

    // whoever was given records is told that a person restricts one of them
    const searched = { fields: { document_number: 'P1' } }
    const { records } = await tell<{ records: object[] }>(page, 'POST', 'requests/search', searched)
    expect(records).toHaveLength(1)
    await put(page, 'registers/request/limit', {
      kind: 'restriction',
      receivedOn: '2026-06-01',
      dueOn: '2026-07-01',
      owner: 'hn-inm',
      identityCheckedBy: await accountOf(page),
      records,
      state: 'verified',
    })
    await tell(page, 'POST', 'requests/limit/restriction', {})
    await page.goto(`${node.address}/en/desk/govern/notices`)
    await page.click('button:has-text("Note that it was sent")')
    await page.waitForSelector('button:has-text("Note that it was acknowledged")')
    expect(complaints.filter((each) => !each.includes('409'))).toEqual([])

    // what is overdue says so where it is read, not in the list alone
    const late = { receivedOn: '2020-01-01', what: 'No answer came', dueOn: '2020-02-01' }
    await put(page, 'registers/complaint/late', late)
    await page.goto(`${registers}/complaint`)
    await page.waitForSelector('tr:has-text("late") strong:has-text("overdue since")')
    await page.click('main >> a:text-is("late")')
    await page.waitForSelector('dt:text-is("State") + dd strong:has-text("overdue since")')
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    const place = { institution: 'hn-ine', country: 'HND' }
    await signIn(page, node, { name: 'dan', roles: ['data-officer'], ...place })
    await page.goto(`${node.address}/en/desk/govern`)
    await page.click('main ul >> text=Notices to recipients')
    await page.click('main li:has-text("Restricted") >> button:has-text("acknowledged")')
    await page.waitForSelector('h2:has-text("Acknowledged")')
    expect(await page.innerText('section[aria-labelledby="settled"]')).toContain('Restricted')
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, {
      name: 'sara',
      roles: ['statistician'],
      institution: 'hn-ine',
      country: 'HND',
    })
    await page.goto(`${node.address}/es/desk`)
    await page.click('main >> text=Leer registros')
    await page.click('main table >> text=Producir estadísticas oficiales')
    await page.waitForSelector('h2:has-text("Qué se da de cada campo y por qué")')
    await check(page, 'records')
    const text = await page.innerText('main')
    expect(text).toContain('Un acuerdo firmado por ambas partes lo comparte')
    expect(text).not.toMatch(/Ximena|Quetzalcoatl|P1\b/)
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    const place = { institution: 'hn-ine', country: 'HND' }
    await signIn(page, node, { name: 'elena', roles: ['protection-officer'], ...place })
    await page.goto(`${registers}/agreement/crossings-for-statistics`)
    await page.click('button:has-text("End the agreement")')
    // its text has been signed: nothing but the end is offered
    expect(await page.isVisible('#field-title')).toBe(false)
    await page.fill('#field-endedOn', new Date().toISOString().slice(0, 10))
    await page.click(save)
    await page.waitForSelector('dt:text-is("State") + dd:has-text("ended early on ")')
    // and what is over is not offered to be ended again
    expect(await page.isVisible('button:has-text("End the agreement")')).toBe(false)
    await check(page, 'agreement-ended')
    expect(complaints).toEqual([])
  })
}, 150_000)

test('the log of all this, answer by answer, names nobody: no person, no account, no document, no address', async () => {
  const lines = node.logged().filter((line) => !line.includes('Server listening at'))
  expect(lines.length).toBeGreaterThan(200)
  const routes = new Set(lines.map((line) => (JSON.parse(line) as { route?: string }).route))
  const asked = [
    '/api/govern/sign-in/link',
    '/api/govern/requests/search',
    '/api/govern/registers/:register/:id',
    '/api/collect/records/:dataset',
    '/api/govern/audit',
  ]
  for (const route of asked) expect([...routes]).toContain(route)
  const ofPersons =
    /Ximena|Quetzalcoatl|Mejía|(?<!req-)\bP[12]\b|1988-|\/1988|Too many data|dispute/i
  const ofAccounts = /berta|otto|dora|carla|\bdan\b|sara|ceibas|cdl_|127\.0\.0\.1|Mozilla/i
  for (const line of lines) {
    expect(line).not.toMatch(ofPersons)
    expect(line).not.toMatch(ofAccounts)
  }
})
