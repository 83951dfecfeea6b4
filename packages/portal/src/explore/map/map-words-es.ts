import type { MapWords } from './map-wording.ts'

export const spanish: MapWords = {
  loading: 'Cargando el mapa…',
  failed: 'No se pudieron cargar los límites; las áreas se muestran como cuadros.',
  retry: 'Volver a cargar el mapa',
  empty: 'No hay ninguna cifra que dibujar en esta selección.',
  noAreas: 'Esta tabla no tiene ninguna variable de lugar que dibujar.',

  showAs: 'Mostrar como',
  marks: { circles: 'Círculos', shades: 'Tonos', tiles: 'Cuadros' },
  figure: 'Cifra',
  value: 'Número',
  share: 'Parte del total del área',
  shareUnit: '% del total de cada área',
  classes: 'Clases',
  classMethods: {
    quantile: 'igual número de áreas',
    equal: 'intervalos iguales',
    natural: 'cortes naturales',
  },
  byHand: 'a mano',
  limits: 'Límites entre clases',
  limitsHelp: 'De menor a mayor, separados por punto y coma; nueve como mucho.',
  limitsUnread: 'Escriba números separados por punto y coma: 10; 50; 100.',
  labels: 'Rótulos',
  previous: (dimension) => `${dimension}: anterior`,
  next: (dimension) => `${dimension}: siguiente`,
  total: 'Total',

  picture: (title, areas) => `Mapa: ${title}. ${areas} áreas.`,
  pictureHelp:
    'Toque un área, o use las flechas: derecha e izquierda van de la cifra mayor a la menor.',
  area: 'Área',
  chooseArea: 'Elija un área',
  rank: (rank, of) => `${rank}.º de ${of}`,
  shareOfAll: (percent) => `${percent} de todas las áreas`,
  shareOfArea: (percent, label) => `${percent} del total de ${label}`,
  noFigure: 'Sin cifra',
  hidden: 'Suprimida para que nadie pueda ser reconocido',
  provisional: 'Cifra provisional',

  legend: 'Leyenda',
  areasIn: (n, text) => (n === 1 ? '1 área' : `${text} áreas`),
  classRange: (from, to) => `${from} a ${to}`,
  missing: 'sin cifra',
  suppressed: 'suprimida',
  zero: 'cero',
  negative: 'negativo',
  notInTable: 'área que no está en la tabla',
  land: 'territorio vecino',
  squareMeans: 'área demasiado pequeña para esta escala',
  insets: 'Fuera del mapa o sin límites: abajo, a otra escala.',
  countsShaded:
    'Con números absolutos, las áreas grandes resaltan por su tamaño. Los círculos lo evitan.',
  samePeriods: 'Los tamaños y las clases son los mismos en todos los periodos.',
  sharesNote: 'Parte de la columna elegida en el total de cada área.',

  withoutBoundary: (n, text, of, list) =>
    n === 1
      ? `1 de ${of} áreas no tiene límites en el mapa: ${list}.`
      : `${text} de ${of} áreas no tienen límites en el mapa: ${list}.`,
  unplaced: (list) => `No están en el mapa, porque no tienen lugar: ${list}.`,
  noBoundaries:
    'Este nodo no tiene límites para estas áreas: cada una es un cuadro, en orden alfabético.',
  mostlyTiles: 'La mayoría de las áreas no tienen límites: cada una es un cuadro.',
  byName: (n, text) =>
    n === 1
      ? '1 área se unió al mapa por su nombre, no por su código.'
      : `${text} áreas se unieron al mapa por su nombre, no por su código.`,
  source: (list) => `Límites: ${list}.`,
  disclaimer:
    'Los límites, los nombres y las denominaciones de este mapa no implican reconocimiento ni aceptación oficial.',

  summary: {
    highest: (at, label, value) => `La cifra más alta${at} es la de ${label}: ${value}.`,
    highestWithShare: (at, label, value, percent) =>
      `La cifra más alta${at} es la de ${label}: ${value}, el ${percent} de todas las áreas.`,
    next: (list) => `Le siguen ${list}.`,
    part: (label, value) => `${label} (${value})`,
    lowest: (label, value) => `La más baja es la de ${label}: ${value}.`,
    allEqual: (areas, value) => `Las ${areas} áreas tienen la misma cifra: ${value}.`,
    single: (at, label, value) => `Solo ${label} tiene cifra${at}: ${value}.`,
    half: (value) => `La mitad de las áreas no pasa de ${value}.`,
    zeros: (n, text) => (n === 1 ? '1 área tiene cero.' : `${text} áreas tienen cero.`),
    losses: (n, text) =>
      n === 1 ? '1 área está por debajo de cero.' : `${text} áreas están por debajo de cero.`,
    missing: (n, text) => (n === 1 ? '1 área no tiene cifra.' : `${text} áreas no tienen cifra.`),
    suppressed: (n, text) =>
      n === 1 ? '1 cifra está suprimida.' : `${text} cifras están suprimidas.`,
    nothing: 'Ninguna área tiene cifra en esta selección.',
  },
}
