import type { Language } from '@caudal/methods/vocabulary'
import type { AccountStatus } from './account.ts'

interface AccountWords {
  readonly accounts: string
  readonly format: string
  readonly none: string
  readonly invite: string
  readonly change: string
  readonly revoke: string
  readonly suspend: string
  readonly restore: string
  readonly recover: string
  readonly name: string
  readonly roles: (known: string) => string
  readonly shownName: string
  readonly institution: string
  readonly institutionName: string
  readonly contact: string
  readonly country: string
  readonly resetsSecondFactor: string
  readonly invited: (name: string) => string
  readonly changed: (name: string) => string
  readonly revoked: (name: string) => string
  readonly suspended: (name: string) => string
  readonly restored: (name: string) => string
  readonly link: (hours: number) => string
  readonly columns: readonly string[]
  readonly status: Readonly<Record<AccountStatus, string>>
}

/** The words of `caudal accounts`. */
export const accountWords: Readonly<Record<Language, AccountWords>> = {
  es: {
    accounts: 'Cuentas del nodo: quién puede entrar y con qué funciones',
    format: 'cómo se escribe la lista',
    none: 'Todavía no hay cuentas. Invite a alguien con: caudal accounts invite NOMBRE --roles FUNCIONES',
    invite: 'Invita a una persona y muestra su enlace de un solo uso',
    change: 'Cambia las funciones de una persona; sus sesiones terminan',
    revoke: 'Termina todas las sesiones y revoca todas las credenciales de programa de una cuenta',
    suspend: 'Cierra una cuenta hasta nuevo aviso: no puede entrar y sus credenciales se revocan',
    restore: 'Vuelve a abrir una cuenta suspendida',
    recover: 'Muestra un enlace de un solo uso para poner una contraseña nueva',
    name: 'nombre de la cuenta',
    roles: (known) => `funciones separadas por comas: ${known}`,
    shownName: 'nombre de la persona, tal como se muestra',
    institution: 'institución de la persona',
    institutionName: 'nombre de la institución, si aún no está en el registro',
    contact: 'a quién se escribe en ella por la protección de datos',
    country: 'código de país de tres letras',
    resetsSecondFactor:
      'quien perdió también su segundo paso: se pone uno nuevo; sus sesiones, credenciales y llaves dejan de valer al momento',
    invited: (name) => `${name} tiene una invitación.`,
    changed: (name) => `Las funciones de ${name} cambiaron y sus sesiones terminaron.`,
    revoked: (name) => `Las sesiones y credenciales de ${name} terminaron.`,
    suspended: (name) => `La cuenta de ${name} está suspendida.`,
    restored: (name) => `La cuenta de ${name} está abierta de nuevo.`,
    link: (hours) =>
      `Entréguele este enlace por un medio seguro; vale una vez y por ${hours} horas:`,
    columns: ['Cuenta', 'Persona', 'Estado', 'Funciones', 'Institución', 'Última vez'],
    status: { invited: 'invitada', active: 'activa', suspended: 'suspendida' },
  },
  en: {
    accounts: 'Accounts of the node: who may sign in, and with which roles',
    format: 'how the list is written',
    none: 'There are no accounts yet. Invite somebody with: caudal accounts invite NAME --roles ROLES',
    invite: 'Invite a person and show the one-time link',
    change: 'Change the roles of a person; their sessions end',
    revoke: 'End every session and revoke every token of an account',
    suspend: 'Close an account until further notice: it cannot sign in, and its tokens are revoked',
    restore: 'Open a suspended account again',
    recover: 'Show a one-time link to set a new password',
    name: 'name of the account',
    roles: (known) => `roles, parted by commas: ${known}`,
    shownName: 'name of the person, as it is shown',
    institution: 'institution of the person',
    institutionName: 'name of the institution, where it is not in the register yet',
    contact: 'whom to write to there about data protection',
    country: 'country code of three letters',
    resetsSecondFactor:
      'for somebody who has lost the second step too: a new one is set up; sessions, tokens and passkeys are void at once',
    invited: (name) => `${name} is invited.`,
    changed: (name) => `The roles of ${name} have changed, and the sessions have ended.`,
    revoked: (name) => `The sessions and tokens of ${name} have ended.`,
    suspended: (name) => `The account of ${name} is suspended.`,
    restored: (name) => `The account of ${name} is open again.`,
    link: (hours) => `Hand over this link by a safe way; it is good once, for ${hours} hours:`,
    columns: ['Account', 'Person', 'State', 'Roles', 'Institution', 'Last seen'],
    status: { invited: 'invited', active: 'active', suspended: 'suspended' },
  },
  fr: {
    accounts: 'Comptes du nœud : qui peut se connecter, et avec quelles fonctions',
    format: 'forme de la liste',
    none: 'Il n’y a pas encore de compte. Invitez quelqu’un avec : caudal accounts invite NOM --roles FONCTIONS',
    invite: 'Invite une personne et affiche son lien à usage unique',
    change: 'Modifie les fonctions d’une personne ; ses sessions se terminent',
    revoke: 'Termine toutes les sessions et révoque tous les jetons d’un compte',
    suspend:
      'Ferme un compte jusqu’à nouvel ordre : il ne peut se connecter et ses jetons sont révoqués',
    restore: 'Rouvre un compte suspendu',
    recover: 'Affiche un lien à usage unique pour choisir un nouveau mot de passe',
    name: 'nom du compte',
    roles: (known) => `fonctions séparées par des virgules : ${known}`,
    shownName: 'nom de la personne, tel qu’il s’affiche',
    institution: 'institution de la personne',
    institutionName: 'nom de l’institution, si elle n’est pas encore au registre',
    contact: 'à qui y écrire pour la protection des données',
    country: 'code de pays à trois lettres',
    resetsSecondFactor:
      'pour qui a perdu aussi sa seconde étape : on en crée une nouvelle ; sessions, jetons et clés sont annulés aussitôt',
    invited: (name) => `${name} a une invitation.`,
    changed: (name) => `Les fonctions de ${name} ont changé et ses sessions sont terminées.`,
    revoked: (name) => `Les sessions et jetons de ${name} sont terminés.`,
    suspended: (name) => `Le compte de ${name} est suspendu.`,
    restored: (name) => `Le compte de ${name} est de nouveau ouvert.`,
    link: (hours) =>
      `Remettez ce lien par un moyen sûr ; il sert une fois, pendant ${hours} heures :`,
    columns: ['Compte', 'Personne', 'État', 'Fonctions', 'Institution', 'Vu le'],
    status: { invited: 'invité', active: 'actif', suspended: 'suspendu' },
  },
}
