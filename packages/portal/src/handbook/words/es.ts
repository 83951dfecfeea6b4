import type { HandbookWording } from './handbook-wording.ts'

export const spanish: HandbookWording = {
  methods: 'Métodos',
  methodsLead:
    'Cómo se hacen las cifras: qué se cuenta, con qué regla, con qué fórmula y según quién. La referencia se escribe junto al propio programa, así que dice lo que el programa hace.',
  inEnglish:
    'El texto de los métodos está escrito en inglés; las fórmulas son las mismas en todos los idiomas.',
  chapters: 'Capítulos',
  chaptersLead: 'Un método en cada uno, de la pregunta a sus límites.',
  reference: 'Referencia',
  referenceLead: 'Cada regla y cada fórmula, etapa por etapa, en el orden en que fluyen los datos.',
  stages: {
    collect: {
      title: 'Recopilar',
      lead: 'Tipos de registro, perfiles de fuente y las reglas que revisan lo que llega.',
    },
    link: {
      title: 'Enlazar',
      lead: 'Encontrar qué registros son de una misma persona, y con qué certeza.',
    },
    measure: {
      title: 'Medir',
      lead: 'La migración a partir de los recorridos, estimaciones, encuestas, indicadores y cubos.',
    },
    protect: {
      title: 'Proteger',
      lead: 'La supresión, el atacante, las claves de celda, el redondeo y el ruido.',
    },
    publish: { title: 'Publicar', lead: 'Tablas, cálculos, gráficos y mapas.' },
    exchange: {
      title: 'Intercambiar',
      lead: 'SDMX: estructuras, mensajes, consultas y validación.',
    },
    govern: {
      title: 'Gobernar',
      lead: 'Quién puede hacer qué, con qué finalidad, y el registro que lo demuestra.',
    },
  },
  offered: (functions) => (functions === 1 ? '1 función' : `${functions} funciones`),
  onThisPage: 'En esta página',
  parameters: 'Parámetros',
  returns: 'Devuelve',
  throws: 'Rechaza o falla',
  sources: 'Fuentes',
  examples: 'Ejemplos',
  declaredIn: 'En',
  declaration: 'Declaración',
  unknownPage: 'El manual no tiene esa página',
  unknownPageAdvice: 'Todas sus páginas están en Métodos.',
  data: 'Datos e interfaz',
  dataLead:
    'Toda cifra de este nodo se puede llevar: como archivo, o con un programa por una interfaz abierta que no pide clave para lo que es público.',
  collections: 'Colecciones de cifras',
  filesLead: 'Cada tabla se descarga completa en estos formatos; las direcciones no cambian.',
  interfaceTitle: 'La interfaz',
  interfaceLead:
    'Una dirección por tabla: en ella están las filas, las columnas y las condiciones, igual que en la dirección de la página.',
  interfaceLink: 'Descripción completa (OpenAPI)',
  tryIt: 'Ejemplos para copiar',
  tryItLead: (title) => `Cada uno pide «${title}» a este nodo.`,
  sdmx: 'SDMX',
  sdmxLead:
    'Las mismas cifras para los programas estadísticos que hablan SDMX, en las versiones 2 y 3 de sus servicios.',
  language: 'Lenguaje',
  cube: 'Colección',
  noCubes: 'Este nodo todavía no tiene cifras.',
}
