import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import {
  crossing,
  crossings,
  testFolder,
  writeImport,
} from '../../packages/platform/src/collect/testing-import.ts'
import { launchBrowser } from './browser.ts'
import { startNode, type NodeUnderTest } from './node-under-test.ts'
import { checkPage, settle, withPage } from './page-checks.ts'
import { everyKind, useEveryControl } from './profile-controls.ts'
import { signIn } from './signed-in.ts'

let node: NodeUnderTest
let browser: Browser

beforeAll(async () => {
  ;[node, browser] = await Promise.all([startNode({ empty: true }), launchBrowser()])
}, 300_000)

afterAll(async () => {
  await browser?.close()
  await node?.stop()
})

const check = (page: Page, name: string) => checkPage(page, `desk-${name}`)

test('a data officer finds the files received; whoever has other work at the desk is shown no way to them', async () => {
  const { file, profile } = writeImport(crossings(crossing(), crossing({ pais: 'XQX' })))
  await node.caudal(['import', file, '--profile', profile])
  await node.caudal(
    'batches calendar add crossings --institution gt-igm --from 2020-01-01'.split(' '),
  )

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    await signIn(page, node, { name: 'reader', roles: ['researcher'] })
    await page.goto(`${node.address}/en/account`)
    await settle(page)
    expect(await page.innerText('header')).toContain('Desk')
    await page.goto(`${node.address}/en/desk`)
    await settle(page)
    const offered = await page.innerText('main')
    expect(offered).toContain('Read records')
    expect(offered).not.toContain('Files received')
    await page.goto(`${node.address}/en/desk/collect/send`)
    await settle(page)
    expect(await page.innerText('main')).toContain('Your roles do not include this page')
    expect(complaints).toEqual([])
  })

  await withPage(browser, { width: 1440 }, async (page, complaints) => {
    // Signed out, the desk asks who is there and stays where it is.
    await page.goto(`${node.address}/en/desk/collect`)
    await page.waitForSelector('#password')
    expect(page.url()).toContain('/en/desk/collect')
    await signIn(page, node, {
      name: 'ana',
      roles: ['data-officer'],
      institution: 'gt-igm',
      country: 'GTM',
    })
    await page.goto(`${node.address}/en/explore`)
    await page.click('header >> text=Desk')
    await page.click('main >> text=Files received')
    await page.waitForSelector('text=cruces.csv')
    for (const language of ['es', 'en', 'fr']) {
      for (const width of language === 'es' ? [360, 1440] : [360]) {
        await page.setViewportSize({ width, height: 900 })
        for (const path of ['', '/collect', '/collect/calendar']) {
          await page.goto(`${node.address}/${language}/desk${path}`)
          await check(page, `home${path.replaceAll('/', '-')}-${language}-${width}`)
        }
      }
    }
    // At four and at two times its size, each row of the lists is a block that nobody moves sideways.
    for (const width of [320, 640]) {
      await page.setViewportSize({ width, height: 900 })
      for (const path of ['/collect', '/collect/batches/1', '/collect/codes/purpose']) {
        await page.goto(`${node.address}/es/desk${path}`)
        await check(page, `home${path.replaceAll('/', '-')}-es-${width}`)
        const lists = await page.$$eval('[data-stacked]', (each) =>
          each.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth),
        )
        expect([path, lists.length > 0, Math.max(...lists)]).toEqual([path, true, 0])
      }
    }
    await page.goto(`${node.address}/es/desk/collect`)
    await settle(page)
    const named = await page.$$eval('tbody tr:first-child [data-column]', (cells) =>
      cells.map((cell) => getComputedStyle(cell, '::before').content),
    )
    expect(named[0]).toContain('Institución: ')
    expect(complaints).toEqual([])
    await addOwnCode(page)
    // A name that is taken is refused, and the browser says so too.
    expect(complaints).toEqual([expect.stringContaining('409 (Conflict)')])
    await bringCodes(page)
    expect(complaints).toHaveLength(2)
    expect(complaints[1]).toContain('422')
  })
}, 120_000)

