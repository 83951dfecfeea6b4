import type { Language } from '@caudal/methods/vocabulary'

interface SurvivalWords {
  readonly survival: string
  readonly stays: string
  readonly by: string
  readonly time: string
  readonly ended: string
  readonly arrival: string
  readonly departure: string
  readonly observedUntil: string
  readonly country: string
  readonly building: string
  readonly notReached: string
  readonly report: (stays: number, open: number, medians: string) => string
  readonly unobserved: (count: number) => string
  readonly imputed: (count: number) => string
  readonly unprotected: string
}

export const survivalWords: Readonly<Record<Language, SurvivalWords>> = {
  es: {
    survival: 'Dice cuánto duran las estancias, también las que no han terminado (Kaplan-Meier)',
    stays: 'CSV con una fila por estancia; sin él, las estancias que el nodo conoce',
    by: 'columna por la que se desglosa; se puede repetir',
    time: 'columna con la duración, en días',
    ended: 'columna con 1 si la estancia terminó, 0 si aún seguía',
    arrival: 'columna con el día de llegada',
    departure: 'columna con el día de salida; vacía si no se conoce',
    observedUntil:
      'primer día que ya no se observa: las estancias que seguían entonces se cortan ahí',
    country: 'país cuyas estancias se toman del nodo',
    building: 'Leer los recorridos',
    notReached: 'no alcanzada',
    report: (stays, open, medians) =>
      `Estancias: ${stays}, de ellas sin terminar ${open}; mediana: ${medians}.`,
    unobserved: (count) =>
      `Llegadas posteriores al fin de la observación, que quedan fuera: ${count}.`,
    imputed: (count) =>
      `Estancias con un cruce que nadie registró, intercalado a medio camino: ${count}.`,
    unprotected: 'Cifras exactas de personas, SIN PROTEGER: no son para publicar.',
  },
  en: {
    survival: 'Tell how long stays last, those that have not ended included (Kaplan-Meier)',
    stays: 'CSV with one row per stay; without it, the stays that the node knows',
    by: 'column to break down by; may be repeated',
    time: 'column with the duration, in days',
    ended: 'column with 1 where the stay ended, 0 where it was still going on',
    arrival: 'column with the day of arrival',
    departure: 'column with the day of departure; empty where none is known',
    observedUntil:
      'first day that is not observed any more: stays that were going on then are cut off there',
    country: 'country whose stays are taken from the node',
    building: 'Read the journeys',
    notReached: 'not reached',
    report: (stays, open, medians) =>
      `Stays: ${stays}, of them not ended ${open}; median: ${medians}.`,
    unobserved: (count) => `Arrivals after the end of observation, left out: ${count}.`,
    imputed: (count) => `Stays with a crossing that nobody recorded, inserted halfway: ${count}.`,
    unprotected: 'Exact figures of persons, UNPROTECTED: not to be published.',
  },
  fr: {
    survival:
      'Dit combien durent les séjours, y compris ceux qui ne sont pas terminés (Kaplan-Meier)',
    stays: 'CSV avec une rangée par séjour ; sans lui, les séjours que le nœud connaît',
    by: 'colonne de ventilation ; peut être répétée',
    time: 'colonne de la durée, en jours',
    ended: 'colonne valant 1 si le séjour s’est terminé, 0 s’il durait encore',
    arrival: 'colonne du jour d’arrivée',
    departure: 'colonne du jour de départ ; vide s’il n’est pas connu',
    observedUntil: 'premier jour qui n’est plus observé : les séjours alors en cours y sont coupés',
    country: 'pays dont les séjours sont pris du nœud',
    building: 'Lire les parcours',
    notReached: 'non atteinte',
    report: (stays, open, medians) =>
      `Séjours : ${stays}, dont non terminés ${open} ; médiane : ${medians}.`,
    unobserved: (count) => `Arrivées après la fin de l’observation, laissées de côté : ${count}.`,
    imputed: (count) =>
      `Séjours avec un franchissement que personne n’a enregistré, inséré à mi-chemin : ${count}.`,
    unprotected: 'Chiffres exacts de personnes, SANS PROTECTION : à ne pas publier.',
  },
}
