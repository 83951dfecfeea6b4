import type { Text } from '../../vocabulary/index.ts'
import type { StructureKind } from '../information-model/structure-kind.ts'

/** What a structure of each kind is for: its description, where it has none of its own. */
export const purposes: Readonly<Record<StructureKind, Text>> = {
  agencyscheme: {
    es: 'Agencias que mantienen estas estructuras.',
    en: 'Agencies that maintain these structures.',
    fr: 'Agences qui tiennent ces structures.',
  },
  dataproviderscheme: {
    es: 'Instituciones de las que vienen los datos.',
    en: 'Institutions that the data come from.',
    fr: 'Institutions d’où viennent les données.',
  },
  metadataproviderscheme: {
    es: 'Quién escribe los metadatos de referencia.',
    en: 'Who writes the reference metadata.',
    fr: 'Qui écrit les métadonnées de référence.',
  },
  dataflow: {
    es: 'Cifras que se publican juntas.',
    en: 'Figures that are published together.',
    fr: 'Chiffres publiés ensemble.',
  },
  metadataflow: {
    es: 'Lo que se dice de las cifras, flujo por flujo.',
    en: 'What is said of the figures, flow by flow.',
    fr: 'Ce qui est dit des chiffres, flux par flux.',
  },
  categoryscheme: {
    es: 'Los temas bajo los que se encuentran las cifras.',
    en: 'The topics under which the figures are found.',
    fr: 'Les thèmes sous lesquels se trouvent les chiffres.',
  },
  categorisation: {
    es: 'El tema bajo el que se encuentran estas cifras.',
    en: 'The topic under which these figures are found.',
    fr: 'Le thème sous lequel se trouvent ces chiffres.',
  },
  codelist: {
    es: 'Códigos que puede tener un componente de las cifras.',
    en: 'Codes that a component of the figures may take.',
    fr: 'Codes que peut prendre un composant des chiffres.',
  },
  conceptscheme: {
    es: 'Conceptos con que se describen las cifras.',
    en: 'Concepts that the figures are described with.',
    fr: 'Concepts qui décrivent les chiffres.',
  },
  metadatastructure: {
    es: 'Los conceptos sobre los que se dice algo de cada flujo de cifras.',
    en: 'The concepts on which something is said of every flow of figures.',
    fr: 'Les concepts sur lesquels quelque chose est dit de chaque flux de chiffres.',
  },
  datastructure: {
    es: 'Las dimensiones y los atributos de las cifras.',
    en: 'The dimensions and attributes of the figures.',
    fr: 'Les dimensions et les attributs des chiffres.',
  },
  structuremap: {
    es: 'Cómo se escriben las cifras de una estructura en otra.',
    en: 'How figures of one structure are written in another.',
    fr: 'Comment les chiffres d’une structure s’écrivent dans une autre.',
  },
  representationmap: {
    es: 'Qué código de una lista corresponde a cuál de otra.',
    en: 'Which code of one list is which of another.',
    fr: 'Quel code d’une liste correspond à quel code d’une autre.',
  },
  dataconstraint: {
    es: 'Qué cifras puede haber o hay.',
    en: 'Which figures there may be or are.',
    fr: 'Quels chiffres il peut y avoir ou il y a.',
  },
  provisionagreement: {
    es: 'Qué institución da los datos de qué tabla.',
    en: 'Which institution gives the data of which table.',
    fr: 'Quelle institution donne les données de quel tableau.',
  },
}