/** Adds a code to a list of the node by the keyboard, is told what it counts as, and ends it. */
async function addOwnCode(page: Page): Promise<void> {
  await page.goto(`${node.address}/es/desk/collect`)
  await page.click('main >> text=Listas de códigos')
  await page.waitForSelector('main >> text=Listas a las que se añaden códigos')
  await check(page, 'code-lists-es-360')
  await page.click('main >> text="Motivo"')
  await page.locator('main >> summary:has-text("Añadir un código")').focus()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=alert] >> text=Código')
  await check(page, 'code-empty-es-360')
  const form: readonly (readonly [string, string])[] = [
    ['code', 'GT-romeria'],
    ['es', 'Romería'],
    ['en', 'Pilgrims'],
    ['fr', 'Turismo'],
    ['from', '2026-01-01'],
    ['because', 'Acuerdo 12-2025'],
  ]
  for (const [part, text] of form) await page.fill(`#code-${part}`, text)
  await page.selectOption('#code-above', 'religion')
  await page.keyboard.press('Tab')
  await page.focus('#code-because')
  await page.keyboard.press('Enter')
  await page.waitForSelector('[role=alert] >> text=«Turismo» ya significa el código leisure')
  await page.fill('#code-fr', 'Pèlerins')
  await page.press('#code-because', 'Enter')
  await page.waitForSelector('h3:has-text("Romería")')
  expect(await page.innerText('main')).toContain('Religión y peregrinación (religion)')
  await page.setViewportSize({ width: 1440, height: 900 })
  for (const [language, name] of [
    ['en', 'Pilgrims'],
    ['fr', 'Pèlerins'],
  ] as const) {
    await page.goto(`${node.address}/${language}/desk/collect/codes/purpose`)
    await page.waitForSelector(`h3:has-text("${name}")`)
    await check(page, `code-list-${language}-1440`)
  }
  await page.click(`main >> summary:has-text("Mettre fin à")`)
  await page.fill('#end-GT-romeria-on', '2026-12-31')
  await page.fill('#end-GT-romeria-because', 'Accord 3-2026')
  await page.press('#end-GT-romeria-because', 'Enter')
  await page.waitForSelector('main >> text=Du 1')
}

/** Brings a file of codes: a wrong header, then lines that are refused, then what goes in. */
async function bringCodes(page: Page): Promise<void> {
  const folder = testFolder()
  let sent = 0
  const header = 'list,code,es,en,fr,counts_as,valid_from,valid_to,because'
  const fair =
    'purpose,GT-feria,Feria patronal,Patronal fair,Fête patronale,leisure,2026-01-01,,Ley 1'
  const bring = async (...lines: string[]) => {
    // the browser keeps a file as it was when it was chosen
    const path = join(folder, `codigos-${(sent += 1)}.csv`)
    writeFileSync(path, `${lines.join('\n')}\n`)
    await page.setInputFiles('#codes', path)
    await page.click('main >> form button[type=submit]')
  }
  await page.setViewportSize({ width: 360, height: 800 })
  await page.goto(`${node.address}/es/desk/collect/codes`)
  // a press before the lists are drawn falls on what takes the place of its target
  await settle(page)
  await page.click('main >> text=Traer un archivo de códigos')
  await page.waitForSelector('#codes')
  await page.click('main >> form button[type=submit]')
  await page.waitForSelector('[role=alert] >> text=Archivo CSV')
  await bring('lista,codigo', 'purpose,x')
  await page.waitForSelector('[role=alert] >> text=le falta la columna')
  await check(page, 'code-file-refused-es-360')
  await bring(header, fair, 'motivos,GT-x,Equis,Ex,Ix,leisure,2026-01-01,,Ley 1')
  await page.waitForSelector('main >> text=No hay ninguna lista de códigos «motivos».')
  expect(await page.locator('main >> text=Confirmar y guardar').count()).toBe(0)
  await check(page, 'code-file-lines-es-360')
  await page.setViewportSize({ width: 1440, height: 900 })
  await check(page, 'code-file-lines-es-1440')
  await bring(header, fair)
  await page.click('main >> text=Confirmar y guardar')
  await page.waitForSelector('main >> text=Códigos añadidos: 1')
  await page.click('main >> text=Todas las listas de códigos')
  await page.click('main >> text="Motivo"')
  await page.waitForSelector('h3:has-text("Feria patronal")')
  for (const language of ['en', 'fr']) {
    await page.goto(`${node.address}/${language}/desk/collect/codes/file`)
    await page.waitForSelector('#codes')
    await check(page, `code-file-${language}-1440`)
  }
}

