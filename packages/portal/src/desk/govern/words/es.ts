import { spanishDocuments } from './documents-es.ts'
import type { GovernWording } from './govern-wording.ts'

export const spanish: GovernWording = {
  due: 'Qué vence',
  nothingDue: 'No hay nada pendiente.',
  what: 'Qué',
  by: 'Vence',
  late: 'vencido',
  registers: 'Registros',
  inventory: 'Qué datos hay',
  countsElsewhere: 'Una raya: cuántos registros tiene otro país se dice en ese país.',
  inventoryLead:
    'Cada conjunto de datos: de quién es, cuánto hay de él, con quién se comparte y qué se ha hecho con él.',
  audit: 'Registro de auditoría',
  newRequest: 'Anotar una solicitud',
  back: 'Protección de datos',
  document: 'Documento',
  version: 'Versión',
  standing: 'Estado',
  standings: {
    unsigned: 'sin firmar',
    'half-signed': 'firmado por una parte',
    waiting: 'espera la aprobación',
    approved: 'aprobada',
    open: 'abierta; la autoridad lo sabe',
    closed: 'cerrada',
    answered: 'respondida',
    told: 'avisado',
    acknowledged: 'con acuse de recibo',
    'not-yet': (by) => `rige desde el ${by}`,
    'in-force': (by) => `en vigor hasta el ${by}`,
    'ending-soon': (by) => `vence pronto: en vigor hasta el ${by}`,
    'to-be-ended': (by) => `en vigor; se le pone fin el ${by}`,
    over: (by) => `venció el ${by}`,
    ended: (by) => `se le puso fin el ${by}`,
    revoked: (by) => `retirada el ${by}`,
    'not-approved': (by) => `cerrada sin aprobar el ${by}`,
    due: (by) => `a más tardar el ${by}`,
    late: (by) => `venció el ${by}`,
  },
  changed: 'Cambiado',
  none: 'Todavía no hay nada anotado.',
  kinds: {
    access: 'Acceso',
    correction: 'Rectificación',
    restriction: 'Limitación',
    erasure: 'Borrado',
  },
  states: {
    received: 'Recibida, identidad sin comprobar',
    verified: 'Identidad comprobada',
    done: 'Cumplida',
    refused: 'Denegada',
  },
  abouts: {
    correction: 'Rectificados',
    erasure: 'Borrados',
    restriction: 'Limitados',
    lifting: 'Limitación levantada',
  },
  request: {
    kind: 'Qué pide la persona',
    state: 'Estado',
    received: 'Recibida el',
    owner: 'Institución',
    ownerHint: 'La que es dueña de los registros.',
    records: 'Registros',
    waits: 'En formularios, sin entregar',
    checked: 'Identidad comprobada por',
    lifted: 'Levantada el',
    notices: 'Avisos a los destinatarios',
    recipient: 'Destinatario',
    told: 'Avisado',
    acknowledged: 'Acuse de recibo',
    markTold: 'Anotar que se envió',
    markAcknowledged: 'Anotar el acuse de recibo',
    search: 'Busque los registros de la persona',
    searchLead:
      'Se encuentra lo que coincide en todo lo que dé; lo que deja algo sin decir, y lo que une el enlace de registros, se ofrece aparte. No se guarda lo que busca; sí, que usted buscó.',
    document: 'Número del documento',
    given: 'Nombres',
    family: 'Apellidos',
    birth: 'Fecha de nacimiento',
    find: 'Buscar',
    found: (records) =>
      records === 0
        ? 'No se encontró ningún registro.'
        : records === 1
          ? 'Se encontró 1 registro.'
          : `Se encontraron ${records} registros.`,
    waiting: (entries) =>
      entries === 1
        ? 'Otro espera en un formulario; queda retenido hasta que usted responda.'
        : `Otros ${entries} esperan en formularios; quedan retenidos hasta que usted responda.`,
    elsewhere: (country) =>
      `La atiende la delegación de protección de datos de ese país: ${country}.`,
    tied: 'Registros que no dicen todo lo que buscó',
    tiedLead:
      'Los marcados entran en la solicitud. De los dudosos decide usted, uno por uno: dar, corregir o borrar el registro de otra persona también le hace daño.',
    tiedCount: (records) => (records === 1 ? '1 registro' : `${records} registros`),
    tiedOne: (batch, record) => `lote ${batch}, registro ${record}`,
    ties: {
      open: () => 'No contradice nada de lo buscado; lo demás no lo dice.',
      linked: (probability) =>
        probability === null
          ? 'El enlace de registros lo une a la persona, sin duda razonable.'
          : `El enlace de registros lo une a la persona con probabilidad ${percent(probability)}: compruébelo.`,
      document: () => 'Mismo número de documento, pero otro nombre o nacimiento: compruébelo.',
      possible: (probability) =>
        `El enlace de registros no pudo decidir (probabilidad ${percent(probability ?? 0)}): compruébelo.`,
    },
    identityTitle: '¿Comprobó que quien lo pide es esa persona?',
    identity: 'Sí, lo comprobé.',
    identityPending:
      'Todavía no. La solicitud se anota como recibida y su plazo corre; no se busca, se lee ni se cambia nada hasta que se compruebe.',
    needsIdentity: 'Diga si comprobó que quien lo pide es esa persona.',
    pendingLead:
      'Falta comprobar que quien lo pide es esa persona. El plazo corre desde que se recibió; hasta que se compruebe no se busca, se lee ni se cambia nada.',
    markChecked: 'Anotar que comprobé la identidad',
    closeUnproved: 'Cerrarla: no se pudo comprobar la identidad',
    closeHint:
      'Sin nombres: el registro no olvida. Diga qué se pidió para comprobarla y qué faltó; la persona recibe este motivo y puede volver a pedirlo.',
    save: 'Anotar la solicitud',
    needsRecords: 'Busque primero a la persona.',
    noneFound:
      'Si ya buscó por todo lo que nombra a la persona, anote la solicitud igualmente: se le responde en plazo que no se conserva nada.',
    noneNamed:
      'Esta solicitud no nombra ningún registro. Busque otra vez a la persona antes de responder: puede haber llegado algo entretanto.',
    nameLead:
      'Si son los registros de la persona, anótelos en la solicitud; entonces se podrá atender.',
    name: 'Anotarlos en la solicitud',
    noneHeldLead:
      'El nodo busca una vez más, por el documento solo y por los nombres solos. Si tampoco encuentra nada, la solicitud queda resuelta y usted recibe una respuesta firmada para la persona. Donde los nombres ya se borraron, o nunca llegaron, no se puede buscar a nadie: la respuesta dice cuántos registros son.',
    noneHeld: 'Responder que no se conserva nada',
    noneDone: 'Hecho. Ya puede entregar a la persona la respuesta firmada.',
    noneCertificate: 'Respuesta: no se conserva nada',
    unsearched: (records, files) => {
      const bare = records === 1 ? '1 registro sin nombres' : `${records} registros sin nombres`
      const sent = files === 1 ? '1 archivo sin importar' : `${files} archivos sin importar`
      const where = [...(records > 0 ? [bare] : []), ...(files > 0 ? [sent] : [])].join(' ni en ')
      return `No se pudo buscar en ${where}. La respuesta firmada lo dice; explíqueselo a la persona.`
    },
    access: 'Dar acceso',
    accessLead:
      'Muestra todos los campos de los registros y a quién se dieron, para imprimirlo o guardarlo. Entréguelo y después bórrelo.',
    accessAgain: 'Mostrar otra vez',
    accessAgainLead:
      'La respuesta ya se dio. Si se perdió por el camino puede mostrarla otra vez; queda anotado.',
    givenOn: (day) => `Lo que se guarda de la persona, a ${day}`,
    givenOnce:
      'Está solo en esta página: imprímalo o guárdelo antes de salir de ella. Entréguelo a la persona y no guarde copia.',
    print: 'Imprimir',
    saveAnswer: 'Guardar para programas (JSON)',
    recordNumber: 'Número del registro',
    recordOf: (number, dataset) => `Registro ${number} (${dataset})`,
    waitsIn: (form) => `En el formulario «${form}», sin entregar`,
    givenLead: (owner, records, waiting) => {
      const held = records === 1 ? '1 registro' : `${records} registros`
      const forms = waiting === 1 ? '1 ficha sin entregar' : `${waiting} fichas sin entregar`
      const what = [...(records > 0 ? [held] : []), ...(waiting > 0 ? [forms] : [])].join(' y ')
      return `${owner} le responde: en este nodo hay de usted ${what}. Abajo está todo lo que dicen.`
    },
    givenRights:
      'Puede pedir en la misma institución que se corrija lo que no sea cierto, que se limite su uso o que se borre, y presentar una queja.',
    givenTo: 'A quién se dieron',
    givenToNobody: 'A nadie.',
    erasure: 'Borrar para siempre',
    erasureLead:
      'Los registros salen de lotes, personas, trayectorias y cubos. No se puede deshacer. Haga después una copia de seguridad.',
    restriction: 'Limitar',
    restrictionLead: 'Los registros se apartan: no cuentan en nada hasta que usted lo levante.',
    lift: 'Levantar la limitación',
    because: 'Por qué',
    correction: 'Rectificar',
    correctionLead: 'Elija el campo que está mal y escriba o elija lo que debe decir.',
    field: 'Campo',
    value: 'Valor correcto',
    noValue: 'Debe quedar sin valor',
    fieldTwice: (field) => `${field}: ya está elegido arriba`,
    certificateLead:
      'Dice de qué solicitud es, cuántos registros se borraron y qué día, y lo firma el nodo; no nombra a nadie.',
    noneCertificateLead:
      'Dice dónde y por qué campos se buscó a la persona y qué día, y la firma el nodo; no la nombra.',
    certificate: 'Certificado de borrado',
    saveCertificate: 'Guardar el certificado',
    outcome: 'Resultado',
    refuse: 'No atender la solicitud',
    refuseHint: 'Sin nombres: el registro no olvida. La persona recibe este motivo.',
    done: 'Hecho. Lo que se hizo con los registros se está rehaciendo.',
  },
  notices: {
    lead: 'Qué fue de los registros que se dieron a otros: quien los tiene también los corrige, los aparta o los borra.',
    open: 'Sin acuse de recibo',
    settled: 'Con acuse de recibo',
    nothing: 'No hay ninguno.',
    notSent: 'Aún no enviado',
    publisher: 'Quien publica en este nodo',
    request: 'solicitud',
    through: { agreement: 'Acuerdo', release: 'Publicación', transfer: 'Envío' },
  },
  documents: spanishDocuments,
  retention: {
    title: 'Plazos de conservación',
    lead: 'Cada actividad de tratamiento dice cuánto tiempo se conservan los nombres y los registros. Aquí está lo que ya cumplió su plazo y se borra.',
    nothing: 'Nada ha superado su plazo.',
    count: (things) =>
      things === 1 ? '1 elemento superó su plazo.' : `${things} elementos superaron su plazo.`,
    dataset: 'Conjunto de datos',
    batch: 'Archivo',
    what: 'Qué se borra',
    since: 'Desde',
    kinds: {
      identities: 'Los nombres',
      records: 'Nombres y registros',
      entries: 'Registros que esperan en un formulario',
      drafts: 'Borradores de formularios',
      files: 'Archivos enviados y no importados',
    },
    caution:
      'No se puede deshacer. Las cifras publicadas quedan; lo que se cuente después cuenta sin ello. Haga luego una copia de seguridad.',
    erase: 'Borrar para siempre',
    eraseOwn: 'Borrar para siempre lo de su país',
    erased: (things) =>
      things === 1
        ? 'Se borró 1 elemento de la lista.'
        : `Se borraron ${things} elementos de la lista.`,
    runs: 'Lo que se borró',
    runsLead:
      'El nodo mira cada día y borra por sí mismo; cada borrado está en el registro de auditoría.',
    noRun: 'El nodo aún no ha mirado.',
    when: 'Cuándo',
    whose: { daily: 'Por sí mismo', 'by-hand': 'A mano' },
    outcomes: {
      running: 'En curso',
      done: 'Hecho',
      held: 'Detenido: no se borró nada',
      failed: 'Falló',
    },
    outcome: 'Cómo fue',
    nothingErased: 'Nada',
    ofOthers: 'De instituciones de otro país',
    onlyOthers:
      'Lo que cumplió su plazo es de instituciones de otros países: lo borran sus delegaciones, o el nodo por sí mismo en su pasada diaria.',
    left: (things) =>
      things === 1
        ? 'Quedó 1 elemento de otros países.'
        : `Quedaron ${things} elementos de otros países.`,
    of: (batch, dataset) => `archivo ${batch} (${dataset})`,
    unscheduled: (datasets) =>
      `Ninguna actividad dice cuánto tiempo se guardan, así que nada de ellos se borra: ${datasets}. Anote cada uno en el registro de conjuntos de datos con su actividad.`,
    backups: 'Copias de seguridad',
    noBackup:
      'No se sabe de ninguna copia de seguridad. Quien administra hace una con «caudal backup».',
    newestBackup: (at) => `La copia más reciente es del ${at}.`,
    oldBackup: 'De eso hace más de un día y medio.',
    keptBackups: (count, oldest) =>
      count === 1 ? 'Se conserva 1.' : `Se conservan ${count}; la más antigua es del ${oldest}.`,
    holdErased:
      'Las copias anteriores contienen, cifrado, lo que se borró después. Desaparece de ellas cuando se eliminan: lo hace «caudal backup … --keep».',
  },
  waiting: {
    title: 'Lo que espera fuera de los lotes',
    lead: 'Registros llenados en formularios y archivos enviados que aún no son un lote: cifrados, al alcance de las solicitudes de las personas, y borrados a su tiempo.',
    what: 'Qué',
    count: 'Cuántos',
    owner: 'Dueño',
    held: 'Retenidos por solicitudes',
    oldest: 'El más antiguo',
    keptUntil: 'Se borra desde',
    noEnd: 'Nadie lo ha dicho',
    files: 'Archivos enviados',
    processed: 'Qué se guarda bajo esta actividad',
    nothingProcessed: 'Ahora mismo, nada.',
  },
  held: {
    dataset: 'Conjunto de datos',
    owner: 'Dueño',
    nobody: 'Nadie lo ha dicho',
    batches: 'Lotes',
    records: 'Registros',
    withNames: 'Con nombres',
    withheld: 'Apartados',
    erased: 'Borrados',
    shared: 'Se comparte con',
    used: 'Cubos y publicaciones',
  },
  log: {
    lead: 'Quién hizo qué, cuándo y con qué finalidad. Nombra los registros por su número y no guarda nada de lo que dicen.',
    when: 'Cuándo',
    who: 'Quién',
    what: 'Qué',
    purpose: 'Finalidad',
    outcome: 'Resultado',
    outcomes: {
      allow: 'Permitido',
      mask: 'Dado en parte',
      refuse: 'Denegado',
      done: 'Hecho',
      failed: 'Falló',
    },
    vias: {
      person: 'Persona',
      token: 'Programa',
      job: 'Tarea',
      terminal: 'Terminal',
      anonymous: 'Nadie identificado',
    },
    older: 'Entradas anteriores',
    newest: 'Entradas más nuevas',
    entries: (size) => `${size} entradas en total.`,
    entry: (index) => `Entrada ${index}`,
    proved: 'Esta entrada está en el registro, sin cambios.',
    notProved: 'Esta entrada no queda probada: se cambió el registro o la respuesta es falsa.',
    provedLead: (size) =>
      `Su navegador acaba de calcular la raíz del registro a partir de la entrada y la comparó con el punto de control de ${size} entradas que el nodo firmó.`,
    text: 'La entrada tal como está anotada',
    checkpoint: 'Punto de control firmado',
    signature: 'Firma del estado',
    signatures: {
      good: 'El estado está firmado con esta clave.',
      bad: 'El estado no está firmado con esta clave: no se fíe de él.',
      unknown: 'Este navegador no sabe comprobar una firma así. «caudal audit verify» sí.',
    },
    signatureLead:
      'Su navegador ha comprobado la firma con la clave de abajo, que dijo el propio nodo. Compárela con la que recibió cuando empezó el registro.',
    keptKey: 'Clave que usted guarda',
    keptKeyHint: 'Póngala aquí y la firma se comprueba con ella, no con lo que diga el nodo.',
    path: 'Resúmenes desde la entrada hasta la raíz',
  },
}

/** A probability as a whole percentage, never rounded up to certainty. */
function percent(probability: number): string {
  return `${Math.min(99, Math.floor(probability * 100))} %`
}
