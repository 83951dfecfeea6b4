import type { CalendarWording } from './calendar-wording.ts'

export const calendarFrench: CalendarWording = {
  title: 'Calendrier des envois',
  lead: 'Qui doit quel fichier pour quelle période. Un fichier couvre les mois des dates de ses enregistrements ; le premier arrivé compte, même s’il est corrigé ensuite.',
  none: 'Personne ne doit encore de fichier.',
  rule: (every, days) => `${every}, dans les ${days} jours qui suivent la fin de la période`,
  endedOn: (day) => `terminée le ${day}`,
  period: 'Période',
  due: 'Échéance',
  standing: 'Situation',
  received: 'Reçu',
  states: { 'on-time': 'À temps', late: 'En retard', missing: 'Manque', expected: 'Attendu' },
  daysLate: (days) => (days === 1 ? 'un jour de retard' : `${days} jours de retard`),
  every: {
    month: 'Chaque mois',
    quarter: 'Chaque trimestre',
    half: 'Chaque semestre',
    year: 'Chaque année',
  },
  add: 'Inscrire qu’une institution doit un fichier',
  institution: 'Institution, comme dans les comptes',
  dataset: 'Jeu de données',
  datasetHint: 'Son identifiant : minuscules, chiffres et tirets.',
  howOften: 'À quelle fréquence',
  days: 'Jours de délai après la fin de la période',
  from: 'Depuis',
  save: 'Inscrire',
  earlier: (periods, missing) =>
    `Il y a ${periods} périodes antérieures ; ${missing} de leurs fichiers manquent.`,
  showEarlier: 'Les montrer',
  end: 'Mettre fin',
  endNamed: (name) => `Mettre fin à l’obligation de ${name}`,
}
