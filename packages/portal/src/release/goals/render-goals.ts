import { escapeHtml, formatNumber, type ProvenanceAnswer } from '@caudal/methods/publish'
import { renderKnownCube } from '../figures/known-cube.ts'
import { sparkline } from '../figures/sparkline.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { goalsWords } from './goals-words.ts'

export type GoalStatus = 'available' | 'partial' | 'missing'

/** An indicator of one country: its years, its latest value, and why there is none where there is none. */
export interface GoalCell {
  readonly values: readonly (number | null)[]
  readonly latest: { readonly value: number; readonly year: string } | undefined
  readonly status: GoalStatus
  /** Inputs that lack, in words. */
  readonly why: readonly string[]
}

export interface Goal {
  readonly id: string
  readonly title: string
  readonly unit: string
  readonly formula: string
  readonly source: string
  /** The objective of the Global Compact that it serves. */
  readonly compact: string
  /** One a country, in their order. */
  readonly cells: readonly GoalCell[]
}

export interface GoalsPage {
  readonly countries: readonly { readonly code: string; readonly label: string }[]
  readonly without: readonly string[]
  readonly goals: readonly Goal[]
  readonly synthetic: boolean
  /** How the values are known, where they may be shown. */
  readonly known: ProvenanceAnswer | undefined
  /** Whether values may be shown; else only which there are. */
  readonly isPublic: boolean
}

/** Decimals of a value: rates have some, whole series and great numbers none. */
const decimalsOf = (value: number, values: readonly (number | null)[]): number =>
  Math.abs(value) >= 100 || values.every((each) => Number.isInteger(each ?? 0)) ? 0 : 2

/** The monitor: a row an indicator, a column a country; then what each indicator measures. */
export function renderGoals(page: GoalsPage, frame: SiteFrame): string {
  const { language } = frame
  const t = goalsWords[language]
  const body = `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p></header>${page.countries.length === 0 ? `<p>${escapeHtml(t.empty)}</p>` : renderMonitor(page, frame)}${page.known ? renderKnownCube(page.known, frame) : ''}${renderAbout(page, frame)}`
  return renderPage(
    { path: '/goals', title: t.title, description: t.lead, synthetic: page.synthetic, body },
    frame,
  )
}

function renderMonitor({ countries, goals, without, isPublic }: GoalsPage, frame: SiteFrame) {
  const { language } = frame
  const t = goalsWords[language]
  const head = countries
    .map(
      ({ code, label }) =>
        `<th scope="col"><a href="/${language}/countries/${code}">${escapeHtml(label)}</a></th>`,
    )
    .join('')
  const rows = goals
    .map(({ id, title, unit, cells }) => {
      const available = cells.filter(({ latest }) => latest !== undefined).length
      const count = t.count(formatNumber(available, language), formatNumber(cells.length, language))
      return `<tr><th scope="row"><a href="#${id}">${escapeHtml(title)}</a><small>${escapeHtml(unit)}</small><small>${escapeHtml(count)}</small></th>${cells.map((cell) => renderCell(cell, frame)).join('')}</tr>`
    })
    .join('')
  const key = (['available', 'partial', 'missing'] as const)
    .map((status) => `<li><i data-status="${status}"></i>${t.status[status]}</li>`)
    .join('')
  const notes = [
    ...(isPublic ? [] : [t.notPublic]),
    ...(without.length === 0 ? [] : [t.noCountries(new Intl.ListFormat(language).format(without))]),
  ]
  return `<ul class="goal-key">${key}</ul><div class="goals" tabindex="0" role="group" aria-label="${t.scroll}"><table><thead><tr><th scope="col">${t.indicator}</th>${head}</tr></thead><tbody>${rows}</tbody></table></div>${notes.map((note) => `<p class="hint">${escapeHtml(note)}</p>`).join('')}`
}

function renderCell({ values, latest, status, why }: GoalCell, { language }: SiteFrame): string {
  const t = goalsWords[language]
  if (latest === undefined) {
    const said = why.length === 0 ? t.status[status] : t.lacks(why.join(', '))
    return `<td data-status="${status}"><span title="${escapeHtml(said)}">${t.status[status]}</span></td>`
  }
  return `<td data-status="${status}"><b>${formatNumber(latest.value, language, decimalsOf(latest.value, values))}</b><small>${escapeHtml(t.computedIn(latest.year))}</small>${sparkline(values, 84, 26)}</td>`
}

/** What each indicator measures, the objective it serves, and what lacks where. */
function renderAbout({ goals, countries }: GoalsPage, frame: SiteFrame): string {
  const { language } = frame
  const t = goalsWords[language]
  const entries = goals
    .map(({ id, title, unit, formula, source, compact, cells }) => {
      const lacking = cells.flatMap(({ why, status }, at) =>
        status === 'available' || why.length === 0
          ? []
          : [{ country: countries[at]!.label, inputs: why.join(', ') }],
      )
      // Countries that lack the same are named together.
      const together = new Map<string, string[]>()
      for (const { inputs, country } of lacking) {
        together.set(inputs, [...(together.get(inputs) ?? []), country])
      }
      const said = [...together]
        .map(([inputs, of]) => {
          const named = new Intl.ListFormat(language).format(of)
          return `<dd>${escapeHtml(`${named}: ${inputs}.`)}</dd>`
        })
        .join('')
      return `<section class="goal" aria-labelledby="${id}"><h3 id="${id}">${escapeHtml(title)}</h3><dl><dt>${t.compact}</dt><dd>${escapeHtml(compact)}</dd><dt>${t.unit}</dt><dd>${escapeHtml(unit)}</dd><dt>${t.formula}</dt><dd>${escapeHtml(formula)}</dd><dt>${t.source}</dt><dd>${escapeHtml(source)}</dd>${said === '' ? '' : `<dt>${t.lacking}</dt>${said}`}</dl></section>`
    })
    .join('')
  return `<section class="page-part" aria-labelledby="about"><h2 id="about">${t.about}</h2><div class="goal-list">${entries}</div></section>`
}
