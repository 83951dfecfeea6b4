import { escapeHtml, formatNumber } from '@caudal/methods/publish'
import type { Language } from '@caudal/methods/vocabulary'
import type { SiteFrame } from '../site/render-page.ts'

/** Crossings between a country and another in a year, as each of the two counts them. */
export interface MirrorLine {
  readonly label: string
  readonly href: string
  /** Departures to the other, by the country; arrivals from it, by the other. */
  readonly leaving: { readonly own: number | null; readonly theirs: number | null }
  /** Arrivals from the other, by the country; departures to it, by the other. */
  readonly arriving: { readonly own: number | null; readonly theirs: number | null }
}

export interface Mirror {
  readonly year: string
  readonly country: string
  readonly lines: readonly MirrorLine[]
}

interface MirrorWords {
  readonly title: string
  readonly lead: (country: string, year: string) => string
  readonly other: string
  readonly leaving: string
  readonly arriving: string
  readonly own: (country: string) => string
  readonly theirs: string
  readonly none: string
}

export const mirrorWords: Readonly<Record<Language, MirrorWords>> = {
  es: {
    title: 'En espejo con sus vecinos',
    lead: (country, year) =>
      `Los mismos cruces contados dos veces: por ${country} y por el otro país, en ${year}. Nunca se promedian; la diferencia es el hallazgo: salidas sin registrar, pasos no habilitados, días de viaje, registros que faltan.`,
    other: 'Con',
    leaving: 'Salidas hacia allí',
    arriving: 'Entradas desde allí',
    own: (country) => `según ${country}`,
    theirs: 'según el otro',
    none: 'Ningún otro país de este nodo tiene cruces públicos que comparar.',
  },
  en: {
    title: 'Mirror comparison with neighbours',
    lead: (country, year) =>
      `The same crossings counted twice: by ${country} and by the other country, in ${year}. They are never averaged; the difference is the finding: departures not recorded, crossings away from posts, days of travel, records that lack.`,
    other: 'With',
    leaving: 'Departures to there',
    arriving: 'Arrivals from there',
    own: (country) => `by ${country}`,
    theirs: 'by the other',
    none: 'No other country of this node has public crossings to compare with.',
  },
  fr: {
    title: 'En miroir avec ses voisins',
    lead: (country, year) =>
      `Les mêmes passages comptés deux fois, par les deux pays (ici : ${country}), en ${year}. On n’en fait jamais la moyenne ; l’écart est le résultat : sorties non enregistrées, passages hors des postes, jours de voyage, enregistrements manquants.`,
    other: 'Avec',
    leaving: 'Sorties vers ce pays',
    arriving: 'Entrées depuis ce pays',
    own: (country) => `selon ${country}`,
    theirs: 'selon l’autre',
    none: 'Aucun autre pays de ce nœud n’a de passages publics à comparer.',
  },
}

/** The comparison as a table; says so where there is nothing to compare with. */
export function renderMirror(mirror: Mirror | undefined, { language }: SiteFrame): string {
  const t = mirrorWords[language]
  if (mirror === undefined || mirror.lines.length === 0) return `<p>${escapeHtml(t.none)}</p>`
  const number = (value: number | null): string =>
    `<td>${value === null ? ':' : formatNumber(value, language)}</td>`
  const rows = mirror.lines
    .map(
      ({ label, href, leaving, arriving }) =>
        `<tr><th scope="row"><a href="${escapeHtml(href)}">${escapeHtml(label)}</a></th>${number(leaving.own)}${number(leaving.theirs)}${number(arriving.own)}${number(arriving.theirs)}</tr>`,
    )
    .join('')
  const own = escapeHtml(t.own(mirror.country))
  return `<p class="part-lead">${escapeHtml(t.lead(mirror.country, mirror.year))}</p><div class="figure-table" tabindex="0" role="group" aria-labelledby="mirror"><table><thead><tr><th scope="col" rowspan="2">${t.other}</th><th scope="colgroup" colspan="2">${t.leaving}</th><th scope="colgroup" colspan="2">${t.arriving}</th></tr><tr><th scope="col">${own}</th><th scope="col">${t.theirs}</th><th scope="col">${own}</th><th scope="col">${t.theirs}</th></tr></thead><tbody>${rows}</tbody></table></div>`
}
