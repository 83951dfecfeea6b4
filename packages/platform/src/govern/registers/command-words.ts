import type { Language } from '@caudal/methods/vocabulary'

interface GovernWords {
  readonly govern: string
  readonly list: string
  readonly show: string
  readonly put: string
  readonly sign: string
  readonly approve: string
  readonly revoke: string
  readonly due: string
  readonly find: string
  readonly access: string
  readonly noneHeld: string
  readonly noneHeldAnswered: string
  unsearched(records: number, files: number): string
  readonly erase: string
  readonly restrict: string
  readonly lift: string
  readonly correct: string
  readonly told: string
  readonly acknowledged: string
  readonly because: string
  readonly set: string
  readonly retention: string
  readonly inventory: string
  readonly file: string
  readonly after: string
  readonly as: string
  readonly apply: string
  readonly field: string
  readonly out: string
  readonly yes: string
  readonly confirm: string
  saved(register: string, id: string, version: number): string
  found(records: number): string
  tied(sure: number, all: number): string
  erased(records: number, recipients: string): string
  restricted(records: number): string
  lifted(records: number): string
  corrected(records: number): string
  notices(count: number, recipients: string): string
  expired(items: number, applied: boolean): string
  unscheduled(datasets: string): string
  readonly nothingDue: string
  readonly accessWritten: string
}

