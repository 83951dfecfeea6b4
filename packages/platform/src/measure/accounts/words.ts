import type { Language } from '@caudal/methods/vocabulary'
import type { AccountsReport } from './balance-accounts.ts'
import type { GrowthReport } from './measure-growth.ts'

interface AccountWords {
  readonly accounts: string
  readonly accountsFile: string
  readonly accountsColumns: string
  readonly accountsReport: (report: AccountsReport) => string
  readonly stock: string
  readonly country: string
  readonly building: string
  readonly nodeReport: (accounts: number, open: number) => string
  readonly growth: string
  readonly series: string
  readonly period: string
  readonly value: string
  readonly vintage: string
  readonly break: string
  readonly everyVintage: string
  readonly growthCountry: string
  readonly noEstimates: string
  readonly direction: string
  readonly level: string
  readonly growthColumns: string
  readonly growthReport: (report: GrowthReport) => string
  readonly by: string
}

const number = (language: Language, value: number) => new Intl.NumberFormat(language).format(value)

export const accountWords: Readonly<Record<Language, AccountWords>> = {
  es: {
    accounts: 'Concilia un stock con sus flujos y muestra el residuo que ningún término explica',
    accountsFile:
      'CSV con opening, births, deaths, arrivals, departures y closing; sin él, las cuentas del propio nodo',
    accountsColumns: `Una fila por período y grupo. La columna period y la columna status_change (cambios de condición, con su
signo) pueden faltar. Un opening vacío es el closing del período anterior. Escribe un CSV en la salida normal
con esos términos y además expected (el stock que debería haber), residual, residual_percent (en % del stock
final), opening_gap (stock inicial menos el final anterior) y missing (lo que falta: entonces no hay residuo).`,
    accountsReport: ({ accounts, open, broken }) =>
      `Cuentas: ${number('es', accounts)}; sin algún término: ${number('es', open)}; que no empiezan donde acabó la anterior: ${number('es', broken)}.`,
    stock:
      'stock del nodo: population (población al 1 de julio) o residents (residentes que conoce la frontera, al 1 de enero)',
    country: 'solo ese país, en tres letras',
    building: 'Calcular cubos',
    nodeReport: (accounts, open) =>
      accounts === 0
        ? 'El nodo no tiene el stock de ningún país en dos fechas.'
        : `Cuentas del nodo: ${number('es', accounts)}; sin algún término: ${number('es', open)}.`,
    growth:
      'Mide el crecimiento de series con sus revisiones: sobre el período anterior, sobre el año anterior y medio anual',
    series:
      'CSV con period, value y, si la serie se revisa, vintage; sin él, las migraciones del propio nodo',
    period: 'columna del período: 2024, 2024-S1, 2024-Q1 o 2024-03',
    value: 'columna de la cifra; vacía donde no hay',
    vintage: 'columna con la fecha de la edición que dio la cifra; puede faltar',
    break: 'período desde el que la serie no se compara con lo anterior; se puede repetir',
    everyVintage: 'una línea por cada edición, en vez de la última junto a la primera',
    growthCountry: 'país del nodo; el primero si no se dice',
    noEstimates:
      'El nodo no tiene estimaciones: enlace sus registros con «caudal link run» y ejecute «caudal measure estimates».',
    direction: 'sentido de las migraciones del nodo',
    level: 'períodos del nodo: month, quarter o year',
    growthColumns: `Escribe un CSV en la salida normal: por grupo y período, la última cifra (vintage, value) y su crecimiento en
% sobre el período anterior (previous_percent), sobre el mismo período del año anterior (year_percent) y medio
anual desde el primero (average_percent); lo mismo según la primera edición (first_…); la revisión; y over_break,
que nombra los crecimientos que pasan por encima de una ruptura. La base es siempre la que se conocía entonces.`,
    growthReport: ({ periods, revised, overBreak }) =>
      `Períodos: ${number('es', periods)}; revisados: ${number('es', revised)}; con crecimiento sobre una ruptura: ${number('es', overBreak)}.`,
    by: 'columna de los grupos; se puede repetir',
  },
  en: {
    accounts: 'Reconcile a stock with its flows and show the residual that no term explains',
    accountsFile:
      'CSV with opening, births, deaths, arrivals, departures and closing; without it, the accounts of the node itself',
    accountsColumns: `One row for each period and group. The columns period and status_change (changes of status, signed) may be
absent. An empty opening is the closing of the period before. Writes a CSV to standard output with these terms
and expected (the stock that there should be), residual, residual_percent (of the closing stock), opening_gap
(opening less the closing before) and missing (what lacks: then there is no residual).`,
    accountsReport: ({ accounts, open, broken }) =>
      `Accounts: ${number('en', accounts)}; lacking a term: ${number('en', open)}; that do not begin where the one before ended: ${number('en', broken)}.`,
    stock:
      'stock of the node: population (on 1 July) or residents (whom the border knows, on 1 January)',
    country: 'only that country, in three letters',
    building: 'Build cubes',
    nodeReport: (accounts, open) =>
      accounts === 0
        ? 'The node has the stock of no country on two dates.'
        : `Accounts of the node: ${number('en', accounts)}; lacking a term: ${number('en', open)}.`,
    growth:
      'Measure the growth of series with their revisions: on the period before, on the year before, and yearly on average',
    series:
      'CSV with period, value and, where the series is revised, vintage; without it, the migrations of the node itself',
    period: 'column of the period: 2024, 2024-S1, 2024-Q1 or 2024-03',
    value: 'column of the figure; empty where there is none',
    vintage: 'column with the date of the release that told the figure; may be absent',
    break: 'period from which on the series does not compare with what was before; may be repeated',
    everyVintage: 'one line for every vintage, in place of the latest beside the first',
    growthCountry: 'country of the node; the first where none is named',
    noEstimates:
      'The node has no estimates: link its records with “caudal link run”, then run “caudal measure estimates”.',
    direction: 'direction of the migrations of the node',
    level: 'periods of the node: month, quarter or year',
    growthColumns: `Writes a CSV to standard output: by group and period, the latest figure (vintage, value) and its growth in % on
the period before (previous_percent), on the same period of the year before (year_percent) and yearly on average
since the first (average_percent); the same as first told (first_…); the revision; and over_break, which names the
growths that reach over a break. The base is always the one that was known then.`,
    growthReport: ({ periods, revised, overBreak }) =>
      `Periods: ${number('en', periods)}; revised: ${number('en', revised)}; with growth over a break: ${number('en', overBreak)}.`,
    by: 'column of groups; may be repeated',
  },
  fr: {
    accounts: 'Rapproche un effectif de ses flux et montre le résidu qu’aucun terme n’explique',
    accountsFile:
      'CSV avec opening, births, deaths, arrivals, departures et closing ; sans lui, les comptes du nœud lui-même',
    accountsColumns: `Une rangée par période et groupe. Les colonnes period et status_change (changements de statut, avec leur signe)
peuvent manquer. Un opening vide est le closing de la période précédente. Écrit un CSV sur la sortie standard avec
ces termes et expected (l’effectif attendu), residual, residual_percent (en % de l’effectif final), opening_gap
(effectif initial moins le final précédent) et missing (ce qui manque : il n’y a alors pas de résidu).`,
    accountsReport: ({ accounts, open, broken }) =>
      `Comptes : ${number('fr', accounts)} ; auxquels un terme manque : ${number('fr', open)} ; qui ne commencent pas où finit le précédent : ${number('fr', broken)}.`,
    stock:
      'effectif du nœud : population (au 1er juillet) ou residents (résidents que la frontière connaît, au 1er janvier)',
    country: 'seulement ce pays, en trois lettres',
    building: 'Calculer les cubes',
    nodeReport: (accounts, open) =>
      accounts === 0
        ? 'Le nœud n’a l’effectif d’aucun pays à deux dates.'
        : `Comptes du nœud : ${number('fr', accounts)} ; auxquels un terme manque : ${number('fr', open)}.`,
    growth:
      'Mesure la croissance de séries avec leurs révisions : sur la période précédente, sur un an, et en moyenne annuelle',
    series:
      'CSV avec period, value et, si la série est révisée, vintage ; sans lui, les migrations du nœud lui-même',
    period: 'colonne de la période : 2024, 2024-S1, 2024-Q1 ou 2024-03',
    value: 'colonne du chiffre ; vide là où il n’y en a pas',
    vintage: 'colonne avec la date de l’édition qui a donné le chiffre ; peut manquer',
    break:
      'période à partir de laquelle la série ne se compare plus à ce qui précède ; peut être répétée',
    everyVintage: 'une ligne par édition, au lieu de la dernière à côté de la première',
    growthCountry: 'pays du nœud ; le premier si aucun n’est nommé',
    noEstimates:
      'Le nœud n’a pas d’estimations : appariez ses enregistrements avec « caudal link run », puis exécutez « caudal measure estimates ».',
    direction: 'sens des migrations du nœud',
    level: 'périodes du nœud : month, quarter ou year',
    growthColumns: `Écrit un CSV sur la sortie standard : par groupe et période, le dernier chiffre (vintage, value) et sa croissance en %
sur la période précédente (previous_percent), sur la même période de l’année précédente (year_percent) et en moyenne
annuelle depuis la première (average_percent) ; de même selon la première édition (first_…) ; la révision ; et
over_break, qui nomme les croissances qui passent par-dessus une rupture. La base est toujours celle connue alors.`,
    growthReport: ({ periods, revised, overBreak }) =>
      `Périodes : ${number('fr', periods)} ; révisées : ${number('fr', revised)} ; dont la croissance passe une rupture : ${number('fr', overBreak)}.`,
    by: 'colonne des groupes ; peut être répétée',
  },
}
