import type { CollectWording } from './collect-wording.ts'

export const spanish: CollectWording = {
  batches: {
    none: 'Todavía no se ha recibido ningún archivo.',
    file: 'Archivo',
    institution: 'Institución',
    received: 'Recibido',
    read: 'Leídos',
    accepted: 'Aceptados',
    rejected: 'Rechazados',
    repeated: 'Repetidos',
    state: 'Situación',
    states: { accepted: 'Cuenta', superseded: 'Corregido por otro', withdrawn: 'Retirado' },
  },
}
