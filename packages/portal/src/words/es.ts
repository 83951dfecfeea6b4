import { viewsEs } from './es-views.ts'

/**
 * The words of the portal in Spanish. This catalogue is the pattern of the others: a text that
 * English or French lacks stops `tsc`.
 */
export const es = {
  ...viewsEs,

  site: {
    releases: 'Publicaciones',
    learn: 'Aprender',
    capacity: 'Capacidad de datos',
    gaps: 'Huecos de datos',
    mirror: 'Estadísticas espejo',
    saved: 'Vistas y alertas',
    accounts: 'Cuentas de stocks y flujos',
    growth: 'Crecimiento y revisiones',
    survival: 'Cuánto duran las estancias',
    backTest: 'Cifras provisionales',
    name: 'Caudal',
    skip: 'Saltar al contenido',
    menu: 'Secciones',
    languages: 'Idioma',
    appearance: 'Apariencia',
    automatic: 'Automática',
    light: 'Clara',
    dark: 'Oscura',
    about: 'Caudal: plataforma abierta de estadísticas de migración.',
    methods: 'Métodos',
    glossary: 'Glosario',
    data: 'Datos e interfaz',
    nothingRun: 'Sin rastreo; una cookie solo si inicia sesión.',
    account: 'Cuenta',
    desk: 'Escritorio',
  },

  status: {
    fromBefore: (when: string) =>
      `Sin conexión: estas cifras son las que se leyeron el ${when}. Puede haber cifras más recientes.`,
    synthetic: 'Datos SINTÉTICOS',
    syntheticWhy:
      'Un programa inventó a estas personas y sus registros para probar el sistema. No describen a ningún país ni a ninguna persona real: no los cite como estadística.',
    syntheticShort: 'SINTÉTICO',
    unprotected: 'SIN PROTEGER',
    unprotectedWhy:
      'Estas cifras salen de registros de personas y aún no pasaron por el control de confidencialidad. No las difunda.',
    protections: {
      none: 'Cifras ya públicas, tal como las da su fuente',
      release: 'Solo cifras de una publicación revisada',
      perturbed: 'Cifras alteradas ligeramente para que nadie sea reconocible',
      synthetic: 'No hace falta: los datos son inventados',
      unprotected: 'Sin control de confidencialidad: solo para uso interno',
    },
    offline: 'No hay conexión. Lo que ya se cargó sigue aquí; lo demás llegará cuando vuelva.',
    slow: 'Está tardando más de lo habitual. Seguimos esperando la respuesta del servidor.',
    loading: 'Cargando…',
    updating: 'Actualizando…',
  },

  problem: {
    kept: 'Lo que se puede leer sin conexión',
    refused: 'No se puede mostrar',
    title: 'No se pudo cargar',
    network: 'El servidor no respondió.',
    networkAdvice:
      'Revise la conexión y vuelva a intentarlo. La dirección de esta página guarda todo lo que eligió.',
    server: 'El servidor tuvo un fallo al preparar esta respuesta.',
    serverAdvice:
      'Vuelva a intentarlo en un momento; si persiste, avise a quien administra el nodo.',
    signIn: 'Iniciar sesión y volver aquí',
    retry: 'Volver a intentar',
    broken: 'Esta página falló',
    brokenWhat: 'Un error del programa impidió mostrarla. Los datos no se vieron afectados.',
    reload: 'Cargar la página de nuevo',
    notFound: 'Esta página no existe',
    notFoundWhat: 'La dirección puede estar incompleta o apuntar a algo que ya no está.',
    toHome: 'Ir al inicio',
    toExplore: 'Ver todos los datos',
    cubeNotFound: 'Estos datos no existen en este nodo',
  },

  home: {
    changed: (percent: string, up: boolean, before: string) =>
      `${percent} ${up ? 'más' : 'menos'} que en ${before}`,
    unchanged: (before: string) => `casi igual que en ${before}`,
    openMap: 'Abrir este mapa en Explorar',
    title: 'La migración en cifras',
    lead: 'Estadísticas calculadas a partir de registros administrativos y de series oficiales. Cada tabla dice qué cuenta, de dónde viene y cuándo se calculó.',
    action: 'Explorar los datos',
    holds: 'Qué hay en este nodo',
    holdsCount: (n: number, text: string) =>
      n === 1 ? 'Un conjunto de datos' : `${text} conjuntos de datos`,
    noFigure: 'Sin cifra que mostrar',
    series: (measure: string, from: string, to: string) => `${measure}, de ${from} a ${to}`,
    incomplete: (period: string) => `${period}: incompleto`,
    updated: (day: string) => `Datos recibidos hasta el ${day}`,
    empty: 'Este nodo aún no tiene datos',
    emptyWhy:
      'Las tablas aparecen aquí en cuanto se importa un archivo. Nada más hay que configurar.',
    emptyHow: 'Quien administra el nodo puede importar uno así:',
  },

  choose: {
    title: 'Elegir datos',
    lead: 'Elija un conjunto de datos y cruce sus variables en una tabla, un gráfico o un mapa.',
    search: 'Buscar por tema, variable o palabra',
    none: (text: string) => `Ningún conjunto de datos contiene «${text}».`,
    noneAdvice: 'Pruebe con otra palabra o vea la lista completa.',
    clear: 'Ver la lista completa',
    found: (n: number, text: string) =>
      n === 1 ? 'Un conjunto de datos' : `${text} conjuntos de datos`,
  },

  builder: {
    toFigure: 'Ir a la figura',
    title: 'Armar la tabla',
    open: 'Cambiar la tabla',
    close: 'Ocultar las opciones',
    measure: 'Medida',
    rows: 'Filas',
    columns: 'Columnas',
    rest: 'Fuera de la tabla',
    restHelp: 'Sumadas, o limitadas por un filtro',
    axisEmpty: 'Arrastre una variable aquí',
    allSummed: 'todo',
    notAddable: 'un solo valor',
    move: (dimension: string) => `Mover ${dimension}: flechas arriba y abajo`,
    moved: (dimension: string, place: string, position: string, of: string) =>
      `${dimension}: ${place}, posición ${position} de ${of}`,
    place: 'Lugar',
    toRows: 'Filas',
    toColumns: 'Columnas',
    toRest: 'Fuera',
    level: 'Nivel',
    filter: 'Filtro',
    choose: 'Elegir valores…',
    clearFilter: 'Quitar el filtro',
    swap: 'Intercambiar filas y columnas',
    reset: 'Volver a la tabla inicial',
    show: 'Mostrar como',
    shows: {
      figures: 'Cifras',
      'row-share': '% de la fila',
      'column-share': '% de la columna',
      'total-share': '% del total',
      change: 'Variación sobre el período anterior, %',
      'year-change': 'Variación sobre el año anterior, %',
      difference: 'Diferencia con el período anterior',
      'year-difference': 'Diferencia con el año anterior',
      index: 'Índice: primer período = 100',
    },
    sort: 'Orden de las filas',
    sorts: {
      default: 'Como en la lista de códigos',
      label: 'Alfabético, A–Z',
      '-label': 'Alfabético, Z–A',
      '-total': 'De mayor a menor',
      total: 'De menor a mayor',
      '-last': 'Última columna, de mayor a menor',
      last: 'Última columna, de menor a mayor',
    },
    top: 'Filas que se muestran',
    topAll: 'Todas',
    topN: (text: string) => `Las ${text} mayores; el resto, sumado`,
    totals: 'Totales',
    totalsLast: 'Al final',
    totalsFirst: 'Al principio',
    changed: (rows: string, columns: string) =>
      `Tabla actualizada: ${rows} filas, ${columns} columnas`,
    chosen: (n: number, text: string) => (n === 1 ? '1 valor' : `${text} valores`),
    fromTo: (from: string, to: string) => `${from} a ${to}`,
    latest: (n: number, text: string) => (n === 1 ? 'último periodo' : `últimos ${text} periodos`),
  },

  picker: {
    title: (dimension: string) => `Elegir: ${dimension}`,
    search: 'Buscar por nombre o código',
    searchHelp: 'No importan los acentos ni las mayúsculas.',
    all: 'Todos los valores',
    shownAll: 'Marcar los que se ven',
    shownNone: 'Desmarcar los que se ven',
    none: 'Ningún valor coincide con la búsqueda.',
    more: (text: string) => `Hay ${text} más: escriba para encontrarlos.`,
    selected: (n: number, text: string) =>
      n === 0 ? 'Ninguno marcado: se usan todos' : n === 1 ? '1 marcado' : `${text} marcados`,
    apply: 'Aplicar',
    cancel: 'Cancelar',
    periods: 'Qué periodos',
    everyPeriod: 'Todos',
    latestPeriods: 'Los más recientes',
    howMany: 'Cuántos',
    range: 'Desde – hasta',
    from: 'Desde',
    to: 'Hasta',
    singly: 'Uno por uno',
  },

  table: {
    askHelp: 'Pulse un número para ver cómo se sabe; con el teclado, Intro y las flechas.',
    legend: 'Signos',
    totalsLast: 'Los totales van al final.',
    totalsFirst: 'Los totales van al principio.',
    totalsNone: 'Sin totales: estas cifras no se pueden sumar.',
    withoutSubtotals: {
      'not-additive': 'Los grupos no tienen subtotal: sus cifras no se suman.',
      'rows-cut': 'Los grupos no tienen subtotal: no se muestran todas sus filas.',
      perturbed:
        'Los grupos no tienen subtotal: las cifras se alteraron para proteger a las personas.',
    },
    notAdding: (rows: string, columns: string) =>
      `Las celdas no suman el total en ${rows} filas y ${columns} columnas.`,
    withoutFigure: (n: number, text: string) =>
      n === 1 ? 'Una celda no tiene cifra.' : `${text} celdas no tienen cifra.`,
    perturbed: 'Las cifras se alteraron ligeramente para proteger a las personas.',
    asGiven: 'Así vienen los datos; no se corrigen.',
    sortBy: (label: string) => `Ordenar por ${label}`,
    shownRows: (shown: string, all: string) => `Se ven ${shown} de ${all} filas.`,
    showMore: (text: string) => `Mostrar ${text} filas más`,
    tooLong: 'La descarga contiene la tabla completa.',
  },

  empty: {
    title: 'No hay cifras para esta selección',
    filtered: (filters: string) => `Ningún registro cumple todos los filtros a la vez: ${filters}.`,
    hidden:
      'Hay registros, pero todas las cifras de esta selección están ocultas (⊘) para que no se reconozca a nadie. Con menos variables o con categorías más amplias se ven más.',
    whole: 'Estos datos no contienen ningún registro.',
    without: (dimension: string) => `Quitar el filtro de ${dimension}`,
    nearest: 'Lo más cercano:',
  },

  chart: {
    units: { 1000: 'miles', 1000000: 'millones', 1000000000: 'miles de millones' },
    provisionalBars: 'Columnas rayadas: provisional o incompleto.',
    others: (text: string) => `Las líneas grises son las otras ${text} series.`,
    othersSummed: 'Resto',
    othersBars: (text: string) => `Se dibujan las primeras; las otras ${text} están en la tabla.`,
    panelsLeft: (text: string) => `Hay ${text} columnas más en la tabla.`,
    provisional: 'Línea discontinua: provisional o incompleto.',
    gaps: 'Una línea que se interrumpe indica periodos sin dato.',
    onlyLatest: (period: string) =>
      `El gráfico muestra ${period}; la tabla tiene los demás periodos.`,
    nothing: 'No hay cifras que dibujar: todas las celdas están vacías.',
  },

  finding: {
    yearBefore: 'un año antes',
    by: (measure: string, dimensions: string) => `${measure} por ${dimensions}`,
    single: (measure: string, value: string) => `${measure}: ${value}`,
    up: (measure: string, percent: string, at: string, before: string) =>
      `${measure}: ${percent} más ${at} que ${before}`,
    down: (measure: string, percent: string, at: string, before: string) =>
      `${measure}: ${percent} menos ${at} que ${before}`,
    same: (measure: string, at: string, before: string) =>
      `${measure}: casi igual ${at} que ${before}`,
    times: (measure: string, ratio: string, at: string, before: string) =>
      `${measure}: ${at}, ${ratio} veces la cifra ${before}`,
    fromTo: (measure: string, from: string, to: string, at: string, before: string) =>
      `${measure}: ${to} ${at}, ${from} ${before}`,
    share: (measure: string, label: string, percent: string) =>
      `${measure}: ${label}, ${percent} del total`,
    leader: (measure: string, label: string, value: string) =>
      `${measure}: lo más alto, ${label} con ${value}`,
    at: (measure: string, at: string) => `${measure} ${at}`,
  },

  summary: {
    measureTotal: (measure: string, value: string, at: string) => `${measure} ${at}: ${value}.`,
    measureWhole: (measure: string, value: string) => `${measure}: ${value} en total.`,
    change: (percent: string, up: boolean, before: string, value: string) =>
      `Es ${percent} ${up ? 'más' : 'menos'} que ${before} (${value}).`,
    difference: (difference: string, up: boolean, before: string, value: string) =>
      `Son ${difference} ${up ? 'más' : 'menos'} que ${before} (${value}).`,
    unchanged: (before: string, value: string) => `Casi lo mismo que ${before} (${value}).`,
    range: (high: string, highAt: string, low: string, lowAt: string) =>
      `El valor más alto fue ${high} ${highAt} y el más bajo ${low} ${lowAt}.`,
    largest: (list: string) => `Encabezan: ${list}.`,
    largestAt: (at: string, list: string) => `Encabezan ${at}: ${list}.`,
    together: (percent: string) => `Los tres primeros suman ${percent} del total.`,
    part: (label: string, value: string, percent: string) => `${label} (${value}; ${percent})`,
    partOnly: (label: string, value: string) => `${label} (${value})`,
    hidden: (hidden: number, shown: string, all: string) =>
      `${shown} de ${all} celdas ${hidden === 1 ? 'se oculta' : 'se ocultan'} para proteger a las personas.`,
    without: (empty: number, shown: string, all: string) =>
      `${shown} de ${all} celdas no ${empty === 1 ? 'tiene' : 'tienen'} cifra.`,
    undecided: (periods: string) =>
      `Aún por decidir en parte: ${periods}; lo contado es un mínimo.`,
    incomplete: (periods: string, until: string) =>
      `Incompleto en los datos: ${periods} (los datos llegan ${until}).`,
  },

  figure: {
    save: 'Guardar vista',
    filter: (label: string, values: string) => `${label}: ${values}`,
    records: 'Registros',
    recordsIn: (records: string, cells: string) =>
      `El cubo se calculó con ${records} registros y tiene ${cells} celdas.`,
    unit: (unit: string) => `Unidad: ${unit}`,
    source: 'Fuente',
    moreSources: (n: string) => `y ${n} más`,
    sources: 'Fuentes',
    updated: 'Datos recibidos hasta',
    snapshot: 'Instantánea',
    protection: 'Confidencialidad',
    download: 'Descargar',
    downloadWhole: 'En pleno: todas las filas, sin filtros ni cálculos',
    pictureHelp: 'La imagen, con su título, su leyenda y su fuente',
    pictures: { svg: 'Imagen SVG', png: 'Imagen PNG' },
    noPicture: 'Aquí no hay ningún dibujo que guardar.',
    pictureFailed: 'No se pudo hacer la imagen. Pruebe con la otra.',
    embed: 'Para insertar en otra página',
    openWhole: 'Abrir y explorar',
    downloadHelp: 'La tabla tal como se ve, con etiquetas, códigos, fuente y cita',
    formats: {
      crosstab: 'CSV, tal como se ve la tabla',
      csv: 'CSV, una cifra por línea',
      xlsx: 'Excel (XLSX)',
      json: 'JSON, para programas',
      parquet: 'Parquet, para análisis',
    },
    share: 'Compartir',
    shareHelp: 'Esta dirección guarda la tabla entera: filas, columnas, filtros y vista.',
    link: 'Dirección',
    copy: 'Copiar',
    copied: 'Copiado',
    copyFailed: 'No se pudo copiar: el texto quedó seleccionado, use Ctrl+C.',
    cite: 'Citar',
    citation: 'Cita',
    how: '¿Cómo se sabe?',
    definition: 'Definición',
    universe: 'Universo',
    measure: 'Medida',
    licence: 'Licencia',
    notes: 'Notas',
    filters: 'Filtros',
    noDate: 'sin fecha',
    snapshotHelp:
      'Identifica los lotes de datos exactos con los que se calculó esta tabla; con ella se puede volver a calcular.',
    seeSource: 'Ver la fuente',
    consulted: (day: string) => `consultado el ${day}`,
  },
}

/** The same texts in another language, none missing. */
export type Words = typeof es
