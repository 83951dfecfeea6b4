import type { CollectWording } from './collect-wording.ts'

export const french: CollectWording = {
  batches: {
    none: 'Aucun fichier n’a encore été reçu.',
    file: 'Fichier',
    institution: 'Institution',
    received: 'Reçu',
    read: 'Lus',
    accepted: 'Acceptés',
    rejected: 'Rejetés',
    repeated: 'Répétés',
    state: 'Situation',
    states: { accepted: 'Compte', superseded: 'Corrigé par un autre', withdrawn: 'Retiré' },
  },
}
