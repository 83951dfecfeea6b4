import { calendarFrench } from './calendar-fr.ts'
import type { CollectWording } from './collect-wording.ts'
import { sendFrench } from './send-fr.ts'

export const french: CollectWording = {
  batches: {
    countsElsewhere:
      'Un tiret\u00a0: le nombre d’enregistrements d’un autre pays est donné dans ce pays.',
    none: 'Aucun fichier n’a encore été reçu.',
    file: 'Fichier',
    institution: 'Institution',
    received: 'Reçu',
    read: 'Lus',
    accepted: 'Acceptés',
    rejected: 'Rejetés',
    repeated: 'Répétés',
    state: 'Situation',
    derived: (count) => `Écrits par ce nœud à partir de ceux-ci (${count})`,
    derivedCaption: 'Lots écrits par ce nœud',
    states: { accepted: 'Compte', superseded: 'Corrigé par un autre', withdrawn: 'Retiré' },
  },
  batch: {
    downloads: 'Rapport pour l’institution, dans sa langue',
    page: 'page (HTML)',
    workbook: 'classeur (XLSX)',
    withdraw: 'Retirer ce fichier',
    withdrawLead:
      'Ses enregistrements ne compteront plus dans aucun nouveau chiffre. Ce qui est publié reste vérifiable. C’est sans retour : en cas d’erreur, envoyez de nouveau le fichier.',
    because: 'Motif',
    becauseHint: 'Quiconque ouvre le rapport le lit : ne nommez personne.',
    all: 'Tous les fichiers reçus',
  },
  send: sendFrench,
  calendar: calendarFrench,
}
