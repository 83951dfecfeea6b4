import { escapeHtml } from '@caudal/methods/publish'
import {
  renderContents,
  renderLacks,
  type Lack,
  type PageSection,
} from '../countries/render-sections.ts'
import { renderSiteFigure, type SiteFigure } from '../figures/site-figure.ts'
import { renderProse } from '../../prose/render-prose.ts'
import type { Prose } from '../../prose/prose-tree.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { siteWords } from '../site/site-words.ts'

/** Text of an editor, or figures that the text places. */
export type ThemeBlock =
  | { readonly kind: 'text'; readonly pieces: readonly Prose[] }
  | {
      readonly kind: 'figures'
      readonly figures: readonly SiteFigure[]
      readonly lacks: readonly Lack[]
    }

export interface ThemePart {
  readonly id: string
  readonly title: string
  readonly blocks: readonly ThemeBlock[]
}

export interface ThemePage {
  readonly id: string
  readonly title: string
  readonly lead: string
  readonly parts: readonly ThemePart[]
}

/** A theme: what it is, what the figures show, what they are worth, the sources. */
export function renderTheme(theme: ThemePage, frame: SiteFrame): string {
  const { language } = frame
  const words = siteWords[language]
  const parts = theme.parts
    .map(
      ({ id, title, blocks }) =>
        `<section class="page-part" aria-labelledby="${id}"><h2 id="${id}">${escapeHtml(title)}</h2>${blocks.map((block) => renderBlock(block, frame)).join('')}</section>`,
    )
    .join('\n')
  const figures = theme.parts.flatMap(({ blocks }) =>
    blocks.flatMap((block) => (block.kind === 'figures' ? block.figures : [])),
  )
  const contents: Pick<PageSection, 'id' | 'title'>[] = [...theme.parts]
  return renderPage(
    {
      path: `/themes/${theme.id}`,
      title: theme.title,
      description: theme.lead,
      synthetic: figures.some(({ result }) => result.synthetic),
      body: `<header class="page-head"><p class="eyebrow"><a href="/${language}/themes">${words.themes.title}</a></p><h1>${escapeHtml(theme.title)}</h1><p class="lead">${escapeHtml(theme.lead)}</p></header><div class="with-contents">${renderContents(contents, frame)}<div>${parts}</div></div>`,
    },
    frame,
  )
}

function renderBlock(block: ThemeBlock, frame: SiteFrame): string {
  if (block.kind === 'text') return `<div class="prose">${renderProse(block.pieces)}</div>`
  const figures =
    block.figures.length === 0
      ? ''
      : `<div class="figures">${block.figures.map((figure) => renderSiteFigure(figure, frame)).join('')}</div>`
  return figures + renderLacks(block.lacks, frame)
}

/** All themes, with what each is about. */
export function renderThemes(
  themes: readonly Pick<ThemePage, 'id' | 'title' | 'lead'>[],
  frame: SiteFrame,
): string {
  const { language } = frame
  const t = siteWords[language].themes
  const list = themes
    .map(
      ({ id, title, lead }) =>
        `<li><a href="/${language}/themes/${id}">${escapeHtml(title)}</a><span>${escapeHtml(lead)}</span></li>`,
    )
    .join('')
  return renderPage(
    {
      path: '/themes',
      title: t.title,
      description: t.lead,
      synthetic: false,
      body: `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p></header><div class="page-part"><ul class="country-list">${list}</ul></div>`,
    },
    frame,
  )
}
