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
})
