import type { Language } from '@caudal/methods/vocabulary'
import type { CountryOutcome } from './link-country.ts'

interface PersonWords {
  readonly run: string
  readonly countries: string
  readonly full: string
  readonly running: string
  readonly done: (outcome: CountryOutcome, number: (value: number) => string) => string
  readonly repairs: (outcome: CountryOutcome, number: (value: number) => string) => string
  readonly split: (clusters: string) => string
  readonly apart: (institutions: string) => string
  readonly nobody: string
  readonly nothing: string
}

export const personWords: Readonly<Record<Language, PersonWords>> = {
  es: {
    run: 'Enlaza los registros del nodo en personas, país por país, y escribe sus trayectorias',
    countries: 'códigos de los países; todos si faltan',
    full: 'compara de nuevo todos los registros y vuelve a estimar los pesos',
    running: 'Enlazar registros',
    done: ({ country, outcome, run }, number) =>
      outcome === 'up-to-date'
        ? `${country}: nada ha cambiado desde la ejecución ${run.id}.`
        : `${country}: ejecución ${run.id}${outcome === 'incremental' ? `, que sigue a la ${run.base}` : ''}. ${number(run.figures.records)} registros, ${number(run.figures.persons)} personas; ${number(run.figures.review)} pares para revisión.`,
    repairs: ({ run }, number) =>
      `  ${number(run.figures.crossings)} cruces: ${number(run.figures.inserted)} intercalados, ${number(run.figures.problems)} fuera de la historia, ${number(run.figures.setAside)} historias apartadas.`,
    split: (clusters) =>
      `  ${clusters} grupos no podían ser una sola persona y se partieron por sus enlaces más débiles.`,
    apart: (institutions) =>
      `  Sin acuerdo vigente que comparta nombres para el enlace, estos registros no se enlazan entre sí: ${institutions}.`,
    nobody: 'los de nadie',
    nothing: 'No hay registros de personas: importe un archivo con caudal import.',
  },
  en: {
    run: 'Link the records of the node to persons, country by country, and write their journeys',
    countries: 'codes of the countries; all if absent',
    full: 'compare every record anew and estimate the weights again',
    running: 'Link records',
    done: ({ country, outcome, run }, number) =>
      outcome === 'up-to-date'
        ? `${country}: nothing has changed since run ${run.id}.`
        : `${country}: run ${run.id}${outcome === 'incremental' ? `, going on from ${run.base}` : ''}. ${number(run.figures.records)} records, ${number(run.figures.persons)} persons; ${number(run.figures.review)} pairs for review.`,
    repairs: ({ run }, number) =>
      `  ${number(run.figures.crossings)} crossings: ${number(run.figures.inserted)} inserted, ${number(run.figures.problems)} not part of a history, ${number(run.figures.setAside)} histories set aside.`,
    split: (clusters) =>
      `  ${clusters} clusters could not be one person and were split at their weakest links.`,
    apart: (institutions) =>
      `  No agreement in force shares names for linkage, so these records are not linked with one another: ${institutions}.`,
    nobody: 'those of no institution',
    nothing: 'There are no records of persons: bring in a file with caudal import.',
  },
  fr: {
    run: 'Apparier les enregistrements du nœud en personnes, pays par pays, et écrire leurs parcours',
    countries: 'codes des pays ; tous s’ils manquent',
    full: 'comparer à nouveau tous les enregistrements et réestimer les poids',
    running: 'Apparier les enregistrements',
    done: ({ country, outcome, run }, number) =>
      outcome === 'up-to-date'
        ? `${country} : rien n’a changé depuis l’exécution ${run.id}.`
        : `${country} : exécution ${run.id}${outcome === 'incremental' ? `, à la suite de ${run.base}` : ''}. ${number(run.figures.records)} enregistrements, ${number(run.figures.persons)} personnes ; ${number(run.figures.review)} paires à vérifier.`,
    repairs: ({ run }, number) =>
      `  ${number(run.figures.crossings)} franchissements : ${number(run.figures.inserted)} insérés, ${number(run.figures.problems)} hors de l’histoire, ${number(run.figures.setAside)} histoires écartées.`,
    split: (clusters) =>
      `  ${clusters} groupes ne pouvaient être une seule personne et ont été divisés à leurs liens les plus faibles.`,
    apart: (institutions) =>
      `  Aucun accord en vigueur ne partage les noms pour l’appariement ; ces enregistrements ne sont pas appariés entre eux : ${institutions}.`,
    nobody: 'ceux d’aucune institution',
    nothing:
      'Il n’y a pas d’enregistrements de personnes : importez un fichier avec caudal import.',
  },
}
