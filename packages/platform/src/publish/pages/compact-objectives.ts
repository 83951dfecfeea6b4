import type { Text } from '@caudal/methods/vocabulary'

/**
 * Objectives of the Global Compact that indicators serve, as its three texts title them.
 *
 * Compared word by word with public copies and found equal:
 * - Spanish: 2, 6, 7, 10 and 18 with the pages of the objectives of the United Nations Network on
 *   Migration (migrationnetwork.un.org/es/taxonomy/term/280, 284, 285, 288, 296), 8 with that of IOM’s
 *   regional office (lac.iom.int/es), 1 with IOM’s handbook (emm.iom.int/es). 15, 20 and 23 are still to be
 *   compared.
 * - French: 1 to 15 with the list in annex B of report 23 of the Standing Committee on Citizenship and
 *   Immigration of Canada’s House of Commons, 20 and 23 with the pages of the Network (…/fr/taxonomy/term/298,
 *   301). 18 is still to be compared.
 * - English: 1, 2, 15, 18, 20 and 23 with the resolution, 6, 8 and 10 with the pages of IOM and of the
 *   Network, 7 with the Network's page of the principle of cooperation (…/es/taxonomy/term/739).
 *
 * @see United Nations (2018), Global Compact for Safe, Orderly and Regular Migration, A/RES/73/195, para. 16
 */
const objectives = {
  1: {
    es: '1. Recopilar y utilizar datos exactos y desglosados para formular políticas con base empírica',
    en: '1. Collect and utilize accurate and disaggregated data as a basis for evidence-based policies',
    fr: '1. Collecter et utiliser des données précises et ventilées qui serviront à l’élaboration de politiques fondées sur la connaissance des faits',
  },
  2: {
    es: '2. Minimizar los factores adversos y estructurales que obligan a las personas a abandonar su país de origen',
    en: '2. Minimize the adverse drivers and structural factors that compel people to leave their country of origin',
    fr: '2. Lutter contre les facteurs négatifs et les problèmes structurels qui poussent des personnes à quitter leur pays d’origine',
  },
  6: {
    es: '6. Facilitar la contratación equitativa y ética y salvaguardar las condiciones que garantizan el trabajo decente',
    en: '6. Facilitate fair and ethical recruitment and safeguard conditions that ensure decent work',
    fr: '6. Favoriser des pratiques de recrutement justes et éthiques et assurer les conditions d’un travail décent',
  },
  7: {
    es: '7. Abordar y reducir las vulnerabilidades en la migración',
    en: '7. Address and reduce vulnerabilities in migration',
    fr: '7. S’attaquer aux facteurs de vulnérabilité liés aux migrations et les réduire',
  },
  8: {
    es: '8. Salvar vidas y emprender iniciativas internacionales coordinadas sobre los migrantes desaparecidos',
    en: '8. Save lives and establish coordinated international efforts on missing migrants',
    fr: '8. Sauver des vies et mettre en place une action internationale coordonnée pour retrouver les migrants disparus',
  },
  10: {
    es: '10. Prevenir, combatir y erradicar la trata de personas en el contexto de la migración internacional',
    en: '10. Prevent, combat and eradicate trafficking in persons in the context of international migration',
    fr: '10. Prévenir, combattre et éliminer la traite de personnes dans le cadre des migrations internationales',
  },
  15: {
    es: '15. Proporcionar a los migrantes acceso a servicios básicos',
    en: '15. Provide access to basic services for migrants',
    fr: '15. Assurer l’accès des migrants aux services de base',
  },
  18: {
    es: '18. Invertir en el desarrollo de aptitudes y facilitar el reconocimiento mutuo de aptitudes, cualificaciones y competencias',
    en: '18. Invest in skills development and facilitate mutual recognition of skills, qualifications and competences',
    fr: '18. Investir dans le perfectionnement des compétences et faciliter la reconnaissance mutuelle des aptitudes, qualifications et compétences',
  },
  20: {
    es: '20. Promover transferencias de remesas más rápidas, seguras y económicas y fomentar la inclusión financiera de los migrantes',
    en: '20. Promote faster, safer and cheaper transfer of remittances and foster financial inclusion of migrants',
    fr: '20. Rendre les envois de fonds plus rapides, plus sûrs et moins coûteux et favoriser l’inclusion financière des migrants',
  },
  23: {
    es: '23. Fortalecer la cooperación internacional y las alianzas mundiales para la migración segura, ordenada y regular',
    en: '23. Strengthen international cooperation and global partnerships for safe, orderly and regular migration',
    fr: '23. Renforcer la coopération internationale et les partenariats mondiaux pour des migrations sûres, ordonnées et régulières',
  },
} satisfies Record<number, Text>

const served: Readonly<Record<string, keyof typeof objectives>> = {
  'sdg-3-c-1': 15,
  'sdg-4-b-1': 18,
  'sdg-8-7-1': 7,
  'sdg-8-8-1': 6,
  'sdg-8-8-2': 6,
  'sdg-10-7-1': 6,
  'sdg-10-7-2': 23,
  'sdg-10-7-3': 8,
  'sdg-10-7-4': 2,
  'sdg-10-c-1': 20,
  'sdg-10-c-1-smart': 20,
  'sdg-16-2-2': 10,
  'sdg-17-3-2': 20,
}

/** The objective that an indicator serves; data, the first of all, where no other is named. */
export function compactObjective(indicator: string): Text {
  return objectives[served[indicator] ?? 1]
}
