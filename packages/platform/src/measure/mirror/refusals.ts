import { defineRefusals } from '@caudal/methods/vocabulary'

export const mirrorRefusals = defineRefusals('measure', {
  'mirror-country-unknown': {
    status: 404,
    what: {
      es: 'No se puede comparar «{country}»: hacen falta dos países distintos cuyos cruces tenga este nodo.',
      en: '“{country}” cannot be compared: two different countries are needed whose crossings this node has.',
      fr: '« {country} » ne peut être comparé : il faut deux pays différents dont ce nœud a les franchissements.',
    },
    advice: {
      es: 'Países con cruces: {valid}.',
      en: 'Countries with crossings: {valid}.',
      fr: 'Pays ayant des franchissements : {valid}.',
    },
  },
  'mirror-nothing': {
    status: 409,
    what: {
      es: 'Este nodo no tiene cruces de dos países que comparar.',
      en: 'This node has no crossings of two countries to compare.',
      fr: 'Ce nœud n’a pas de franchissements de deux pays à comparer.',
    },
    advice: {
      es: 'Reciba los de ambos con «caudal import ARCHIVO --profile PERFIL».',
      en: 'Bring in those of both with “caudal import FILE --profile PROFILE”.',
      fr: 'Apportez ceux des deux avec « caudal import FICHIER --profile PROFIL ».',
    },
  },
})
