import type { MeasureWording } from './measure-wording.ts'

export const spanish: MeasureWording = {
  year: 'Año',
  by: 'Desglose',
  country: 'País',
  elsewhere: 'Más sobre estas cifras',
  breakdowns: {
    '': 'Ninguno: el total',
    sex: 'Sexo',
    age: 'Edad',
    citizenship_status: 'Nacional o extranjera',
    birth_status: 'Nacida en el país o fuera',
    'sex.age': 'Sexo × edad',
    'sex.citizenship_status': 'Sexo × nacional o extranjera',
    'sex.birth_status': 'Sexo × nacida en el país o fuera',
    'age.citizenship_status': 'Edad × nacional o extranjera',
    'age.birth_status': 'Edad × nacida en el país o fuera',
    'sex.age.citizenship_status': 'Sexo × edad × nacional o extranjera',
    'sex.age.birth_status': 'Sexo × edad × nacida en el país o fuera',
    counterpart_area: 'Corredor: país de la otra parte',
  },
  known: {
    title: '¿Cómo se sabe?',
    tables:
      'De estas tablas salen las cifras. En ellas, cada número dice qué cuenta, de qué archivos viene, con qué calidad y cómo cambió:',
    method: 'El método, con sus fórmulas y sus fuentes',
    mirror:
      'Cada columna es lo que anotó un solo país: lo que salió hacia el otro, y lo que entró desde él. Nada se estima ni se reparte entre los dos.',
    growth:
      'La primera cifra es la de la edición que contó el período por primera vez; la última, la de la edición más nueva. Mientras en un período quede algo por decidir, su cifra es una estimación y puede llevar decimales.',
    accounts:
      'El stock esperado es el inicial más lo que entró menos lo que salió. El final se cuenta por su lado; el residuo es el final menos el esperado.',
    backTest:
      'Cada edición se hizo con lo que entonces se sabía. Aquí se compara, cifra por cifra, con lo que se supo cuando todo estuvo decidido.',
    editions: (country, direction) => `${direction}, ${country}, por edición`,
    stock: (country) => `El stock: ${country}`,
    flows: (country) => `Las llegadas y las salidas de migrantes: ${country}`,
  },
  gaps: {
    title: 'Indicadores y lo que les falta',
    lead: 'Qué indicadores de los ODS y del Pacto Mundial puede calcular este nodo, país por país. Donde falta un dato hay un hueco, nunca un cero.',
    empty:
      'Todavía no hay con qué calcular indicadores. Traiga población, cruces o incidentes y calcule los cubos.',
    indicator: 'Indicador',
    lacking: 'Lo que falta',
    everyCountry: 'Todos, en un año',
    caption: (where) => `Indicadores: ${where}`,
    summary: (available, partial, missing, where) =>
      `${where}: ${available} disponibles, ${partial} parciales y ${missing} que faltan.`,
    statuses: { available: 'Disponible', partial: 'Parcial', missing: 'Falta' },
  },
  mirror: {
    title: 'Un flujo, dos cuentas',
    lead: 'Lo que un país cuenta que sale hacia otro, junto a lo que el otro cuenta que llega de él. Nunca se promedian: la diferencia es el hallazgo.',
    empty: 'Hacen falta cruces de al menos dos países, y este nodo aún no los tiene.',
    nothing: 'Ninguno de los dos países ha registrado cruces entre ambos.',
    origin: 'De',
    destination: 'A',
    flow: 'Qué se cuenta',
    flows: { crossings: 'Todos los cruces', migrations: 'Migraciones' },
    breakdowns: { '': 'Ninguno: el total', sex: 'Sexo', age: 'Edad', citizenship: 'Nacionalidad' },
    period: 'Período',
    periods: { year: 'Años', month: 'Meses' },
    caption: (origin, destination) => `De ${origin} a ${destination}, según ambas cuentas`,
    departures: (origin) => `Salidas que cuenta ${origin}`,
    arrivals: (destination) => `Entradas que cuenta ${destination}`,
    ratio: 'Entradas por salida',
    difference: 'Entradas menos salidas',
    why: 'Razones posibles',
    reasons: {
      definition: 'definiciones distintas',
      coverage: 'días sin registros',
      lag: 'cifras que aún pueden cambiar',
      'travel-time': 'tiempo entre salir y llegar',
      protection: 'cifras cambiadas al azar para proteger a las personas',
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Días con registros: ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    approximate:
      'Son partes aproximadas, contadas con cifras cambiadas al azar; «:» donde con pocas personas por día no se puede decir.',
    legend: '«:» no hay cifra; «⊘» está reservada. Las razones son posibles, no comprobadas.',
    tooFew: 'Son demasiado pocas las personas que cruzaron entre ambos para mostrar algo de ello.',
    withheld: 'reservada: ninguna publicación la muestra',
    protections: {
      perturbed:
        'Las cifras están cambiadas un poco al azar, para que no se reconozca a nadie: son las que muestran las tablas.',
      release: 'Solo se muestran las cifras que muestra una publicación.',
      unprotected: 'Cifras exactas de personas, sin proteger: no son para publicar.',
    },
  },
  accounts: {
    title: '¿Cuadran los stocks con los flujos?',
    lead: 'Lo que era un stock, lo que ganó y perdió en un año y lo que era al final. Lo que ningún término explica es el residuo: se muestra, nunca se reparte entre los demás.',
    empty: 'El nodo aún no tiene el stock de ningún país en dos fechas.',
    stock: 'Stock',
    stocks: {
      residents: 'Residentes que conoce la frontera, 1 de enero',
      population: 'Población, 1 de julio',
    },
    caption: (country) => `Cuentas de ${country}, en personas`,
    period: 'De – a',
    span: (from, to) => `${from} – ${to}`,
    terms: {
      opening: 'Stock inicial',
      births: '+ Nacimientos',
      deaths: '− Defunciones',
      arrivals: '+ Llegadas de migrantes',
      departures: '− Salidas de migrantes',
      closing: 'Stock final',
    },
    expected: '= Stock esperado',
    residual: 'Residuo',
    share: 'Residuo / stock final',
    missing: 'Qué falta',
    lacks: {
      opening: 'el stock al comienzo',
      births: 'los nacimientos de los doce meses (observaciones de la medida «nacimientos»)',
      deaths: 'las defunciones de los doce meses (observaciones de la medida «defunciones»)',
      arrivals: 'las llegadas de migrantes: trayectorias de los doce meses',
      departures: 'las salidas de migrantes: trayectorias de los doce meses',
      closing: 'el stock al final',
    },
    marks: {
      missing: 'no hay cifra: la cuenta queda abierta',
      withheld: 'reservada: ninguna publicación la muestra',
      outside: 'fuera de este stock, en el que solo se entra por un cruce',
      approximated: 'mitad de cada uno de los dos años civiles, a falta de períodos más cortos',
      provisional: 'hay cruces por decidir: es un mínimo, y no se calcula el residuo',
    },
    finding: (country, span, residual) =>
      `En ${country}, ${span}, los términos dejan un residuo de ${residual} personas.`,
    noneClosed: (country) =>
      `Ninguna cuenta de ${country} se puede cerrar: la última columna dice qué le falta a cada una.`,
    download: 'Descargar en CSV',
  },
  growth: {
    title: 'Cómo crecen las migraciones y cómo se revisó',
    lead: 'El crecimiento según la primera edición y según la última. Las dos cifras de una comparación son de una misma edición: lo que se sabe hoy nunca se compara con lo que ayer se sabía de su base.',
    empty:
      'Aún no hay ninguna edición de estimaciones que se pueda mostrar: se hacen en cuanto hay trayectorias enlazadas y se calculan los cubos.',
    direction: 'Migraciones',
    directions: { arrival: 'Llegadas de migrantes', departure: 'Salidas de migrantes' },
    level: 'Período',
    levels: { year: 'Años', quarter: 'Trimestres', month: 'Meses' },
    caption: (country, direction) => `${direction}, ${country}: crecimiento por edición`,
    period: 'Período',
    latest: 'Última cifra',
    first: 'Primera cifra',
    on: { previous: '% sobre el período anterior', year: '% sobre el año anterior' },
    firstOn: {
      previous: 'Dicho primero: % sobre el período anterior',
      year: 'Dicho primero: % sobre el año anterior',
    },
    revision: 'Revisión',
    status: 'Estado y ediciones',
    final: 'Definitiva',
    provisional: 'Provisional',
    told: (status, first, latest) =>
      first === latest ? `${status}; ${first}` : `${status}; ${first}, luego ${latest}`,
    overBreak: 'por encima de una ruptura de la serie',
    break: (from, reason, source) => `Ruptura de la serie desde ${from}: ${reason} (${source}).`,
    legend:
      '«:» no hay con qué comparar; «b» pasa por encima de una ruptura de la serie. Las series no están desestacionalizadas: compare con el mismo período del año anterior.',
    download: 'Descargar en CSV',
  },
  survival: {
    title: '¿Cuánto duran las estancias?',
    lead: 'La parte de las estancias que dura más de tantos días, desde cada entrada de una persona enlazada hasta la salida siguiente. Las que no han terminado cuentan por el tiempo que se las observó.',
    empty:
      'Aún no hay estancias: se conocen en cuanto se enlazan los registros en trayectorias y se calculan los cubos.',
    year: 'Año de entrada',
    allYears: 'Todos los años',
    breakdowns: {
      '': 'Nada: el conjunto',
      sex: 'Sexo',
      citizenship_status: 'Nacional o extranjera',
      birth_status: 'Nacida en el país o fuera',
      purpose: 'Motivo',
      mode: 'Vía',
    },
    all: 'Todas las estancias',
    finding: (about, share, days) =>
      `${about}: el ${share} de las estancias dura más de ${days} días`,
    explained: (stays, open, until) =>
      `${stays} estancias, de las que ${open} no habían terminado al acabar la observación, el ${until}.`,
    median: (group, days) => `${group}: la mitad de las estancias ha terminado a los ${days} días.`,
    medianNotReached: (group) =>
      `${group}: más de la mitad de las estancias dura más de lo que se las observó.`,
    nothingShown:
      'Las cifras de estancias se muestran solo en publicaciones, y ninguna dice de estas cuánto duran. Elija otro país u otro año, o el conjunto sin desglose.',
    chart: (country) =>
      `Parte de las estancias en ${country} que dura más de tantos días, con su intervalo del 95 %. La tabla de abajo tiene los números.`,
    fewerInChart: (shown) => `El gráfico muestra los ${shown} grupos mayores; la tabla, todos.`,
    daysAxis: 'días desde la entrada',
    caption: (country, year) => `Estancias en ${country}, ${year}: parte que dura más`,
    group: 'Grupo',
    stays: 'Estancias',
    longerThan: (days) => (days === 0 ? 'del mismo día' : `de ${days} días`),
    stillThere: (count) => `${count} seguían`,
    interval: (low, high) => `${low} a ${high}`,
    marks: {
      'not-followed': 'no se observaron estancias tanto tiempo',
      withheld: 'reservada: ninguna publicación muestra de qué se compone',
    },
    definition: 'Qué se mide',
    definitionText: [
      'Una estancia empieza con una entrada en la trayectoria de una persona enlazada y termina con la salida siguiente; quien sale el día en que entró estuvo 0 días. Quien viene diez veces tiene diez estancias.',
      'La curva es la de Kaplan y Meier: a cada número de días se compara a quienes salen con quienes seguían y se seguían observando. Las estancias que corta el fin de la observación dejan la comparación sin contar como terminadas. El intervalo es el del 95 %, con la varianza de Greenwood en la escala del logaritmo de menos el logaritmo.',
    ],
    limits: 'Lo que no dice',
    limitsOf: {
      daily: [
        'También son estancias las de residentes que vuelven a casa: desglose por nacional o extranjera antes de leerla como lo que se quedan los visitantes.',
        'Una salida que nadie registró alarga la estancia, o se intercala a medio camino.',
        'Las estancias que empezaron cerca del fin de la observación se siguen poco tiempo: el extremo de una curva descansa en pocas.',
      ],
      classes: [
        'Una curva con un escalón en cada salida dice de cada persona cuándo se fue. Aquí se dicen solo los extremos de las clases, hechos únicamente de las cifras que muestran las publicaciones.',
        'También son estancias las de residentes que vuelven a casa. Una salida que nadie registró alarga la estancia.',
        'De una clase solo hablan los años cuyas estancias se siguieron todas más allá de ella.',
      ],
    },
    imputed: (share) =>
      `Estancias junto a un cruce que nadie registró y se intercaló a medio camino: ${share}.`,
    known: '¿Cómo se sabe?',
    knownText:
      'Los registros de los puestos fronterizos se enlazan a personas, sus cruces se ordenan y se reparan, y de ellos se cuentan las estancias. El método y sus ejemplos publicados están en el manual; la tabla de estancias tiene las mismas cifras por duración.',
    method: 'Muestras, estancias, cuentas e indicadores',
    download: 'Descargar en CSV',
  },
  backTest: {
    title: '¿Cuánto se puede confiar en las cifras provisionales?',
    lead: 'Ediciones pasadas tal como se hicieron, o hechas de nuevo con lo que se sabía entonces, junto a lo que las cifras llegaron a ser.',
    empty:
      'Todavía no hay ediciones pasadas que comparar: se hacen en cuanto hay trayectorias enlazadas y se calculan los cubos.',
    withheld: (countries) =>
      `Hay también publicaciones pasadas de ${countries}: sus cifras exactas solo las leen las cuentas de ese país.`,
    finding: (coverage, figures, country) =>
      `Los intervalos del 95\u202f% contuvieron la cifra definitiva el ${coverage} de las veces (${country}, ${figures} cifras)`,
    explained: (coverage80, revision, absolute) =>
      `Los del 80\u202f% la contuvieron el ${coverage80} de las veces. En promedio la cifra se revisó en ${revision} migraciones, en ${absolute} sin mirar el signo.`,
    chart:
      'Parte de las cifras cuyo intervalo contuvo la definitiva, por edición: círculos para el intervalo del 95\u202f%, cuadrados para el del 80\u202f%; las líneas dicen lo prometido. La tabla de abajo tiene los números.',
    line: (share) => `lo debido: ${share}`,
    release: 'Edición',
    columns: [
      'Cifras comprobadas',
      'Revisión media',
      'Revisión absoluta media',
      'En el intervalo del 80\u202f%',
      'En el intervalo del 95\u202f%',
    ],
    all: 'Todas las ediciones',
    note: 'Se comprueban las cifras que tenían diez o más cruces por decidir. Las revisiones van en migraciones: definitiva menos estimada.',
  },
}
