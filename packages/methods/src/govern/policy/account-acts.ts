import type { Text } from '../../vocabulary/index.ts'

/** What happens to accounts and is worth an entry in the audit log, `accounts.` before its name there. */
export const accountActs = {
  'signed-in': { es: 'Inició sesión', en: 'Signed in', fr: 'S’est connecté' },
  'sign-in-refused': {
    es: 'Inicio de sesión rechazado',
    en: 'Sign-in refused',
    fr: 'Connexion refusée',
  },
  'signed-out': { es: 'Cerró la sesión', en: 'Signed out', fr: 'S’est déconnecté' },
  'signed-out-at-provider': {
    es: 'Sesión cerrada por el proveedor de identidad',
    en: 'Session ended by the identity provider',
    fr: 'Session fermée par le fournisseur d’identité',
  },
  'sessions-ended': {
    es: 'Se cerraron todas sus sesiones',
    en: 'All sessions ended',
    fr: 'Toutes les sessions fermées',
  },
  'password-set': { es: 'Contraseña puesta', en: 'Password set', fr: 'Mot de passe défini' },
  'authenticator-set': {
    es: 'Aplicación de códigos puesta',
    en: 'Authenticator set',
    fr: 'Application de codes définie',
  },
  'authenticator-removed': {
    es: 'Aplicación de códigos quitada',
    en: 'Authenticator removed',
    fr: 'Application de codes retirée',
  },
  'recovery-codes-drawn': {
    es: 'Códigos de recuperación nuevos',
    en: 'New recovery codes',
    fr: 'Nouveaux codes de secours',
  },
  'recovery-code-used': {
    es: 'Código de recuperación usado',
    en: 'Recovery code used',
    fr: 'Code de secours utilisé',
  },
  'passkey-added': {
    es: 'Llave de acceso añadida',
    en: 'Passkey added',
    fr: 'Clé d’accès ajoutée',
  },
  'passkey-removed': {
    es: 'Llave de acceso quitada',
    en: 'Passkey removed',
    fr: 'Clé d’accès retirée',
  },
  'identity-tied': {
    es: 'Identidad del proveedor vinculada',
    en: 'Identity of the provider tied',
    fr: 'Identité du fournisseur liée',
  },
  'identity-untied': {
    es: 'Identidad del proveedor desvinculada',
    en: 'Identity of the provider untied',
    fr: 'Identité du fournisseur déliée',
  },
  'token-made': { es: 'Token creado', en: 'Token made', fr: 'Jeton créé' },
  'token-revoked': { es: 'Token revocado', en: 'Token revoked', fr: 'Jeton révoqué' },
  'account-invited': { es: 'Cuenta invitada', en: 'Account invited', fr: 'Compte invité' },
  'account-enrolled': {
    es: 'Cuenta puesta en marcha',
    en: 'Account set up',
    fr: 'Compte mis en service',
  },
  'account-changed': { es: 'Cuenta modificada', en: 'Account changed', fr: 'Compte modifié' },
  'account-suspended': {
    es: 'Cuenta suspendida',
    en: 'Account suspended',
    fr: 'Compte suspendu',
  },
  'account-restored': {
    es: 'Cuenta restablecida',
    en: 'Account restored',
    fr: 'Compte rétabli',
  },
  'recovery-asked': {
    es: 'Recuperación pedida',
    en: 'Recovery asked for',
    fr: 'Récupération demandée',
  },
  'recovery-approved': {
    es: 'Recuperación aprobada',
    en: 'Recovery approved',
    fr: 'Récupération approuvée',
  },
  'account-closed': {
    es: 'Cuenta cerrada hasta recuperarla: sesiones, credenciales y segundo paso anulados',
    en: 'Account closed until recovered: sessions, tokens and second step void',
    fr: 'Compte fermé jusqu’à sa récupération : sessions, jetons et seconde étape annulés',
  },
} as const satisfies Readonly<Record<string, Text>>

export type AccountAct = keyof typeof accountActs

/** How an action of the audit log names what happened to an account; undefined where it is no such action. */
export function accountActOf(action: string): AccountAct | undefined {
  const act = action.startsWith('accounts.') ? action.slice('accounts.'.length) : ''
  return Object.hasOwn(accountActs, act) ? (act as AccountAct) : undefined
}
