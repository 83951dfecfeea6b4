import { escapeHtml } from '@caudal/methods/publish'
import { renderSiteFigure, type SiteFigure } from '../figures/site-figure.ts'
import type { SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'

/** Data that a page would show and the node does not have: what, and how to bring it in. */
export interface Lack {
  readonly what: string
  readonly advice: string
}

/** A part of a page: its figures, what it lacks, and whatever else stands in it as HTML. */
export interface PageSection {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly figures: readonly SiteFigure[]
  readonly lacks: readonly Lack[]
  readonly more?: string
}

export function renderSections(sections: readonly PageSection[], frame: SiteFrame): string {
  let figured = 0
  return sections
    .map(
      ({ id, title, lead, figures, lacks, more = '' }) =>
        `<section class="page-part" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${lead === '' ? '' : `<p class="part-lead">${escapeHtml(lead)}</p>`}${figures.length === 0 ? '' : `<div class="figures">${figures.map((figure) => renderSiteFigure(figure, frame, 3, `f${(figured += 1)}`)).join('')}</div>`}${renderLacks(lacks, frame)}${more}</section>`,
    )
    .join('\n')
}

export function renderLacks(lacks: readonly Lack[], { language }: SiteFrame): string {
  if (lacks.length === 0) return ''
  const t = siteWords[language]
  return `<div class="lacks"><p><b>${t.missing}</b></p><ul>${lacks.map(({ what, advice }) => `<li>${escapeHtml(what)}${advice === '' ? '' : ` <span class="hint">${escapeHtml(advice)}</span>`}</li>`).join('')}</ul></div>`
}

/** The parts of a page as links. */
export function renderContents(
  sections: readonly Pick<PageSection, 'id' | 'title'>[],
  { language }: SiteFrame,
): string {
  const t = siteWords[language]
  return `<nav class="contents" aria-label="${t.onThisPage}"><ul>${sections.map(({ id, title }) => `<li><a href="#${id}">${escapeHtml(title)}</a></li>`).join('')}</ul></nav>`
}
