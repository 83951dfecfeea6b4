import type { Language } from '@caudal/methods/vocabulary'

export interface CapacityWords {
  readonly title: string
  readonly lead: string
  readonly none: string
  readonly titleOf: (country: string) => string
  readonly leadOf: (country: string, versions: string) => string
  readonly overall: string
  readonly noScore: string
  readonly results: string
  readonly dimension: string
  readonly version: (day: string) => string
  readonly answers: string
  readonly question: string
  readonly level: string
  readonly evidence: string
  readonly notApplicable: string
  readonly notAnswered: string
  readonly rules: string
  readonly ruleLevels: string
  readonly rulesOfScore: readonly string[]
  readonly otherQuestionnaire: string
  readonly sources: string
  readonly download: string
}

export const capacityWords: Readonly<Record<Language, CapacityWords>> = {
  es: {
    title: 'Capacidad de datos',
    lead: 'Lo que cada país responde sobre sus propios datos de migración: leyes, recursos, fuentes, calidad, desglose, protección, acceso. Aquí están las evaluaciones que se decidió publicar.',
    none: 'Aún no se ha publicado ninguna evaluación.',
    titleOf: (country) => `${country}: capacidad de datos`,
    leadOf: (country, versions) =>
      `${country} se evaluó a sí mismo ${versions}. Compara al país consigo mismo en el tiempo, no con otros.`,
    overall: 'En conjunto',
    noScore: 'sin puntuación: faltan respuestas',
    results: 'Resultado en el tiempo, de 0 a 100',
    dimension: 'Dimensión',
    version: (day) => `Versión del ${day}`,
    answers: 'Respuestas de la última versión',
    question: 'Pregunta',
    level: 'Nivel',
    evidence: 'En qué se ve',
    notApplicable: 'No se aplica',
    notAnswered: 'Sin respuesta',
    rules: 'Cómo se puntúa',
    ruleLevels: 'Cada pregunta tiene uno de cuatro niveles:',
    rulesOfScore: [
      'La puntuación de una dimensión es la suma de sus niveles dividida por la mayor posible, en por ciento.',
      'Lo que no se aplica, con su motivo, no cuenta ni en la suma ni en la mayor posible. Lo que no se respondió falta: no es cero.',
      'Una dimensión tiene puntuación si al menos tres cuartas partes de las preguntas que se aplican tienen nivel.',
      'El conjunto es la media de las siete dimensiones, todas con el mismo peso, y solo existe si todas tienen puntuación.',
    ],
    otherQuestionnaire: 'Otro cuestionario: no se compara.',
    sources: 'En qué se basa el cuestionario',
    download: 'Descargar todas las versiones publicadas (CSV)',
  },
  en: {
    title: 'Data capacity',
    lead: 'What each country answers about its own data on migration: laws, resources, sources, quality, disaggregation, protection, access. Here are the assessments that it was decided to publish.',
    none: 'No assessment has been published yet.',
    titleOf: (country) => `${country}: data capacity`,
    leadOf: (country, versions) =>
      `${country} assessed itself ${versions}. It compares the country with itself over time, not with others.`,
    overall: 'Overall',
    noScore: 'no score: answers are missing',
    results: 'Result over time, from 0 to 100',
    dimension: 'Dimension',
    version: (day) => `Version of ${day}`,
    answers: 'Answers of the latest version',
    question: 'Question',
    level: 'Level',
    evidence: 'By what it is seen',
    notApplicable: 'Does not apply',
    notAnswered: 'Not answered',
    rules: 'How it is scored',
    ruleLevels: 'Each question has one of four levels:',
    rulesOfScore: [
      'The score of a dimension is the sum of its levels divided by the greatest possible one, in per cent.',
      'What does not apply, with its reason, counts neither in the sum nor in the greatest possible one. What was not answered is missing: it is not zero.',
      'A dimension has a score where at least three quarters of the questions that apply have a level.',
      'The overall score is the mean of the seven dimensions, all of one weight, and exists only where all have a score.',
    ],
    otherQuestionnaire: 'Another questionnaire: not compared.',
    sources: 'What the questionnaire is based on',
    download: 'Download all published versions (CSV)',
  },
  fr: {
    title: 'Capacité de données',
    lead: 'Ce que chaque pays répond sur ses propres données de migration : lois, ressources, sources, qualité, ventilation, protection, accès. Voici les évaluations qu’il a été décidé de publier.',
    none: 'Aucune évaluation n’a encore été publiée.',
    titleOf: (country) => `${country} : capacité de données`,
    leadOf: (country, versions) =>
      `${country} s’est évalué lui-même ${versions}. Le pays y est comparé à lui-même dans le temps, non à d’autres.`,
    overall: 'Ensemble',
    noScore: 'pas de note : des réponses manquent',
    results: 'Résultat dans le temps, de 0 à 100',
    dimension: 'Dimension',
    version: (day) => `Version du ${day}`,
    answers: 'Réponses de la dernière version',
    question: 'Question',
    level: 'Niveau',
    evidence: 'À quoi cela se voit',
    notApplicable: 'Ne s’applique pas',
    notAnswered: 'Sans réponse',
    rules: 'Comment on note',
    ruleLevels: 'Chaque question a l’un de quatre niveaux :',
    rulesOfScore: [
      'La note d’une dimension est la somme de ses niveaux divisée par la plus grande possible, en pour cent.',
      'Ce qui ne s’applique pas, avec sa raison, ne compte ni dans la somme ni dans la plus grande possible. Ce qui n’a pas reçu de réponse manque : ce n’est pas zéro.',
      'Une dimension a une note si au moins trois quarts des questions qui s’appliquent ont un niveau.',
      'L’ensemble est la moyenne des sept dimensions, toutes de même poids, et n’existe que si toutes ont une note.',
    ],
    otherQuestionnaire: 'Autre questionnaire : non comparé.',
    sources: 'Sur quoi se fonde le questionnaire',
    download: 'Télécharger toutes les versions publiées (CSV)',
  },
}
