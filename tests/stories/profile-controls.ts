import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import {
  controlsByHand,
  fieldParts,
  layoutParts,
} from '../../packages/portal/src/desk/collect/send/profile-controls.ts'

type Said = Readonly<Record<string, unknown>>

/** A file of which every type of field can be read. */
export const everyKind = [
  'fecha,momento,sentido,pais,sexo,edad,nombre',
  '05/03/2020,2020-03-05T10:00:00Z,E,Beliz,F,31,Ana',
  '06/03/2020,2020-03-06T10:00:00Z,S,HND,M,42,Luis',
  '',
].join('\n')

/** What a page would keep of the draft, taken on its way to the node, which is not reached. */
async function keptBy(page: Page, act: () => Promise<void>): Promise<Said> {
  const way = /\/submissions\/\d+\/(profile|suggestion)/
  let body: unknown
  await page.route(way, (route) => {
    body = route.request().postDataJSON()
    return route.abort()
  })
  await act()
  await page.click('form button[type=submit]')
  await expect.poll(() => body, { timeout: 10_000 }).toBeDefined()
  await page.unroute(way)
  const kept = body as { readonly profile?: Said } & Said
  return kept.profile ?? kept
}

/** Opens a page of the import as it stands in the node, with all that is folded away. */
async function openStep(page: Page, address: string, step: string): Promise<void> {
  await page.goto(`${address}/${step}`)
  await page.waitForSelector('form button[type=submit]')
  await unfold(page)
}

const unfold = (page: Page) =>
  page.evaluate(() => {
    for (const each of document.querySelectorAll('details')) each.open = true
  })

/** The controls of parts, each set to something, and what the profile says then. */
async function setParts(page: Page, id: string, values: Said): Promise<void> {
  for (const [part, value] of Object.entries(values)) {
    const control = page.locator(`#${id}-${part}`)
    if (value === true) await control.check()
    else if ((await control.evaluate((each) => each.tagName)) === 'SELECT') {
      await control.selectOption(String(value))
    } else await control.fill([value].flat().join(' | '))
  }
}

/** Uses every control of the pages of a profile once, and holds what each does against the profile. */
export async function useEveryControl(page: Page, address: string): Promise<void> {
  const layouts = [await ofWorkbook(page, address), ...(await ofTexts(page, address))]
  const said = new Set(layouts.flatMap((layout) => Object.keys(layout)))
  const partsOfLayout = [
    ...controlsByHand.layout.map(([part]) => part),
    ...layoutParts.map(({ part }) => part),
  ]
  expect(partsOfLayout.filter((part) => !said.has(part))).toEqual([])
  await ofRows(page, address)
  const fields = [...(await ofFields(page, address)), await ofPeriod(page, address)]
  await ofCodes(page, address)
  await ofRules(page, address)
  await ofSource(page, address)
  const told = new Set(fields.flatMap((field) => Object.keys(field)))
  const partsOfField = [
    ...controlsByHand.field.map(([part]) => part).filter((part) => part !== 'codes'),
    ...fieldParts.map(({ part }) => part),
  ]
  expect(partsOfField.filter((part) => !told.has(part))).toEqual([])
}

async function ofWorkbook(page: Page, address: string): Promise<Said> {
  await openStep(page, address, 'layout')
  const parts = {
    skipAfterHeader: 1,
    hxlTags: true,
    headerFill: true,
    archiveMember: 'marzo.xlsx',
    thousands: '.',
    htmlEntities: true,
  }
  const { layout, recordType } = await keptBy(page, async () => {
    await page.selectOption('#format', 'xlsx')
    await unfold(page)
    await page.fill('#sheet', '2')
    await page.fill('#header-rows', '3')
    await page.fill('#skip-lines', '4')
    await page.selectOption('#decimal', ',')
    await page.fill('#missing', 'N/D, S/D')
    await setParts(page, 'layout', parts)
  })
  expect(recordType).toBe('movement')
  expect(layout).toEqual({
    format: 'xlsx',
    sheet: 2,
    headerRows: 3,
    skipLines: 4,
    decimal: ',',
    missing: ['N/D', 'S/D'],
    ...parts,
  })
  return layout as Said
}

