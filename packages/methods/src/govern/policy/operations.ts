import type { Text } from '../../vocabulary/index.ts'
import type { Role } from './roles.ts'

/** Something that may be done, and who may do it. */
export interface OperationRule {
  readonly label: Text
  readonly roles: readonly Role[]
  /** Only on what belongs to the actor's own institution. */
  readonly own?: true
  /** Whether anyone may do it without signing in. */
  readonly open?: true
  /** Whether it reads or changes records themselves: then only those that the actor may come upon. */
  readonly records?: true
}

const everyone: readonly Role[] = [
  'administrator',
  'data-officer',
  'entry-clerk',
  'linkage-officer',
  'statistician',
  'publisher',
  'regional-coordinator',
  'researcher',
  'protection-officer',
  'auditor',
]

/**
 * Every use case of the node by name: `<stage>.<what>`. A use case starts with `decideOperation`;
 * one that reads fields of records asks `decideAccess` for them as well.
 */
export const operations = {
  'collect.read-batches': {
    label: { es: 'Ver los lotes recibidos', en: 'See the batches received', fr: 'Voir les lots' },
    roles: ['data-officer', 'linkage-officer', 'statistician', 'protection-officer', 'auditor'],
  },
  'collect.import': {
    label: { es: 'Importar un lote', en: 'Import a batch', fr: 'Importer un lot' },
    roles: ['data-officer'],
    own: true,
    records: true,
  },
  'collect.enter': {
    label: {
      es: 'Llenar formularios de su institución',
      en: 'Fill in forms of one’s institution',
      fr: 'Remplir les formulaires de son institution',
    },
    roles: ['data-officer', 'entry-clerk'],
    own: true,
    records: true,
  },
  'collect.keep-calendar': {
    label: {
      es: 'Llevar el calendario de envíos',
      en: 'Keep the submission calendar',
      fr: 'Tenir le calendrier des envois',
    },
    roles: ['statistician', 'data-officer'],
  },
  'collect.keep-codes': {
    label: {
      es: 'Llevar los códigos propios del nodo',
      en: 'Keep the node’s own codes',
      fr: 'Tenir les codes propres au nœud',
    },
    roles: ['statistician', 'data-officer'],
  },
  'collect.withdraw': {
    label: { es: 'Retirar un lote', en: 'Withdraw a batch', fr: 'Retirer un lot' },
    roles: ['data-officer'],
    own: true,
    records: true,
  },
  'collect.examine': {
    label: {
      es: 'Examinar lo hallado en un lote',
      en: 'Examine what was found in a batch',
      fr: 'Examiner ce qui a été trouvé dans un lot',
    },
    roles: ['data-officer', 'statistician', 'protection-officer'],
    records: true,
  },
  'collect.read-records': {
    label: { es: 'Leer registros', en: 'Read records', fr: 'Lire des enregistrements' },
    roles: ['data-officer', 'linkage-officer', 'statistician', 'researcher', 'protection-officer'],
    records: true,
  },
  'collect.correct': {
    label: { es: 'Corregir un registro', en: 'Correct a record', fr: 'Corriger un enregistrement' },
    roles: ['data-officer', 'protection-officer'],
    records: true,
  },
  'link.run': {
    label: { es: 'Enlazar registros', en: 'Link records', fr: 'Apparier des enregistrements' },
    roles: ['linkage-officer', 'statistician'],
  },
  'link.review': {
    label: { es: 'Revisar coincidencias', en: 'Review matches', fr: 'Vérifier des appariements' },
    roles: ['linkage-officer'],
    records: true,
  },
  'measure.build': {
    label: { es: 'Calcular cubos', en: 'Build cubes', fr: 'Calculer des cubes' },
    roles: ['statistician', 'data-officer'],
  },
  'measure.read': {
    label: {
      es: 'Leer cifras sin proteger',
      en: 'Read figures before protection',
      fr: 'Lire des chiffres avant protection',
    },
    roles: ['statistician', 'publisher', 'regional-coordinator'],
  },
  'measure.keep-breaks': {
    label: {
      es: 'Anotar rupturas en las series',
      en: 'Record breaks in series',
      fr: 'Noter les ruptures de séries',
    },
    roles: ['statistician'],
  },
  'protect.run': {
    label: {
      es: 'Proteger y atacar tablas',
      en: 'Protect and attack tables',
      fr: 'Protéger et attaquer des tableaux',
    },
    roles: ['statistician', 'publisher', 'regional-coordinator'],
  },
  'exchange.send': {
    label: { es: 'Enviar a otro nodo', en: 'Send to another node', fr: 'Envoyer à un autre nœud' },
    roles: ['publisher'],
  },
  'exchange.receive': {
    label: {
      es: 'Recibir de otro nodo',
      en: 'Receive from another node',
      fr: 'Recevoir d’un autre nœud',
    },
    roles: ['statistician', 'publisher', 'data-officer'],
  },
  'estimate.run': {
    label: { es: 'Calcular estimaciones', en: 'Run estimates', fr: 'Calculer des estimations' },
    roles: ['statistician'],
  },
  'publish.release': {
    label: { es: 'Publicar', en: 'Release', fr: 'Publier' },
    roles: ['publisher', 'regional-coordinator'],
  },
  'publish.review': {
    label: {
      es: 'Ver publicaciones en preparación y comprobar las hechas',
      en: 'See releases in preparation and verify those made',
      fr: 'Voir les publications en préparation et vérifier celles qui sont faites',
    },
    roles: ['statistician', 'publisher', 'regional-coordinator', 'auditor'],
  },
  'publish.read-capacity': {
    label: {
      es: 'Ver las evaluaciones de capacidad de datos',
      en: 'See the assessments of data capacity',
      fr: 'Voir les évaluations de la capacité de données',
    },
    roles: ['statistician', 'data-officer', 'publisher', 'regional-coordinator', 'auditor'],
  },
  'publish.assess-capacity': {
    label: {
      es: 'Evaluar la capacidad de datos de su país',
      en: 'Assess the data capacity of one’s country',
      fr: 'Évaluer la capacité de données de son pays',
    },
    roles: ['statistician', 'data-officer'],
  },
  'publish.keep-boundaries': {
    label: {
      es: 'Cargar límites para los mapas',
      en: 'Bring in boundaries for maps',
      fr: 'Charger des limites pour les cartes',
    },
    roles: ['statistician', 'publisher'],
  },
  'publish.read': {
    label: {
      es: 'Leer lo publicado',
      en: 'Read what is published',
      fr: 'Lire ce qui est publié',
    },
    roles: everyone,
    open: true,
  },
  'govern.accounts': {
    label: { es: 'Gestionar cuentas', en: 'Keep accounts', fr: 'Gérer les comptes' },
    roles: ['administrator'],
  },
  'govern.own-account': {
    label: {
      es: 'Gestionar la propia cuenta',
      en: 'Keep one’s own account',
      fr: 'Gérer son propre compte',
    },
    roles: everyone,
  },
  'govern.keys': {
    label: { es: 'Gestionar claves', en: 'Keep keys', fr: 'Gérer les clés' },
    roles: ['administrator'],
  },
  'govern.backup': {
    label: {
      es: 'Hacer y restaurar copias de seguridad',
      en: 'Back up and restore',
      fr: 'Sauvegarder et restaurer',
    },
    roles: ['administrator'],
  },
  'govern.read-audit': {
    label: {
      es: 'Leer el registro de auditoría',
      en: 'Read the audit log',
      fr: 'Lire le journal d’audit',
    },
    roles: ['auditor', 'protection-officer'],
  },
  'govern.checkpoint': {
    label: {
      es: 'Firmar el estado del registro de auditoría',
      en: 'Sign the state of the audit log',
      fr: 'Signer l’état du journal d’audit',
    },
    roles: ['auditor', 'administrator'],
  },
  'govern.read-registers': {
    label: {
      es: 'Consultar los registros de protección de datos',
      en: 'Consult the data protection registers',
      fr: 'Consulter les registres de protection des données',
    },
    roles: ['protection-officer', 'auditor', 'administrator', 'data-officer'],
  },
  'govern.keep-registers': {
    label: {
      es: 'Llevar los registros de protección de datos',
      en: 'Keep the data protection registers',
      fr: 'Tenir les registres de protection des données',
    },
    roles: ['protection-officer'],
  },
  'govern.keep-institutions': {
    label: {
      es: 'Llevar el registro de instituciones',
      en: 'Keep the register of institutions',
      fr: 'Tenir le registre des institutions',
    },
    roles: ['protection-officer', 'administrator'],
  },
  'govern.name-institution': {
    label: {
      es: 'Ver qué instituciones hay',
      en: 'See which institutions there are',
      fr: 'Voir quelles institutions existent',
    },
    roles: everyone,
  },
  'govern.sign-agreement': {
    label: { es: 'Firmar un acuerdo', en: 'Sign an agreement', fr: 'Signer un accord' },
    roles: ['protection-officer', 'data-officer'],
  },
  'govern.answer-requests': {
    label: {
      es: 'Atender solicitudes de las personas',
      en: 'Answer requests of persons',
      fr: 'Répondre aux demandes des personnes',
    },
    roles: ['protection-officer'],
  },
  'govern.acknowledge-notice': {
    label: {
      es: 'Acusar recibo de un aviso',
      en: 'Acknowledge a notice',
      fr: 'Accuser réception d’un avis',
    },
    roles: ['protection-officer', 'data-officer'],
  },
  'govern.erase': {
    label: {
      es: 'Borrar datos personales',
      en: 'Erase personal data',
      fr: 'Effacer des données personnelles',
    },
    roles: ['protection-officer'],
  },
  'govern.ask-derogation': {
    label: { es: 'Pedir una excepción', en: 'Ask for a derogation', fr: 'Demander une dérogation' },
    roles: ['data-officer', 'linkage-officer', 'statistician', 'researcher'],
  },
  'govern.approve-derogation': {
    label: {
      es: 'Aprobar una excepción',
      en: 'Approve a derogation',
      fr: 'Approuver une dérogation',
    },
    roles: ['protection-officer'],
  },
} as const satisfies Readonly<Record<string, OperationRule>>

export type Operation = keyof typeof operations

/** Whether `value` names an operation of the node. */
export function isOperation(value: unknown): value is Operation {
  return typeof value === 'string' && Object.hasOwn(operations, value)
}

/** The rule of an operation, with the parts that most of them leave out. */
export function ruleOf(operation: Operation): OperationRule {
  return operations[operation]
}
