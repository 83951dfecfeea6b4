import { choiceOf, drawChoice, type Choice, type RandomGenerator } from '@caudal/methods/numerics'

/** Names, places and trades that labelled files are drawn from; lists run from common to rare. */
const lists = {
  women:
    'Mary Emma Olivia Sarah Jessica Emily Hannah Charlotte Sophie Lucy Grace Chloe Ella Amelia Isabella Lily Mia Ruby Georgia Zoe Alice Eliza Caitlin Lauren Rachel Rebecca Katherine Elizabeth Margaret Helen Susan Anne Joan Dorothy Patricia Linda Barbara Jennifer Laura Amy Nicole Samantha Alexandra Imogen Harriet Matilda Phoebe Freya Poppy Evelyn Nora Clara Edith Beatrice Florence Rose Daisy Violet Hazel Ivy Jasmine Abigail Madeleine Claire Natalie Stephanie Vanessa Teresa Monica Julia Diana Irene Frances',
  men: 'John William James Thomas George Jack Joshua Lachlan Samuel Daniel Matthew Benjamin Nicholas Alexander Michael Robert David Peter Andrew Christopher Joseph Henry Edward Charles Oliver Harry Liam Noah Ethan Jacob Luke Ryan Adam Nathan Aaron Connor Dylan Callum Finn Max Oscar Leo Isaac Toby Hugo Arthur Frederick Albert Walter Ernest Harold Stanley Leonard Norman Ronald Kenneth Stephen Mark Paul Simon Martin Anthony Richard Philip Patrick Brian Kevin Sean Graham Neil Gordon Douglas Stuart Malcolm',
  families:
    'Smith Jones Williams Brown Taylor Wilson Johnson White Martin Anderson Thompson Walker Harris Lee Ryan Robinson Kelly King Davis Wright Evans Roberts Green Hall Wood Jackson Clarke Clark Hughes Edwards Hill Moore Cooper Ward Turner Morris Mitchell Young Scott Campbell Stewart Parker Collins Murphy Cook Bell Baker Shaw Bailey Richardson Cox Marshall Simpson Ellis Adams Murray Foster Graham Reid Gibson Webb Hunter Palmer Holmes Grant Mills Knight Butler Fisher Pearson Stevens Barnes Harvey Lloyd Mason Matthews Russell Powell Burns Dixon Hart Fox Lane Reynolds Payne Perry Price Rose Sullivan Walsh Watts Woods',
  starts:
    'Al Bar Ben Bra Cal Car Col Cran Dal Dar Den El Fair Far Gar Glen Hal Har Has Hol Kel Kin Lan Lin Mac Mal Mar Mel Mil Nor Os Pem Pen Ral Red Ros San Sel Stan Sut Tal Thor Tre Van Wal Wes Whit Wil Win Wy',
  ends: 'ard bert bourne by combe den der don field ford gate ham hurst ington land ley low man mer more ner ney nor ridge ris ron sby sham shaw son stead stone ton vale vin wall ward well wick win wood worth',
  mujeres:
    'María Ana Rosa Marta Carmen Juana Gloria Blanca Silvia Sandra Claudia Patricia Sonia Norma Elena Teresa Lidia Irma Mirna Reyna Yolanda Olga Julia Alba Aura Josefina Elvia Dora Miriam Francisca Luisa Margarita Concepción Dolores Victoria Isabel Ángela Cecilia Vilma Berta Maritza Xiomara Ingrid Lorena Karla Verónica Mónica Susana Leticia Rosario Mercedes Guadalupe',
  hombres:
    'José Juan Carlos Luis Manuel Francisco Pedro Jorge Miguel Mario Antonio Rafael Julio Oscar Víctor Ramón Santos Roberto Ricardo Fernando Héctor Daniel Marvin Wilfredo Edgar Byron Rolando Rigoberto Rubén Salvador Jesús Ángel Alberto Marco Mauricio Gustavo Sergio Raúl Enrique Alfredo Arturo Ernesto Jaime Javier Felipe Guillermo Nelson Omar',
  apellidos:
    'Hernández García Martínez López González Rodríguez Pérez Sánchez Ramírez Cruz Flores Gómez Morales Vásquez Reyes Jiménez Torres Díaz Gutiérrez Ruiz Mendoza Aguilar Ortiz Castillo Romero Álvarez Rivera Chávez Ramos Herrera Medina Guzmán Vargas Castro Mejía Alvarado Rojas Contreras Guerrero Estrada Ortega Méndez Velásquez Salazar Soto Juárez Muñoz Núñez Peña Pineda Zelaya Zúñiga Orellana Escobar Portillo Ayala Bonilla Cáceres Córdova Escoto Figueroa Galeano Ibáñez Lemus Maldonado Navarrete Ochoa Paredes Quintanilla Rosales Sandoval Tejada Ulloa Valladares Yáñez',
  towns:
    'London Manchester Birmingham Leeds Liverpool Bristol Sheffield Newcastle Nottingham Leicester Coventry Bradford Cardiff Belfast Glasgow Edinburgh Plymouth Derby Southampton Portsmouth Brighton Hull Reading Preston Swansea Aberdeen Dundee Oxford Cambridge York Exeter Norwich Lincoln Durham Chester Bath Luton Swindon Ipswich Gloucester',
  municipios:
    'Tegucigalpa Guatemala Managua Choluteca Comayagua Danlí Juticalpa Siguatepeque Olanchito Catacamas Usulután Sonsonate Ahuachapán Cojutepeque Zacatecoluca Chalatenango Metapán Quetzaltenango Escuintla Mazatenango Retalhuleu Huehuetenango Cobán Chiquimula Jalapa Jutiapa Estelí Matagalpa Jinotega Masaya Granada Rivas Liberia Alajuela Heredia Cartago',
  trades:
    'farmer teacher nurse clerk carpenter merchant soldier engineer lawyer physician writer painter miner sailor baker butcher tailor weaver mason printer priest politician musician actor chemist gardener driver cook shoemaker blacksmith',
  roads: 'Street Road Avenue Lane Drive Close Court Place Crescent Grove Terrace Way',
} as const

type List = keyof typeof lists

const choices = new Map<List, Choice<string>>()

/** One entry of a list, common ones more often: the weight at rank r is 1 / (r + 8). */
export function drawFrom(list: List, random: RandomGenerator): string {
  let choice = choices.get(list)
  if (choice === undefined) {
    choice = choiceOf(lists[list].split(' ').map((name, i) => [name, 1 / (i + 9)] as const))
    choices.set(list, choice)
  }
  return drawChoice(choice, random)
}

/** A family name: every second one put together of syllables, for registers have long tails. */
export function drawEnglishFamily(random: RandomGenerator): string {
  return random.chance(0.5)
    ? drawFrom('families', random)
    : drawFrom('starts', random) + drawFrom('ends', random)
}

export function drawSpanishFamily(random: RandomGenerator): string {
  return drawFrom('apellidos', random)
}

const shortForms: Readonly<Record<string, string>> = {
  William: 'Will',
  Robert: 'Bob',
  Richard: 'Rick',
  Elizabeth: 'Liz',
  Katherine: 'Kate',
  Margaret: 'Maggie',
  Thomas: 'Tom',
  James: 'Jim',
  Michael: 'Mike',
  Joseph: 'Joe',
  Benjamin: 'Ben',
  Alexander: 'Alex',
  Samuel: 'Sam',
  Francisco: 'Paco',
  José: 'Pepe',
  Guadalupe: 'Lupe',
}

export function shortForm(name: string): string {
  return shortForms[name] ?? name
}
