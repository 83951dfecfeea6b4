import {
  dimensions,
  frameworks,
  levels,
  questionnaireVersion,
  type CapacityAnswers,
  type CapacityScore,
} from '@caudal/methods/govern/capacity'
import { escapeHtml, formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { sparkline } from '../figures/sparkline.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { capacityWords } from './capacity-words.ts'

/** A published version of a country's answers. */
export interface CapacityVersion {
  readonly version: number
  readonly questionnaire: number
  /** ISO instant, and as readers write the day. */
  readonly at: string
  readonly day: string
  readonly answers: CapacityAnswers
  readonly score: CapacityScore
}

export interface CapacityCountry {
  readonly code: string
  readonly label: string
  /** In their order, one at least. */
  readonly versions: readonly CapacityVersion[]
}

/** The countries that have published how they see their data. */
export function renderCapacities(countries: readonly CapacityCountry[], frame: SiteFrame): string {
  const { language } = frame
  const t = capacityWords[language]
  const list = countries
    .map(({ code, label, versions }) => {
      const last = versions.at(-1)!
      const score = scoreText(last.score.overall, language)
      return `<li><a href="/${language}/capacity/${code}">${escapeHtml(label)}</a><span>${escapeHtml(`${t.overall}: ${score}`)}</span><span class="hint">${escapeHtml(t.version(last.day))}</span></li>`
    })
    .join('')
  return renderPage(
    {
      path: '/capacity',
      title: t.title,
      description: t.lead,
      synthetic: false,
      body: `<header class="page-head"><h1>${t.title}</h1><p class="lead">${escapeHtml(t.lead)}</p></header><div class="page-part">${countries.length === 0 ? `<p>${escapeHtml(t.none)}</p>` : `<ul class="country-list">${list}</ul>`}</div>${renderRules(frame)}`,
    },
    frame,
  )
}

/** What a country has published of its data: results over time, answers, rules. */
export function renderCapacity(country: CapacityCountry, frame: SiteFrame): string {
  const { language } = frame
  const t = capacityWords[language]
  const { code, label, versions } = country
  const lead = t.leadOf(label, timesOf(versions.length, language))
  return renderPage(
    {
      path: `/capacity/${code}`,
      title: t.titleOf(label),
      description: lead,
      synthetic: false,
      body: `<header class="page-head"><p class="eyebrow"><a href="/${language}/capacity">${t.title}</a></p><h1>${escapeHtml(t.titleOf(label))}</h1><p class="lead">${escapeHtml(lead)}</p></header>
<section class="page-part" aria-labelledby="results"><h2 id="results">${t.results}</h2>${renderBars(versions.at(-1)!, language)}${renderTable(versions, language)}<p class="hint"><a href="/capacity/${code}/answers.csv?language=${language}">${escapeHtml(t.download)}</a></p></section>
<section class="page-part" aria-labelledby="answers"><h2 id="answers">${t.answers}</h2>${renderAnswers(versions.at(-1)!, language)}</section>
${renderRules(frame)}`,
    },
    frame,
  )
}

/** The latest scores as bars; the table below says the same and the versions before. */
function renderBars({ score }: CapacityVersion, language: Language): string {
  const bars = dimensions
    .map(({ id, title }) => {
      const value = score.dimensions.find((each) => each.id === id)?.score ?? null
      const bar =
        value === null
          ? '<i class="capacity-none"></i>'
          : `<i class="capacity-bar" style="--x:${Math.round(value)}%"></i>`
      return `<li><span>${escapeHtml(title[language])}</span><span class="capacity-room">${bar}</span><b>${escapeHtml(value === null ? '–' : scoreText(value, language))}</b></li>`
    })
    .join('')
  return `<ul class="capacity-bars" aria-hidden="true">${bars}</ul>`
}

function renderTable(versions: readonly CapacityVersion[], language: Language): string {
  const t = capacityWords[language]
  const row = (label: string, of: (version: CapacityVersion) => number | null) => {
    const values = versions.map((version) =>
      version.questionnaire === questionnaireVersion ? of(version) : null,
    )
    const cells = values
      .map((value, at) => {
        const foreign = versions[at]!.questionnaire !== questionnaireVersion
        return `<td>${escapeHtml(foreign ? ':' : value === null ? ':' : scoreText(value, language))}</td>`
      })
      .join('')
    return `<tr><th scope="row">${escapeHtml(label)}</th>${cells}<td>${sparkline(values, 96, 26)}</td></tr>`
  }
  const heads = versions
    .map(({ day, at }) => `<th scope="col"><time datetime="${at}">${escapeHtml(day)}</time></th>`)
    .join('')
  const rows = dimensions
    .map(({ id, title }) =>
      row(
        title[language],
        ({ score }) => score.dimensions.find((each) => each.id === id)?.score ?? null,
      ),
    )
    .join('')
  const hasNone = versions.some(({ score }) => score.overall === null)
  const foreign = versions.some(({ questionnaire }) => questionnaire !== questionnaireVersion)
  const notes = [
    ...(hasNone ? [`: ${t.noScore}`] : []),
    ...(foreign ? [`: ${t.otherQuestionnaire}`] : []),
  ]
  return `<div class="figure-table" tabindex="0" role="group" aria-labelledby="results"><table class="capacity-table"><thead><tr><th scope="col">${t.dimension}</th>${heads}<td></td></tr></thead><tbody>${rows}</tbody><tfoot>${row(t.overall, ({ score }) => score.overall)}</tfoot></table></div>${notes.map((note) => `<p class="hint">${escapeHtml(note)}</p>`).join('')}`
}

function renderAnswers({ answers }: CapacityVersion, language: Language): string {
  const t = capacityWords[language]
  return dimensions
    .map(({ id, title, questions }) => {
      const rows = questions
        .map((question) => {
          const answer = answers[question.id]
          const level =
            answer === undefined
              ? t.notAnswered
              : answer.level === null
                ? t.notApplicable
                : levels[answer.level]![language]
          return `<tr><th scope="row">${escapeHtml(question.text[language])}</th><td>${escapeHtml(level)}</td><td>${escapeHtml(answer?.evidence ?? '')}</td></tr>`
        })
        .join('')
      return `<h3 id="dimension-${id}">${escapeHtml(title[language])}</h3><div class="figure-table" tabindex="0" role="group" aria-labelledby="dimension-${id}"><table class="words capacity-answers"><thead><tr><th scope="col">${t.question}</th><th scope="col">${t.level}</th><th scope="col">${t.evidence}</th></tr></thead><tbody>${rows}</tbody></table></div>`
    })
    .join('')
}

function renderRules({ language }: SiteFrame): string {
  const t = capacityWords[language]
  const scale = levels
    .map((level, value) => `<li value="${value}">${escapeHtml(level[language])}</li>`)
    .join('')
  const rules = t.rulesOfScore.map((rule) => `<li>${escapeHtml(rule)}</li>`).join('')
  const sources = Object.values(frameworks)
    .map(
      ({ citation, address }) =>
        `<li><a href="${escapeHtml(address)}">${escapeHtml(citation)}</a></li>`,
    )
    .join('')
  return `<section class="page-part" aria-labelledby="rules"><h2 id="rules">${t.rules}</h2><div class="prose"><p>${escapeHtml(t.ruleLevels)}</p><ol start="0">${scale}</ol><ul>${rules}</ul></div></section><section class="page-part" aria-labelledby="sources"><h2 id="sources">${t.sources}</h2><div class="prose"><ul>${sources}</ul></div></section>`
}

const scoreText = (value: number | null, language: Language): string =>
  value === null ? '–' : formatNumber(Math.round(value), language)

function timesOf(count: number, language: Language): string {
  const times = {
    es: count === 1 ? 'una vez' : `${count} veces`,
    en: count === 1 ? 'once' : `${count} times`,
    fr: count === 1 ? 'une fois' : `${count} fois`,
  }
  return times[language]
}
