import { defineRefusals } from '@caudal/methods/vocabulary'

const lookAgain = {
  es: 'Vuelva a cargar la página y repita el cambio sobre lo que ve.',
  en: 'Load the page again and repeat the change on what you see.',
  fr: 'Rechargez la page et refaites la modification sur ce que vous voyez.',
}

/** Why keeping somebody's account is refused. */
export const administrationRefusals = defineRefusals('govern.accounts', {
  'name-invalid': {
    status: 422,
    what: {
      es: '«{name}» no sirve como nombre de cuenta.',
      en: '“{name}” cannot be the name of an account.',
      fr: '« {name} » ne convient pas comme nom de compte.',
    },
    advice: {
      es: 'Use de 3 a 80 letras, cifras o . _ - @ sin espacios.',
      en: 'Use 3 to 80 letters, figures or . _ - @ without spaces.',
      fr: 'Utilisez de 3 à 80 lettres, chiffres ou . _ - @ sans espaces.',
    },
  },
  'name-taken': {
    status: 409,
    what: {
      es: 'Ya hay una cuenta con el nombre «{name}».',
      en: 'There is an account called “{name}” already.',
      fr: 'Il y a déjà un compte nommé « {name} ».',
    },
    advice: {
      es: 'Elija otro nombre, o envíe un enlace de recuperación a la cuenta que existe.',
      en: 'Choose another name, or send a recovery link to the account that exists.',
      fr: 'Choisissez un autre nom, ou envoyez un lien de récupération au compte existant.',
    },
  },
  'roles-invalid': {
    status: 422,
    what: {
      es: 'No se puede dar la función «{role}».',
      en: 'The role “{role}” cannot be given.',
      fr: 'La fonction « {role} » ne peut pas être donnée.',
    },
    advice: {
      es: 'Elija una o más de: {roles}.',
      en: 'Choose one or more of: {roles}.',
      fr: 'Choisissez-en une ou plusieurs parmi : {roles}.',
    },
  },
  'roles-apart': {
    status: 409,
    what: {
      es: 'Una misma persona no puede tener las funciones «{firstLabel}» y «{secondLabel}».',
      en: 'One person cannot hold both the roles “{firstLabel}” and “{secondLabel}”.',
      fr: 'Une même personne ne peut pas avoir les fonctions « {firstLabel} » et « {secondLabel} ».',
    },
    advice: {
      es: 'Dé una de ellas a otra persona.',
      en: 'Give one of them to another person.',
      fr: 'Confiez l’une d’elles à une autre personne.',
    },
  },
  'institution-needed': {
    status: 422,
    what: {
      es: 'La función «{roleLabel}» es siempre de una institución y de un país.',
      en: 'The role “{roleLabel}” always belongs to an institution and a country.',
      fr: 'La fonction « {roleLabel} » relève toujours d’une institution et d’un pays.',
    },
    advice: {
      es: 'Indique la institución y el código de país de tres letras.',
      en: 'Name the institution and the country code of three letters.',
      fr: 'Indiquez l’institution et le code de pays à trois lettres.',
    },
  },
  'institution-unknown': {
    status: 422,
    what: {
      es: 'La institución «{institution}» no está en el registro de instituciones.',
      en: 'The institution “{institution}” is not in the register of institutions.',
      fr: 'L’institution « {institution} » ne figure pas au registre des institutions.',
    },
    advice: {
      es: 'Anótela primero: en «Protección de datos», con «caudal govern put institution», o añadiendo aquí --institution-name y --contact.',
      en: 'Enter it first: under “Data protection”, with “caudal govern put institution”, or by adding --institution-name and --contact here.',
      fr: 'Inscrivez-la d’abord : sous « Protection des données », avec « caudal govern put institution », ou en ajoutant ici --institution-name et --contact.',
    },
  },
  'country-differs': {
    status: 422,
    what: {
      es: 'La institución «{institution}» es de otro país: {countryLabel}.',
      en: 'The institution “{institution}” is of another country: {countryLabel}.',
      fr: 'L’institution « {institution} » relève d’un autre pays : {countryLabel}.',
    },
    advice: {
      es: 'Deje el país en blanco o ponga el de la institución.',
      en: 'Leave the country out, or give that of the institution.',
      fr: 'Laissez le pays vide, ou indiquez celui de l’institution.',
    },
  },
  'own-account': {
    status: 403,
    what: {
      es: 'Nadie cambia sus propias funciones, ni suspende o recupera su propia cuenta.',
      en: 'Nobody changes their own roles, or suspends or recovers their own account.',
      fr: 'Personne ne modifie ses propres fonctions, ni ne suspend ou récupère son propre compte.',
    },
    advice: {
      es: 'Pídalo a otra persona con la función de administración.',
      en: 'Ask another administrator.',
      fr: 'Demandez à une autre personne de l’administration.',
    },
  },
  'last-administrator': {
    status: 409,
    what: {
      es: 'Es la única cuenta de administración activa.',
      en: 'It is the only active administrator.',
      fr: 'C’est la seule administration active.',
    },
    advice: {
      es: 'Invite antes a otra persona con esa función.',
      en: 'Invite another person with that role first.',
      fr: 'Invitez d’abord une autre personne avec cette fonction.',
    },
  },
  'second-administrator': {
    status: 409,
    what: {
      es: 'Quien pidió devolver el acceso no puede aprobarlo.',
      en: 'Whoever asked for access to be given back cannot approve it.',
      fr: 'La personne qui a demandé de rendre l’accès ne peut pas l’approuver.',
    },
    advice: {
      es: 'Otra persona de la administración lo aprueba; si no la hay, use «caudal accounts recover» en la máquina del nodo.',
      en: 'Another administrator approves it; where there is none, use “caudal accounts recover” on the machine of the node.',
      fr: 'Une autre personne de l’administration l’approuve ; s’il n’y en a pas, utilisez « caudal accounts recover » sur la machine du nœud.',
    },
  },
  'changed-meanwhile': {
    status: 409,
    what: {
      es: 'Otra persona cambió esta cuenta entretanto.',
      en: 'Somebody else has changed this account in the meantime.',
      fr: 'Quelqu’un d’autre a modifié ce compte entre-temps.',
    },
    advice: lookAgain,
  },
  'no-such-account': {
    status: 404,
    what: {
      es: 'No hay tal cuenta.',
      en: 'There is no such account.',
      fr: 'Il n’y a pas de tel compte.',
    },
    advice: {
      es: 'Vea la lista con «caudal accounts list» o en la página de cuentas.',
      en: 'See the list with “caudal accounts list” or on the page of accounts.',
      fr: 'Consultez la liste avec « caudal accounts list » ou sur la page des comptes.',
    },
  },
  'status-differs': {
    status: 409,
    what: {
      es: 'La cuenta está en otro estado ({statusLabel}) y esto no se le puede hacer.',
      en: 'The account is in another state ({statusLabel}), in which this cannot be done.',
      fr: 'Le compte est dans un autre état ({statusLabel}), qui ne permet pas ceci.',
    },
    advice: lookAgain,
  },
})