test('an institution sends a file, says what it means, sees what would be rejected, and imports it', async () => {
  const file = join(testFolder(), 'entradas-marzo.csv')
  const lines = Array.from({ length: 40 }, (_, n) => crossing({ documento: `P10${n}00` }))
  writeFileSync(
    file,
    crossings(
      ...lines,
      crossing({ pais: 'Guatemla', documento: 'P9000' }),
      crossing({ pais: 'XQX', documento: 'P9100' }),
      crossing({ fecha: '31/02/2020', documento: 'P9200' }),
      crossing({ fecha: 'TOTAL', documento: '' }),
    ),
  )
  const step = (name: string) => page.click(`main ol >> text=${name}`)
  let page!: Page
  await withPage(browser, { width: 1440, locale: 'es-GT' }, async (opened, complaints) => {
    page = opened
    const worker = { institution: 'gt-igm', country: 'GTM' }
    await signIn(page, node, { name: 'eva', roles: ['data-officer'], ...worker })
    await page.goto(`${node.address}/es/desk/collect`)
    await page.click('main >> text=Enviar un archivo')
    await page.waitForSelector('#file')
    await page.click('form button[type=submit]')
    await page.waitForSelector('[role=alert]')
    await page.setInputFiles('#file', file)
    await check(page, 'upload-es-1440')
    await page.click('form button[type=submit]')
    await page.waitForURL(/\/layout$/)
    await check(page, 'layout-es-1440')
    expect(await page.inputValue('#record-type')).toBe('movement')
    // A text of fixed width is divided over its first lines, by mouse or by keys.
    await page.selectOption('#format', 'fixed')
    await page.locator('input[type=range]').fill('11')
    await page.click('main >> text=Dividir aquí')
    expect(await page.inputValue('[aria-label="Letra en que empieza la columna 2"]')).toBe('11')
    await page.setViewportSize({ width: 360, height: 900 })
    await check(page, 'fixed-es-360')
    await page.setViewportSize({ width: 1440, height: 900 })
    await check(page, 'fixed-es-1440')
    await page.reload()
    await settle(page)
    await page.click('main >> text=Columnas que son valores')
    await page.check('main >> text=Convertir columnas en filas')
    await check(page, 'wide-es-1440')
    await page.uncheck('main >> text=Convertir columnas en filas')
    // A total printed among the records is counted, and no record.
    expect(await page.inputValue('[aria-label="Columna, exclusión 1"]')).toBe('fecha')
    await page.click('main >> text=Más sobre cómo está escrito el archivo')
    await check(page, 'leave-out-es-1440')

    await page.click('form button[type=submit]')
    await page.waitForURL(/\/columns$/)
    await check(page, 'columns-es-1440')
    expect(await page.inputValue('#column-citizenship')).toBe('pais')
    await page.fill('#time-zone', 'America/Guatemala')
    await page.click('main >> text=Una columna que dice varias cosas')
    await page.click('main >> text=Dividir una columna')
    await page.fill('[aria-label^="Expresión que divide"]', '(?<primero>[^ ]+) (?<resto>.+)')
    await page.waitForSelector('main >> text=Partes: primero, resto')
    await check(page, 'split-es-1440')
    await page.click('main >> text=/^No dividir/')
    // How the values of one field are read, and columns that are put together.
    await page.click('summary >> text="Cómo se lee: Sexo"')
    await page.fill('#part-sex-missing', 'N/D | S/D')
    await page.selectOption('#column-document_number', { label: 'Varias columnas juntas' })
    expect(await page.inputValue('[aria-label^="Cómo se juntan"]')).toBe('{documento}')
    await check(page, 'reading-es-1440')

    await page.click('form button[type=submit]')
    await page.waitForURL(/\/codes$/)
    await check(page, 'codes-es-1440')
    expect(await page.inputValue('#code-citizenship-0')).toBe('Guatemala')
    await page.fill('#code-citizenship-1', 'Atlantis')
    await page.click('form button[type=submit]')
    await page.waitForSelector('[role=alert] a')
    await page.fill('#code-citizenship-1', '')
    await page.click('summary >> text=/vigencias: Sexo/')
    await page.click('main >> text=/Añadir una línea a Sexo/')
    await page.fill('[aria-label="En el archivo, línea 1"]', 'F.*')
    await page.fill('[aria-label="Código, línea 1"]', 'F')
    await page.setViewportSize({ width: 360, height: 900 })
    await check(page, 'code-rules-es-360')
    await page.setViewportSize({ width: 1440, height: 900 })

    await page.click('form button[type=submit]')
    await page.waitForURL(/\/rules$/)
    await check(page, 'rules-es-1440')
    // A step may be left and met again: the draft is kept in the node.
    await page.reload()
    await settle(page)
    await page.click('form button[type=submit]')
    await page.waitForURL(/\/source$/)
    await check(page, 'source-es-1440')
    await page.fill('#licence', 'CC-BY-4.0')
    await page.click('form button[type=submit]')
    await page.waitForURL(/\/trial$/)
    await page.click('main >> text=Probar con el archivo entero')
    await page.waitForSelector('#why')
    await check(page, 'trial-es-1440')
    expect(await page.innerText('main dl')).toMatch(/41\s*42|42/)
    await page.click('main >> text=El perfil como texto')
    const written = await page.inputValue('#profile-text')
    for (const part of ['"timeZone": "America/Guatemala"', '"S/D"', '"{documento}"', '"TOTAL"']) {
      expect(written).toContain(part)
    }
    await check(page, 'profile-text-es-1440')

    for (const width of [360]) {
      await page.setViewportSize({ width, height: 900 })
      for (const name of ['Formato', 'Columnas', 'Códigos', 'Reglas', 'Procedencia', 'Prueba']) {
        await step(name)
        await check(page, `send-${name}-${width}`)
      }
    }
    await page.setViewportSize({ width: 1440, height: 900 })
    await page.click('main >> text=/Importar 42 registros/')
    await page.waitForSelector('main >> text=Ver el informe')
    await check(page, 'sent-es-1440')
    await page.click('main >> text=Ver el informe')
    await page.waitForURL(/batches\/\d+$/)
    await check(page, 'batch-es-1440')
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.click('main ul >> text=libro (XLSX) >> nth=0'),
    ])
    expect(download.suggestedFilename()).toMatch(/^report-\d+\.xlsx$/)
    await page.click('main >> text=Comparar con otro archivo')
    await page.waitForSelector('main >> text=No hay otro archivo de este conjunto')
    await page.goBack()
    await page.waitForURL(/batches\/\d+$/)
    await page.setViewportSize({ width: 360, height: 900 })
    await check(page, 'batch-es-360')
    await page.click('summary')
    await page.fill('#because', 'Se envió por error')
    await page.click('details button')
    // what became of it is said at the head of the page, and whoever did it is led there
    await page.waitForFunction(() => document.activeElement?.textContent?.startsWith('RETIRADO'))
    expect(complaints).toEqual([])
  })
}, 180_000)

test('every control of the pages of a profile does to the profile what it says', async () => {
  const file = join(testFolder(), 'todo.csv')
  writeFileSync(file, everyKind)
  await withPage(browser, { width: 1440, locale: 'es-GT' }, async (page, complaints) => {
    const worker = { institution: 'gt-igm', country: 'GTM' }
    await signIn(page, node, { name: 'iris', roles: ['data-officer'], ...worker })
    await page.goto(`${node.address}/es/desk/collect/send`)
    await page.setInputFiles('#file', file)
    await page.click('form button[type=submit]')
    await page.waitForURL(/\/layout$/)
    await useEveryControl(page, page.url().replace(/\/layout$/, ''))
    // What pages send is read on its way, and taken from the line.
    expect(complaints.filter((each) => !each.includes('ERR_FAILED'))).toEqual([])
  })
}, 120_000)