/** The words of `caudal govern`. */
export const governWords: Readonly<Record<Language, GovernWords>> = {
  es: {
    govern: 'Los registros de protección de datos y los derechos de las personas.',
    list: 'Muestra los documentos de un registro.',
    show: 'Muestra un documento con todas sus versiones.',
    put: 'Guarda un documento, o la versión siguiente de uno.',
    sign: 'Firma un acuerdo por una de sus partes.',
    approve: 'Aprueba una excepción o una evaluación de impacto; nunca quien la pidió.',
    revoke: 'Retira una excepción aprobada: desde ese momento no abre nada.',
    due: 'Muestra solicitudes, quejas, violaciones y avisos sin resolver, con su plazo.',
    find: 'Busca los registros de una persona por lo que la nombra.',
    access: 'Reúne los datos de una persona para una solicitud de acceso.',
    noneHeld:
      'Responde a una solicitud que no nombra registros: se busca de nuevo y se certifica que no se conserva nada.',
    noneHeldAnswered: 'Respondida: no se conserva nada. Entregue este certificado a la persona.',
    unsearched: (records, files) =>
      `Dígaselo también: no se pudo buscar en ${records} registros sin nombres ni en ${files} archivos aún no importados. El certificado lo dice.`,
    erase: 'Borra los registros de una solicitud y da un certificado.',
    restrict: 'Restringe el uso de los registros de una solicitud: no cuentan en nada.',
    lift: 'Levanta la restricción de una solicitud.',
    correct: 'Corrige campos de los registros de una solicitud.',
    told: 'Anota que se envió un aviso a su destinatario.',
    acknowledged: 'Anota que el destinatario de un aviso acusó recibo.',
    because: 'Por qué, en palabras',
    set: 'Campo y valor correcto, como family_names=Pérez; puede repetirse',
    retention: 'Muestra lo que ya no debe conservarse; con --apply lo borra.',
    inventory: 'Muestra qué datos hay, de quién y bajo qué actividad.',
    file: 'Documento (JSON)',
    after: 'Versión sobre la que se hizo el cambio; 0 para un documento nuevo',
    as: 'Parte por la que se firma: provider o recipient',
    apply: 'Borra lo vencido',
    field: 'Campo y valor, como document_number=P123; puede repetirse',
    out: 'Archivo en que se escribe',
    yes: 'Confirma: no se puede deshacer',
    confirm: 'Esto no se puede deshacer. Añada --yes para confirmarlo; no se ha hecho nada.',
    saved: (register, id, version) => `${register}/${id} guardado: versión ${version}.`,
    found: (records) => `Registros: ${records}.`,
    tied: (sure, all) =>
      `Además, ${all} que no dicen todo lo buscado («by»): ${sure} sin duda razonable; de los otros decide usted, uno por uno («sure»: false), antes de anotarlos en la solicitud.`,
    erased: (records, recipients) =>
      `Registros borrados: ${records}.${recipients === '' ? '' : ` Avise a quienes los recibieron: ${recipients}.`} Haga ahora una copia de seguridad, para que ninguna anterior los devuelva.`,
    restricted: (records) =>
      `Registros restringidos: ${records}. No cuentan en nada hasta que se levante.`,
    lifted: (records) => `Registros que vuelven a contar: ${records}.`,
    corrected: (records) => `Registros corregidos: ${records}.`,
    notices: (count, recipients) =>
      `${count} avisos por enviar (${recipients}): «caudal govern due» los muestra con su plazo.`,
    expired: (items, applied) =>
      applied ? `${items} cosas vencidas: borrado lo que tocaba.` : `${items} cosas vencidas.`,
    unscheduled: (datasets) =>
      `Ninguna actividad dice por cuánto tiempo se conservan, y nada se borra de: ${datasets}.`,
    nothingDue: 'No hay nada pendiente.',
    accessWritten: 'Escrito. Contiene datos personales: entréguelo a la persona y bórrelo.',
  },
  en: {
    govern: 'The registers of data protection, and the rights of persons.',
    list: 'Show the documents of a register.',
    show: 'Show a document with all its versions.',
    put: 'Save a document, or the next version of one.',
    sign: 'Sign an agreement for one of its parties.',
    approve: 'Approve a derogation or an impact assessment; never who asked for it.',
    revoke: 'Revokes an approved derogation: from that moment it opens nothing.',
    due: 'Show requests, complaints, breaches and notices that are not settled, with their deadlines.',
    find: 'Find the records of a person by what names him or her.',
    access: 'Gather the data of a person for a request of access.',
    noneHeld:
      'Answer a request that names no records: looks anew, and certifies that nothing is held.',
    noneHeldAnswered: 'Answered: nothing is held. Give this certificate to the person.',
    unsearched: (records, files) =>
      `Say this too: ${records} records without names and ${files} files not imported yet could not be searched. The certificate says so.`,
    erase: 'Erase the records of a request, and give a certificate.',
    restrict: 'Restrict the use of the records of a request: they count nowhere.',
    lift: 'Lift the restriction of a request.',
    correct: 'Correct fields of the records of a request.',
    told: 'Note that a notice was sent to its recipient.',
    acknowledged: 'Note that the recipient of a notice acknowledged it.',
    because: 'Why, in words',
    set: 'Field and right value, like family_names=Pérez; may be repeated',
    retention: 'Show what must no longer be kept; erase it with --apply.',
    inventory: 'Show which data there are, whose, and under which activity.',
    file: 'Document (JSON)',
    after: 'Version that the change was made to; 0 for a new document',
    as: 'Party to sign for: provider or recipient',
    apply: 'Erase what has expired',
    field: 'Field and value, like document_number=P123; may be repeated',
    out: 'File to write into',
    yes: 'Confirm: it cannot be undone',
    confirm: 'This cannot be undone. Add --yes to confirm; nothing was done.',
    saved: (register, id, version) => `${register}/${id} saved: version ${version}.`,
    found: (records) => `Records: ${records}.`,
    tied: (sure, all) =>
      `Besides, ${all} that do not say all that was looked for (“by”): ${sure} beyond reasonable doubt; of the others you decide, one by one (“sure”: false), before you enter them in the request.`,
    erased: (records, recipients) =>
      `Records erased: ${records}.${recipients === '' ? '' : ` Tell those who received them: ${recipients}.`} Make a backup now, so that no earlier one brings them back.`,
    restricted: (records) =>
      `Records restricted: ${records}. They count nowhere until that is lifted.`,
    lifted: (records) => `Records that count again: ${records}.`,
    corrected: (records) => `Records corrected: ${records}.`,
    notices: (count, recipients) =>
      `${count} notices to send (${recipients}): “caudal govern due” shows them with their deadlines.`,
    expired: (items, applied) =>
      applied ? `${items} things expired: erased what was due.` : `${items} things expired.`,
    unscheduled: (datasets) =>
      `No activity says for how long they are kept, and nothing is erased of: ${datasets}.`,
    nothingDue: 'Nothing is due.',
    accessWritten: 'Written. It holds personal data: give it to the person and delete it.',
  },
  fr: {
    govern: 'Les registres de protection des données et les droits des personnes.',
    list: 'Montre les documents d’un registre.',
    show: 'Montre un document avec toutes ses versions.',
    put: 'Enregistre un document, ou la version suivante d’un document.',
    sign: 'Signe un accord pour l’une de ses parties.',
    approve: 'Approuve une dérogation ou une analyse d’impact ; jamais qui l’a demandée.',
    revoke: 'Retire une dérogation approuvée : dès lors, elle n’ouvre plus rien.',
    due: 'Montre demandes, plaintes, violations et avis non réglés, avec leur échéance.',
    find: 'Cherche les enregistrements d’une personne par ce qui la nomme.',
    access: 'Réunit les données d’une personne pour une demande d’accès.',
    noneHeld:
      'Répond à une demande qui ne nomme aucun enregistrement : cherche à nouveau et certifie que rien n’est conservé.',
    noneHeldAnswered: 'Répondu : rien n’est conservé. Remettez ce certificat à la personne.',
    unsearched: (records, files) =>
      `Dites-le aussi : ${records} enregistrements sans noms et ${files} fichiers pas encore importés n’ont pu être fouillés. Le certificat le dit.`,
    erase: 'Efface les enregistrements d’une demande et donne un certificat.',
    restrict: 'Restreint l’usage des enregistrements d’une demande : ils ne comptent nulle part.',
    lift: 'Lève la limitation d’une demande.',
    correct: 'Rectifie des champs des enregistrements d’une demande.',
    told: 'Note qu’un avis a été envoyé à son destinataire.',
    acknowledged: 'Note que le destinataire d’un avis en a accusé réception.',
    because: 'Pourquoi, en toutes lettres',
    set: 'Champ et valeur exacte, comme family_names=Pérez ; peut être répété',
    retention: 'Montre ce qui ne doit plus être conservé ; l’efface avec --apply.',
    inventory: 'Montre quelles données existent, à qui et sous quelle activité.',
    file: 'Document (JSON)',
    after: 'Version sur laquelle porte le changement ; 0 pour un nouveau document',
    as: 'Partie pour laquelle on signe : provider ou recipient',
    apply: 'Efface ce qui a expiré',
    field: 'Champ et valeur, comme document_number=P123 ; peut être répété',
    out: 'Fichier où écrire',
    yes: 'Confirme : c’est sans retour',
    confirm: 'C’est sans retour. Ajoutez --yes pour confirmer ; rien n’a été fait.',
    saved: (register, id, version) => `${register}/${id} enregistré : version ${version}.`,
    found: (records) => `Enregistrements : ${records}.`,
    tied: (sure, all) =>
      `En outre, ${all} qui ne disent pas tout ce qui est cherché (« by ») : ${sure} sans doute raisonnable ; des autres vous décidez, un par un (« sure » : false), avant de les inscrire dans la demande.`,
    erased: (records, recipients) =>
      `Enregistrements effacés : ${records}.${recipients === '' ? '' : ` Prévenez qui les a reçus : ${recipients}.`} Faites maintenant une sauvegarde, pour qu’aucune antérieure ne les ramène.`,
    restricted: (records) =>
      `Enregistrements restreints : ${records}. Ils ne comptent nulle part jusqu’à la levée.`,
    lifted: (records) => `Enregistrements qui comptent à nouveau : ${records}.`,
    corrected: (records) => `Enregistrements rectifiés : ${records}.`,
    notices: (count, recipients) =>
      `${count} avis à envoyer (${recipients}) : « caudal govern due » les montre avec leur échéance.`,
    expired: (items, applied) =>
      applied
        ? `${items} éléments expirés : ce qui devait l’être est effacé.`
        : `${items} éléments expirés.`,
    unscheduled: (datasets) =>
      `Aucune activité ne dit combien de temps les conserver, et rien n’est effacé de : ${datasets}.`,
    nothingDue: 'Rien n’est en attente.',
    accessWritten:
      'Écrit. Le fichier contient des données personnelles : remettez-le et effacez-le.',
  },
}
