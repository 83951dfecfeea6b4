import type { Language } from '@caudal/methods/vocabulary'

export interface GoalsWords {
  readonly title: string
  readonly lead: string
  readonly compact: string
  readonly indicator: string
  readonly status: Readonly<Record<'available' | 'partial' | 'missing', string>>
  readonly count: (available: string, wanted: string) => string
  readonly lacks: (inputs: string) => string
  readonly lacking: string
  readonly computedIn: (year: string) => string
  readonly noCountries: (countries: string) => string
  readonly about: string
  readonly formula: string
  readonly unit: string
  readonly source: string
  readonly empty: string
  readonly notPublic: string
  readonly scroll: string
}

export const goalsWords: Readonly<Record<Language, GoalsWords>> = {
  es: {
    title: 'Metas: ODS y Pacto Mundial',
    lead: 'Los indicadores de migración de los Objetivos de Desarrollo Sostenible y del Pacto Mundial, país por país: el último valor, su serie, y lo que falta para calcularlo.',
    compact: 'Objetivo del Pacto Mundial',
    indicator: 'Indicador',
    status: { available: 'disponible', partial: 'faltan insumos', missing: 'falta' },
    count: (available, wanted) => `${available} de ${wanted} valores disponibles`,
    lacks: (inputs) => `Falta: ${inputs}.`,
    lacking: 'Qué falta',
    computedIn: (year) => `en ${year}`,
    noCountries: (countries) => `Sin ningún indicador: ${countries}.`,
    about: 'Qué mide cada indicador',
    formula: 'Fórmula',
    unit: 'Unidad',
    source: 'Documento',
    empty: 'Este nodo aún no ha calculado indicadores. Se calculan con «caudal cubes».',
    notPublic:
      'Los valores de este nodo aún no son públicos; aquí se ve cuáles hay y cuáles faltan.',
    scroll: 'Indicadores por país',
  },
  en: {
    title: 'Goals: SDGs and Global Compact',
    lead: 'The migration indicators of the Sustainable Development Goals and of the Global Compact, country by country: the latest value, its series, and what is missing to compute it.',
    compact: 'Objective of the Global Compact',
    indicator: 'Indicator',
    status: { available: 'available', partial: 'some inputs missing', missing: 'missing' },
    count: (available, wanted) => `${available} of ${wanted} values available`,
    lacks: (inputs) => `Missing: ${inputs}.`,
    lacking: 'What is missing',
    computedIn: (year) => `in ${year}`,
    noCountries: (countries) => `Without any indicator: ${countries}.`,
    about: 'What each indicator measures',
    formula: 'Formula',
    unit: 'Unit',
    source: 'Document',
    empty: 'This node has not computed indicators yet. They are computed with “caudal cubes”.',
    notPublic:
      'The values of this node are not public yet; this shows which there are and which not.',
    scroll: 'Indicators by country',
  },
  fr: {
    title: 'Objectifs : ODD et Pacte mondial',
    lead: 'Les indicateurs de migration des Objectifs de développement durable et du Pacte mondial, pays par pays : la dernière valeur, sa série, et ce qui manque pour la calculer.',
    compact: 'Objectif du Pacte mondial',
    indicator: 'Indicateur',
    status: { available: 'disponible', partial: 'données partielles', missing: 'absent' },
    count: (available, wanted) => `${available} valeurs disponibles sur ${wanted}`,
    lacks: (inputs) => `Manque : ${inputs}.`,
    lacking: 'Ce qui manque',
    computedIn: (year) => `en ${year}`,
    noCountries: (countries) => `Sans aucun indicateur : ${countries}.`,
    about: 'Ce que mesure chaque indicateur',
    formula: 'Formule',
    unit: 'Unité',
    source: 'Document',
    empty: 'Ce nœud n’a pas encore calculé d’indicateurs. Ils se calculent avec « caudal cubes ».',
    notPublic:
      'Les valeurs de ce nœud ne sont pas encore publiques ; on voit ici lesquelles existent et lesquelles manquent.',
    scroll: 'Indicateurs par pays',
  },
}
