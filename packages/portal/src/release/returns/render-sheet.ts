import { escapeHtml, formatNumber } from '@caudal/methods/publish'
import { renderKnownCube } from '../figures/known-cube.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { drawSheet, type ReturnsSheet } from './draw-sheet.ts'
import { sheetWords } from './sheet-words.ts'

/** The monthly sheet with its downloads, and the same figures as a table for who cannot see it. */
export function renderSheet(sheet: ReturnsSheet, hasPdf: boolean, frame: SiteFrame): string {
  const { language } = frame
  const t = sheetWords[language]
  const { code, label } = sheet.country
  const path = `/countries/${code}/returns/${sheet.month}`
  const title = `${t.title(label)}, ${sheet.monthLabel}`
  const value = (number: number | null): string =>
    number === null ? t.hidden : formatNumber(number, language)
  const rows = sheet.panels
    .flatMap(({ id, entries }) =>
      entries.map(
        (entry) =>
          `<tr><th scope="row">${escapeHtml(`${t[id]}: ${entry.label}`)}</th><td>${value(entry.value)}</td></tr>`,
      ),
    )
    .join('')
  const pdf = hasPdf ? ` · <a href="/${language}${path}.pdf" download>PDF</a>` : ''
  return renderPage(
    {
      path,
      title,
      description: t.counted,
      synthetic: sheet.synthetic,
      body: `<header class="page-head no-print"><p class="eyebrow"><a href="/${language}/countries/${code}">${escapeHtml(label)}</a></p><h1>${escapeHtml(title)}</h1><p>${t.downloads}: <a href="/${language}${path}.svg" download>SVG</a>${pdf} <span class="hint">${escapeHtml(t.pdfHelp)}</span></p></header><div class="sheet">${drawSheet(sheet, language)}</div><details class="no-print"><summary>${t.figures}</summary><div class="figure-table" tabindex="0" role="group" aria-label="${t.figures}"><table><tbody><tr><th scope="row">${t.total}</th><td>${value(sheet.total)}</td></tr>${rows}</tbody></table></div></details>${sheet.known ? renderKnownCube(sheet.known, frame) : ''}`,
    },
    frame,
  )
}

/** The sheet alone on a page of paper, for a printer. */
export function renderPrintedSheet(svg: string, title: string, language: string): string {
  return `<!doctype html><html lang="${language}"><head><meta charset="utf-8"><title>${escapeHtml(title)}</title><style>@page{size:A4;margin:0}body{margin:0}svg{display:block;width:210mm;height:297mm}</style></head><body>${svg}</body></html>`
}
