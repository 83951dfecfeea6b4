import { describe, expect, it } from 'vitest'
import { dateKeptPage, filesOfPage, listKeptPages, titleOf } from './kept-page.ts'

const page =
  '<html lang="es"><head><title>Honduras &amp; vecinos · Caudal</title><link rel="stylesheet" href="/assets/site-1.css"><script type="module" src="/assets/site-2.js"></script></head><body><main id="content" tabindex="-1"><h1>$&amp;</h1></main></body></html>'

describe('A page that was kept', () => {
  it('says first in its content when it was seen, in its language', () => {
    const dated = dateKeptPage(page, new Date(2026, 2, 4, 15, 30), 'es')
    expect(dated).toMatch(
      /<main id="content" tabindex="-1"><p class="banner" role="status"[^>]*>Sin conexión: [^<]*4 de marzo de 2026[^<]*15:30/,
    )
    expect(dated).toContain('<h1>$&amp;</h1>')
  })

  it('is named by its title, without the name of the site', () => {
    expect(titleOf(page)).toBe('Honduras & vecinos')
    expect(titleOf('<title>Caudal · Inicio</title>')).toBe('Inicio')
  })

  it('tells which files of the portal it loads', () => {
    expect(filesOfPage(page)).toEqual(['/assets/site-1.css', '/assets/site-2.js'])
  })

  it('is listed where there is no connection, its title never read as markup', () => {
    const offline = '<main><p data-kept-pages>Nada</p></main>'
    expect(listKeptPages(offline, [{ path: '/es/a?b=1&c', title: '<b>$1</b>' }])).toBe(
      '<main><ul class="plain-list" data-kept-pages><li><a href="/es/a?b=1&amp;c">&lt;b&gt;$1&lt;/b&gt;</a></li></ul></main>',
    )
    expect(listKeptPages(offline, [])).toBe(offline)
  })
})
