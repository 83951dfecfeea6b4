import { calendarSpanish } from './calendar-es.ts'
import type { CollectWording } from './collect-wording.ts'
import { sendSpanish } from './send-es.ts'

export const spanish: CollectWording = {
  batches: {
    countsElsewhere: 'Una raya: cuántos registros tiene otro país se dice en ese país.',
    none: 'Todavía no se ha recibido ningún archivo.',
    file: 'Archivo',
    institution: 'Institución',
    received: 'Recibido',
    read: 'Leídos',
    accepted: 'Aceptados',
    rejected: 'Rechazados',
    repeated: 'Repetidos',
    state: 'Situación',
    derived: (count) => `Escritos por este nodo a partir de ellos (${count})`,
    derivedCaption: 'Lotes escritos por este nodo',
    states: { accepted: 'Cuenta', superseded: 'Corregido por otro', withdrawn: 'Retirado' },
  },
  batch: {
    downloads: 'Informe para la institución, en su idioma',
    page: 'página (HTML)',
    workbook: 'libro (XLSX)',
    withdraw: 'Retirar este archivo',
    withdrawLead:
      'Sus registros dejarán de contar en toda cifra nueva. Lo ya publicado puede seguir comprobándose. No se deshace: si fue un error, envíe el archivo otra vez.',
    because: 'Motivo',
    becauseHint: 'Lo lee quien abra el informe: no nombre a ninguna persona.',
    all: 'Todos los archivos recibidos',
  },
  send: sendSpanish,
  calendar: calendarSpanish,
}
