import type { CalendarWording } from './calendar-wording.ts'

export const calendarSpanish: CalendarWording = {
  title: 'Calendario de envíos',
  lead: 'Quién debe qué archivo por qué período. Un archivo cubre los meses de las fechas de sus registros; cuenta el primero que llegó, aunque después se corrija.',
  none: 'Nadie debe ningún archivo todavía.',
  rule: (every, days) => `${every}, en los ${days} días siguientes al fin del período`,
  endedOn: (day) => `terminó el ${day}`,
  period: 'Período',
  due: 'Vence',
  standing: 'Situación',
  received: 'Recibido',
  states: { 'on-time': 'A tiempo', late: 'Tarde', missing: 'Falta', expected: 'Se espera' },
  daysLate: (days) => (days === 1 ? 'un día de atraso' : `${days} días de atraso`),
  every: { month: 'Cada mes', quarter: 'Cada trimestre', half: 'Cada semestre', year: 'Cada año' },
  add: 'Anotar que una institución debe un archivo',
  institution: 'Institución, como figura en las cuentas',
  dataset: 'Conjunto de datos',
  datasetHint: 'Su identificador: minúsculas, cifras y guiones.',
  howOften: 'Con qué frecuencia',
  days: 'Días de plazo tras el fin del período',
  from: 'Desde',
  save: 'Anotar',
  earlier: (periods, missing) =>
    `Hay ${periods} períodos anteriores; faltan ${missing} archivos suyos.`,
  showEarlier: 'Mostrarlos',
  end: 'Terminar',
  endNamed: (name) => `Terminar la obligación de ${name}`,
}
