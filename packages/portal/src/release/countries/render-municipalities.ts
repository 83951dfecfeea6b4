import {
  escapeHtml,
  formatNumber,
  say,
  statusSigns,
  type CellStatus,
  type ProvenanceAnswer,
} from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import { renderKnownCube } from '../figures/known-cube.ts'
import { renderPage, type SiteFrame } from '../site/render-page.ts'
import { renderSections, type PageSection } from './render-sections.ts'

export interface MunicipalityEntry {
  readonly code: string
  readonly label: string
  readonly returns: number | null
  /** What there is instead of a number. */
  readonly status: CellStatus
}

/** The municipalities of a country by department, with the returns of their people. */
export interface MunicipalitiesPage {
  readonly country: { readonly code: string; readonly label: string }
  readonly synthetic: boolean
  readonly known: ProvenanceAnswer | undefined
  readonly departments: readonly {
    readonly label: string
    readonly municipalities: readonly MunicipalityEntry[]
  }[]
}

export interface MunicipalityPage {
  readonly country: { readonly code: string; readonly label: string }
  readonly code: string
  readonly label: string
  readonly department: string
  readonly synthetic: boolean
  readonly section: PageSection
}

interface MunicipalityWords {
  readonly title: (country: string) => string
  readonly lead: string
  readonly none: string
  readonly returns: (n: string) => string
  readonly one: (municipality: string) => string
  readonly about: (municipality: string, department: string) => string
  readonly all: string
  readonly byDepartment: string
}

export const municipalityWords: Readonly<Record<Language, MunicipalityWords>> = {
  es: {
    title: (country) => `${country}: retornos por municipio de origen`,
    lead: 'De qué municipios son las personas que un centro de recepción registró al volver: retornos de todos los años con registros. Quien volvió dos veces cuenta dos.',
    none: 'Los registros públicos de este nodo no dicen de qué municipio es quien retorna.',
    returns: (n) => `${n} retornos`,
    one: (municipality) => `${municipality}: personas retornadas`,
    about: (municipality, department) =>
      `Retornos de personas originarias de ${municipality} (${department}), según los centros de recepción. Son pocas personas: las cifras pequeñas varían mucho de un año a otro.`,
    all: 'Todos los municipios',
    byDepartment: 'Ver los retornos por departamento de origen',
  },
  en: {
    title: (country) => `${country}: returns by municipality of origin`,
    lead: 'Which municipalities the people are from whom a reception centre recorded on their return: returns of all years with records. Whoever returned twice counts twice.',
    none: 'The public records of this node do not tell which municipality a returned person is from.',
    returns: (n) => `${n} returns`,
    one: (municipality) => `${municipality}: returned migrants`,
    about: (municipality, department) =>
      `Returns of people from ${municipality} (${department}), by the reception centres. They are few: small figures vary a great deal from year to year.`,
    all: 'All municipalities',
    byDepartment: 'See the returns by department of origin',
  },
  fr: {
    title: (country) => `${country} : retours par municipalité d’origine`,
    lead: 'De quelles municipalités sont les personnes qu’un centre d’accueil a enregistrées à leur retour : retours de toutes les années enregistrées. Qui est revenu deux fois compte deux fois.',
    none: 'Les enregistrements publics de ce nœud ne disent pas de quelle municipalité est la personne de retour.',
    returns: (n) => `${n} retours`,
    one: (municipality) => `${municipality} : personnes de retour`,
    about: (municipality, department) =>
      `Retours de personnes originaires de ${municipality} (${department}), selon les centres d’accueil. Elles sont peu nombreuses : de petits chiffres varient beaucoup d’une année à l’autre.`,
    all: 'Toutes les municipalités',
    byDepartment: 'Voir les retours par département d’origine',
  },
}

export function renderMunicipalities(page: MunicipalitiesPage, frame: SiteFrame): string {
  const { language } = frame
  const t = municipalityWords[language]
  const { code, label } = page.country
  const path = `/countries/${code}/municipalities`
  const parts = page.departments
    .map(
      ({ label: name, municipalities }, at) =>
        `<section class="page-part" aria-labelledby="department-${at}"><h2 id="department-${at}">${escapeHtml(name)}</h2><ul class="country-figures">${municipalities
          .map(
            (each) =>
              `<li><a href="/${language}${path}/${each.code}">${escapeHtml(each.label)}</a><span>${shown(each, language)}</span></li>`,
          )
          .join('')}</ul></section>`,
    )
    .join('')
  return renderPage(
    {
      path,
      title: t.title(label),
      description: t.lead,
      synthetic: page.synthetic,
      body: `<header class="page-head"><p class="eyebrow"><a href="/${language}/countries/${code}">${escapeHtml(label)}</a></p><h1>${escapeHtml(t.title(label))}</h1><p class="lead">${escapeHtml(t.lead)}</p></header>${parts === '' ? `<div class="page-part"><p>${escapeHtml(t.none)}</p><p><a href="/${language}/explore/returns?rows=origin_department&amp;where=country:${code}">${escapeHtml(t.byDepartment)}</a></p></div>` : parts}${page.known ? renderKnownCube(page.known, frame) : ''}`,
    },
    frame,
  )
}

/** A number, or the sign of what there is instead of it, with its meaning for who cannot see it. */
function shown({ returns, status }: MunicipalityEntry, language: Language): string {
  if (returns !== null) return formatNumber(returns, language)
  const meaning = escapeHtml(say(status, language))
  return `<abbr title="${meaning}">${statusSigns[status]}</abbr>`
}

export function renderMunicipality(page: MunicipalityPage, frame: SiteFrame): string {
  const { language } = frame
  const t = municipalityWords[language]
  const { code, label } = page.country
  const above = `/${language}/countries/${code}`
  const about = t.about(page.label, page.department)
  return renderPage(
    {
      path: `/countries/${code}/municipalities/${page.code}`,
      title: t.one(page.label),
      description: about,
      synthetic: page.synthetic,
      body: `<header class="page-head"><p class="eyebrow"><a href="${above}">${escapeHtml(label)}</a> · <a href="${above}/municipalities">${t.all}</a></p><h1>${escapeHtml(t.one(page.label))}</h1><p class="lead">${escapeHtml(about)}</p></header>${renderSections([page.section], frame)}`,
    },
    frame,
  )
}