async function ofTexts(page: Page, address: string): Promise<Said[]> {
  await openStep(page, address, 'layout')
  const fixed = await keptBy(page, async () => {
    await page.selectOption('#format', 'fixed')
    await unfold(page)
    await page.selectOption('#encoding', 'windows-1252')
    await setParts(page, 'layout', { lineLength: 40 })
    await page.locator('input[type=range]').fill('11')
    await page.click('main >> text=Dividir aquí')
  })
  expect(fixed['layout']).toMatchObject({
    format: 'fixed',
    encoding: 'windows-1252',
    lineLength: 40,
    columns: [{ start: 1, width: 10 }, { start: 11 }],
  })
  await openStep(page, address, 'layout')
  const csv = await keptBy(page, async () => {
    await page.selectOption('#delimiter', ';')
    await setParts(page, 'layout', { quote: "'" })
    // what is said no more is not in the profile
    await page.fill('#missing', 'x')
    await page.fill('#missing', '')
    await page.selectOption('#record-type', 'permit')
  })
  expect(csv['recordType']).toBe('permit')
  expect(csv['layout']).toMatchObject({ format: 'csv', delimiter: ';', quote: "'" })
  expect(csv['layout']).not.toHaveProperty('missing')
  return [fixed['layout'] as Said, csv['layout'] as Said]
}

/** Rows that are none, and columns that are values. */
async function ofRows(page: Page, address: string): Promise<void> {
  await openStep(page, address, 'layout')
  const kept = await keptBy(page, async () => {
    await page.check('main >> text=Convertir columnas en filas')
    await page.check('fieldset >> text=sexo')
    await page.fill('#name-to', 'motivo')
    await page.fill('#value-to', 'cuenta')
    await page.click('main >> text=Excluir filas')
    await page.selectOption('[aria-label="Columna, exclusión 1"]', 'sexo')
    await page.fill('input[lang=fr]', 'Ligne de total')
  })
  expect(kept['unpivot']).toMatchObject({
    keep: ['fecha', 'sexo'],
    nameTo: 'motivo',
    valueTo: 'cuenta',
  })
  expect(kept['leaveOut']).toMatchObject([
    { column: 'sexo', values: ['TOTAL'], reason: { fr: 'Ligne de total' } },
  ])
}

async function ofFields(page: Page, address: string): Promise<Said[]> {
  await openStep(page, address, 'columns')
  const text = { missing: ['N/D', 'S/D'], extract: '^(.)' }
  const date = { pivotYear: 2030 }
  const code = { codeList: 'regions', unmapped: 'keep' }
  const number = { times: 0.5, decimal: ',', thousands: '.' }
  const kept = await keptBy(page, async () => {
    await page.fill('#time-zone', 'America/Guatemala')
    await page.click('main >> text=Dividir una columna')
    await page.selectOption('[aria-label^="Columna que se divide"]', 'nombre')
    await page.fill('[aria-label^="Expresión que divide"]', '(?<inicial>.).*')
    for (const [field, column] of [
      ['age', 'edad'],
      ['crossed_at', 'momento'],
      ['citizenship', 'pais'],
      ['crossed_on', 'fecha'],
    ] as const) {
      await page.selectOption(`#column-${field}`, column)
    }
    await unfold(page)
    await setParts(page, 'part-age', { ...text, ...number })
    await setParts(page, 'part-citizenship', code)
    const pattern = 'tr:has(#column-crossed_on) input[placeholder="yyyy-MM-dd"]'
    // Another column is read anew, and says so.
    await page.selectOption('#column-crossed_on', 'momento')
    expect(await page.inputValue(pattern)).toBe('')
    await page.selectOption('#column-crossed_on', 'fecha')
    await unfold(page)
    await setParts(page, 'part-crossed_on', date)
    await page.fill(pattern, 'dd/MM/yyyy | yyyy-MM-dd')
    await page.fill('#zone-crossed_at', 'UTC')
    await page.selectOption('#column-given_names', { label: 'Varias columnas juntas' })
    await page.fill('[aria-label^="Cómo se juntan"]', '{nombre} {inicial}')
    await page.selectOption('#column-country', { label: 'El mismo valor en todo el archivo' })
    await page.fill('tr:has(#column-country) .field input', 'GTM')
  })
  expect(kept['timeZone']).toBe('America/Guatemala')
  expect(kept['split']).toMatchObject([{ column: 'nombre', pattern: '(?<inicial>.).*' }])
  const fields = kept['fields'] as Readonly<Record<string, Said>>
  expect(fields['age']).toEqual({ column: 'edad', ...text, ...number })
  expect(fields['citizenship']).toMatchObject({ column: 'pais', ...code })
  expect(fields['crossed_on']).toMatchObject({
    column: 'fecha',
    date: ['dd/MM/yyyy', 'yyyy-MM-dd'],
    ...date,
  })
  expect(fields['crossed_at']).toMatchObject({ column: 'momento', timeZone: 'UTC' })
  expect(fields['given_names']).toMatchObject({ template: '{nombre} {inicial}' })
  expect(fields['country']).toEqual({ constant: 'GTM' })
  expect(kept['ignore']).not.toContain('edad')
  return Object.values(fields)
}

