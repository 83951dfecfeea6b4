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
  gaps: {
    title: 'Indicadores y lo que les falta',
    lead: 'Qué indicadores de los ODS y del Pacto Mundial puede calcular este nodo, país por país. Donde falta un dato hay un hueco, nunca un cero.',
    empty:
      'Todavía no hay con qué calcular indicadores. Traiga población, cruces o incidentes y calcule los cubos.',
    indicator: 'Indicador',
    lacking: 'Lo que falta',
    caption: (year) => `Indicadores por país en ${year}`,
    summary: (available, partial, missing, year) =>
      `En ${year} hay ${available} disponibles, ${partial} parciales y ${missing} que faltan.`,
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
    },
    coverage: (origin, originShare, destination, destinationShare) =>
      `Días con registros: ${origin} ${originShare}, ${destination} ${destinationShare}.`,
    legend: '«:» no hay cifra. Las razones son posibles, no comprobadas.',
  },
  backTest: {
    title: '¿Cuánto se puede confiar en las cifras provisionales?',
    lead: 'Ediciones pasadas tal como se hicieron, o hechas de nuevo con lo que se sabía entonces, junto a lo que las cifras llegaron a ser.',
    empty:
      'Todavía no hay ediciones pasadas que comparar: se hacen en cuanto hay trayectorias enlazadas y se calculan los cubos.',
    finding: (coverage, figures, country) =>
      `Los intervalos del 95 % contuvieron la cifra definitiva el ${coverage} de las veces (${country}, ${figures} cifras)`,
    explained: (coverage80, revision, absolute) =>
      `Los del 80 % la contuvieron el ${coverage80} de las veces. En promedio la cifra se revisó en ${revision} migraciones, en ${absolute} sin mirar el signo.`,
    chart:
      'Parte de las cifras cuyo intervalo contuvo la definitiva, por edición: círculos para el intervalo del 95 %, cuadrados para el del 80 %; las líneas dicen lo prometido. La tabla de abajo tiene los números.',
    line: (share) => `lo debido: ${share}`,
    release: 'Edición',
    columns: [
      'Cifras comprobadas',
      'Revisión media',
      'Revisión absoluta media',
      'En el intervalo del 80 %',
      'En el intervalo del 95 %',
    ],
    all: 'Todas las ediciones',
    note: 'Se comprueban las cifras que tenían diez o más cruces por decidir. Las revisiones van en migraciones: definitiva menos estimada.',
  },
}