/** A period is of other records: the file is looked at anew as figures. */
async function ofPeriod(page: Page, address: string): Promise<Said> {
  await openStep(page, address, 'layout')
  await page.selectOption('#record-type', 'observation')
  const looked = page.waitForResponse(/\/suggestion/)
  await page.click('form button[type=submit]')
  expect((await looked).status()).toBe(204)
  await openStep(page, address, 'columns')
  const kept = await keptBy(page, async () => {
    await page.selectOption('#column-period', 'fecha')
    await unfold(page)
    await setParts(page, 'part-period', { periodOf: 'quarter' })
  })
  const { period } = kept['fields'] as Readonly<Record<string, Said>>
  expect(period).toMatchObject({ column: 'fecha', periodOf: 'quarter' })
  await openStep(page, address, 'layout')
  await page.selectOption('#record-type', 'movement')
  const again = page.waitForResponse(/\/suggestion/)
  await page.click('form button[type=submit]')
  expect((await again).status()).toBe(204)
  return period!
}

async function ofCodes(page: Page, address: string): Promise<void> {
  await openStep(page, address, 'codes')
  const kept = await keptBy(page, async () => {
    await page.fill('#code-citizenship-0', 'Belice')
    await page.click('main >> text=/Añadir una línea a Sexo/')
    await page.fill('[aria-label="En el archivo, línea 1"]', 'F.*')
    await page.fill('[aria-label="Código, línea 1"]', 'F')
  })
  const fields = kept['fields'] as Readonly<Record<string, Said>>
  expect(JSON.stringify(fields['citizenship']!['codes'])).toContain('"BLZ"')
  expect(JSON.stringify(fields['sex']!['codes'])).toContain('{"from":"F.*","to":"F","regex":true')
}

async function ofRules(page: Page, address: string): Promise<void> {
  await openStep(page, address, 'rules')
  const kept = await keptBy(page, async () => {
    await page.locator('main li select').first().selectOption('off')
    await page.locator('main li input').first().fill('La fuente no lo da')
  })
  expect(Object.values(kept['rules'] as Said)).toEqual([
    { level: 'off', reason: 'La fuente no lo da' },
  ])
}

async function ofSource(page: Page, address: string): Promise<void> {
  await openStep(page, address, 'source')
  const title = { es: 'Cruces', en: 'Crossings', fr: 'Passages' }
  const source = { owner: 'IGM', licence: 'CC-BY-4.0', citation: 'IGM 2020', url: 'https://x.org/' }
  const kept = await keptBy(page, async () => {
    for (const [language, text] of Object.entries(title)) {
      await page.fill(`#title-${language}`, text)
    }
    for (const [part, text] of Object.entries(source)) await page.fill(`#${part}`, text)
    await page.fill('#dataset', 'gt-cruces')
  })
  expect(kept).toMatchObject({
    title,
    dataset: 'gt-cruces',
    source: { ...source, title: 'Cruces' },
  })
}
