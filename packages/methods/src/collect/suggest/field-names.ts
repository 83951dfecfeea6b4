/**
 * What institutions call a column, in the three languages, without accents and capitals, words
 * parted by spaces. Labels of the fields themselves need not be here.
 */
export const fieldNames: Readonly<Record<string, readonly string[]>> = parted({
  country: `
    pais reporta, reporting country, pais que registra, admin 0 pcode`,
  crossed_on: `
    fecha de arribo, arribo,
    fecha, fecha cruce, fecha movimiento, fecha mov, date, date of crossing, fecha entrada,
    fecha salida, date du passage, fecha hora, fecha viaje, travel date, date of travel,
    date of movement, movement date, crossing date, date de passage, date passage,
    date franchissement, date de franchissement, date mouvement, date d entree, date de sortie,
    entry date, arrival date, fecha de ingreso al pais`,
  crossed_at: `
    fecha hora, date time, horodatage, fecha y hora, timestamp`,
  direction: `
    movimiento, mov, tipo movimiento, tipo mov, tipo, sentido, entrada salida, direction,
    movement, sens, entry exit, entrada o salida, in out, entree sortie, arrival departure,
    ingreso egreso, flujo, flux, flow`,
  border_post: `
    puesto, puesto fronterizo, puesto de control, frontera, delegacion, puerto, port, border post,
    poste, poste frontiere, puesto migratorio, punto fronterizo, paso fronterizo, point of entry,
    port of entry, checkpoint, crossing point, point de passage, point d entree,
    poste de controle, aduana`,
  mode: `
    via, medio, medio de transporte, mode, mode of transport, voie, transporte, medio transporte,
    transport, means of transport, moyen de transport, mode de transport, tipo de transporte`,
  citizenship: `
    nacionalidad, pais, country, pays, nac, nationality, citizenship, nationalite,
    pais nacionalidad, ciudadania, pais de nacionalidad, country of nationality,
    country of citizenship, pays de nationalite, citoyennete`,
  birth_country: `
    pais nacimiento, pais nac, pais de nacimiento, country of birth, pays de naissance,
    birth country, nacido en, born in, ne en, lugar de nacimiento, place of birth,
    lieu de naissance`,
  residence_country: `
    pais residencia, residencia, pais de residencia, residence, country of residence,
    pays de residence, country of usual residence, pais residencia habitual`,
  previous_country: `
    residencia anterior, pais residencia anterior, previous residence, procedencia,
    residencia ant, res ant, pais anterior, moved from, country of previous residence,
    pays precedent, pays de residence precedente, last residence`,
  next_country: `
    pais destino, pais siguiente, moved to, next country, pais sig, destino, pays de destination,
    country of destination, pays suivant, moved to country`,
  counterpart_country: `
    procedencia, destino, procedencia destino, pais procedencia, origen destino, proc dest,
    desde hacia, from or to, returned from, pais de procedencia, provenance, pais origen destino,
    sending country, returning country, country returned from, host country, pais que retorna,
    pais que deporta, pais de retorno, pays de renvoi, pays expulsant, deported from`,
  counterpart_area: `
    origen, pais origen, origin, country of origin, pays d origine, coo`,
  ref_area: `
    pais, area, country, pays, destination, country of asylum, coa`,
  sex: `
    sexo, genero, sex, gender, sexe, genre`,
  age: `
    edad, age, anos cumplidos, edad anos, age group, grupo edad, edades, edad cumplida,
    age in years, age years, annees`,
  birth_date: `
    fecha nacimiento, fecha de nacimiento, fecha nac, fnac, nacimiento, date of birth, dob,
    birth date, date de naissance, f nacimiento, naissance, ne le, nee le, nacido el, born,
    born on, birthdate, birthday, f nac, d nac`,
  birth_year: `
    anio nacimiento, ano nacimiento, year of birth, annee de naissance, nacio en, annee naissance`,
  purpose: `
    motivo, motivo viaje, motivo de viaje, purpose, reason, motif, purpose of visit,
    purpose of travel, purpose of stay, reason for travel, motif du voyage, motif de sejour,
    motif du sejour`,
  document_type: `
    tipo documento, tipo doc, documento, tipo de documento, document, document type,
    type de document, type of document, clase documento`,
  document_issuer: `
    pais documento, emisor, issuer, pais emisor, pays emetteur`,
  document_number: `
    numero documento, documento, document, passeport, num doc, numero, no documento,
    document number, number, numero de documento, pasaporte, passport, passport no,
    passport number, document no, no passeport, numero de passeport, numero pasaporte,
    numero de pasaporte, dni, dpi, cedula, id number, numero identidad`,
  authorised_days: `
    dias, dias autorizados, days authorised, days granted, jours autorises`,
  carrier: `
    transportista, aerolinea, vuelo, carrier, flight, transporteur`,
  given_names: `
    nombres, nombre, given names, first names, first name, prenoms, prenom, given name, forename,
    forenames, primer nombre`,
  family_names: `
    apellidos, apellido, surname, family name, last name, noms, nom, nom de famille, last names,
    surnames, family names, primer apellido, noms de famille`,
  permit_type: `
    tipo permiso, tipo de permiso, categoria, permit, permit type, type de titre, tperm, visa,
    tipo visa, tipo de visa, visa type, type of visa, type de visa, clase visa, clase permiso,
    permit category, type of permit, categorie, category, categoria de visa, tipo residencia,
    titre, titre de sejour, subcategoria, tipo de residencia, residence type, type of residence,
    type de residence, tipo de carne, card type, type of card, type de carte`,
  procedure: `
    tramite, gestion, procedure, demarche, tipo tramite, tipo de tramite, request type,
    type of application, type de demande, tram`,
  decision: `
    resolucion, estado, resultado, decision, status, resultat, outcome, result,
    application status, dictamen, estatus`,
  applied_on: `
    solicitado, solicitado el, applied on, demande le,
    fecha solicitud, fecha de solicitud, f solicitud, fsol, date of application, application date,
    submitted on, date de depot, date depot, date de demande, date demande,
    fecha ingreso solicitud, fecha presentacion, lodged on`,
  decided_on: `
    otorgado, otorgado el, resuelto, resuelto el, granted on, accorde le,
    fecha resolucion, fecha de resolucion, f resolucion, fres, date of decision, decision date,
    resolved on, date de decision, date decision, issue date, issued on, issued, fecha emision,
    emitido, emitido el, emitida, delivre le, delivree le, date of issue, fecha de expedicion,
    fecha de emision, fecha otorgamiento, date de delivrance, date d emission`,
  valid_from: `
    valido desde, vigente desde, vigencia inicio, valid from, f inicio, fecha desde,
    vigencia desde, f ini, fini, valid since, start of validity, valable du, valide du,
    debut de validite`,
  valid_to: `
    vence, vence el,
    valido hasta, vigente hasta, vigencia fin, vencimiento, fecha vencimiento, valid to, expiry,
    f vence, vigencia hasta, f fin, ffin, valid until, expiry date, expires, expires on,
    expiration, expiration date, date d expiration, valable jusqu au, fin de validite,
    fecha expiracion`,
  permit_number: `
    expediente, numero expediente, file, file number, dossier, exp, application number,
    permit number, numero dossier, numero de dossier, numero solicitud, visa number, numero visa,
    carne, numero carne, numero de carne, carnet, numero carnet, card, card number, carte,
    numero carte, numero de carte, numero permiso, numero de permiso`,
  register_number: `
    expediente, numero registro, register number, file, exp, registration number,
    numero inscription, matricule, numero de inscripcion`,
  started_on: `
    fecha alta, f alta, fecha inscripcion, registered on, fecha ingreso, falta,
    date d inscription, date inscription, date d enregistrement, date enregistrement,
    registration date, date of registration, registered, fecha registro, fecha de registro,
    inscrit le, residente desde, resident since, residence start, start of residence`,
  ended_on: `
    fecha baja, f baja, fecha cancelacion, struck off on, fbaja, date de radiation,
    date radiation, deregistered on, deregistration date, date of deregistration, radie le,
    end of residence, residence end, fecha de cancelacion`,
  end_reason: `
    motivo baja, causa baja, motivo cancelacion, reason struck off, cbaja, reason deregistration,
    reason for deregistration, motif de radiation, motif radiation, cause de radiation,
    reason for leaving register`,
  migratory_status: `
    condicion, calidad migratoria, condicion migratoria, categoria migratoria, status, condmig,
    statut migratoire, statut, estatus migratorio, immigration status, migration status,
    residence status, statut de residence`,
  returned_on: `
    fecha de arribo, arribo,
    fecha, date, fecha retorno, fecha de retorno, f retorno, fecha llegada, date of return,
    date de retour, return date, date returned, returned on, fecha recepcion, fecha de recepcion,
    fecha de llegada, fecha deportacion, fecha de deportacion, date of deportation,
    deportation date, date d arrivee, date de rapatriement, reception date`,
  return_type: `
    tipo retorno, tipo de retorno, clase retorno, type of return, type de retour, modalidad,
    modalidad de retorno, type retour, forma de retorno, motivo retorno, return modality,
    kind of return, modalite`,
  return_means: `
    medio, medio de retorno, medio llegada, means, moyen, means of return, moyen de retour,
    transporte retorno, vuelo o bus`,
  centre: `
    centro, centro de recepcion, camr, centre, centro recepcion, reception centre,
    reception center, centre d accueil, albergue`,
  accompaniment: `
    acompanamiento, compania, company, accompaniment, accompagnement, condicion de viaje,
    acompanado, accompanied, travelling with, accompagne`,
  family_unit: `
    unidad familiar, grupo familiar, nucleo, family`,
  family_size: `
    integrantes, miembros, personas grupo, family size`,
  departed_on: `
    fecha salida, f salida, left on, date of departure`,
  intended_country: `
    destino previsto, meta, pais meta, meant to go to`,
  motive: `
    motivo migracion, motivo de la migracion, causa, reason for leaving`,
  need: `
    necesidad, need, besoin, necesidad principal, needs, necesidades, vulnerabilidad,
    vulnerability, vulnerabilite, atencion`,
  referral: `
    referido, remitido, referido a, remision, referred to, orientation, referral, referencia,
    institucion a la que se remite`,
  previous_returns: `
    retornos previos, retornos anteriores, veces, times before`,
  department: `
    departamento, provincia, depto, department, province, district, admin 1 pcode, admin 1 name,
    departement, region, prov, state, estado, admin 1`,
  municipality: `
    municipio, canton, municipality, admin 2 pcode, admin 2 name, cod mun, commune, municipalite,
    town, admin 2`,
  origin_department: `
    departamento, departamento origen, provincia, depto, district, department of origin,
    departement, departement d origine, state of origin, region d origine, department`,
  origin_municipality: `
    municipio, municipio origen`,
  destination_department: `
    departamento destino, provincia destino, depto destino, going to district`,
  marital_status: `
    estado civil, estado familiar, marital status, etat civil, situation familiale`,
  education: `
    escolaridad, nivel educativo, educacion, education, niveau d instruction, instruction,
    level of education, nivel de estudios`,
  occupation: `
    ocupacion, profesion, occupation, profession, metier, ocupacion principal`,
  occurred_on: `
    fecha, date, incident date, fecha incidente, website date, reported date, fecha del incidente,
    fecha hallazgo, date de l incident, date incident, date of incident, date found, fecha evento`,
  dead: `
    muertos, muertes, fallecidos, number dead, deaths, dead, morts, no dead, fallecidas,
    fallecimientos, muertas, personas fallecidas, decedes, deces, fatalities, number of dead,
    nombre de morts, bodies, cadaveres, killed`,
  missing: `
    desaparecidos, missing, disparus, number missing, minimum estimated number of missing,
    desaparecidas, desaparecidos as, personas desaparecidas, number of missing,
    nombre de disparus, missing persons`,
  survivors: `
    sobrevivientes, survivors, survivants, number of survivors, rescatados, rescued, rescapes,
    sobrevivientes rescatados`,
  reported_on: `
    fecha reporte, reporting date, fecha, date, date de rapport, date rapport, fecha de reporte,
    report date, survey date, fecha levantamiento`,
  round: `
    ronda, round, round number, cycle, cycle number, vague, tour`,
  persons: `
    personas, num present idp ind, individuals, persons, personnes, idps, personas desplazadas,
    desplazados, personnes deplacees, number of idps, idp individuals, pdi, deplaces,
    people displaced`,
  households: `
    hogares, households, menages, familias, idp households, familias desplazadas,
    menages deplaces, hh`,
  cause: `
    causa, cause, displacement reason, cause of death, causa de muerte, causa muerte,
    cause du deces, cause de la mort, cause deces, motivo desplazamiento, reason,
    reason for displacement, motif`,
  period: `
    periodo, period, anio, ano, year, annee, mes, month, fecha, trimestre, reference period,
    periode, obs time, time period, time`,
  value: `
    valor, value, valeur, obs value, total, cantidad, poblacion, count, personas, figure, amount,
    monto, importe, numero de personas, nombre, effectif, population, montant, number of persons,
    cifra`,
  measure: `
    medida, indicador, indicator, measure, serie, series, flujo, indicateur, mesure, variable,
    concepto`,
  unit: `
    unidad, unit, unite`,
  weight: `
    factor, factor de expansion, weight, peso, ponderador, poids, factor expansion, fac exp,
    expansion factor, survey weight, sampling weight, coefficient, ponderation, hh weight, fexp`,
  stratum: `
    estrato, stratum, strate, strata`,
  cluster: `
    conglomerado, upm, cluster, psu, grappe, unidad primaria de muestreo, ea, enumeration area,
    unite primaire`,
  household: `
    hogar, household, menage, id hogar, hh id, hhid, household id, numero hogar, vivienda, folio,
    id menage`,
  interviewed_on: `
    fecha, date, fecha entrevista, interview date, date of interview, fecha de entrevista,
    date d entretien, date entretien, date de l enquete, interview`,
  location: `
    lugar, lugar del incidente, place, lieu, ubicacion, location, location description, sitio,
    lieu de l incident`,
  women: `
    femmes, females, mujeres, number of females`,
  men: `
    hommes, males, hombres, number of males`,
  children: `
    menores, ninos, minors, enfants, mineurs, number of children, nna`,
  incident_id: `
    id, identificador, incident, web id, identifiant`,
  setting: `
    alojamiento, tipo de alojamiento, shelter, shelter type, abri, type de site, hebergement,
    site type`,
  population_group: `
    grupo, group, groupe, population group, grupo de poblacion`,
  operation: `
    operacion, crisis`,
  relationship: `
    parentesco, relationship to head, relacion de parentesco, lien de parente, relation`,
  activity: `
    condicion de actividad, employment status, activity status, actividad, statut d activite,
    situation d activite`,
  area_type: `
    area, zona, milieu, urban rural, urbano rural, milieu de residence`,
  residence_five_years_ago: `
    pais hace 5 anios, pais hace cinco anos, residencia hace 5 anos, residence 5 years ago,
    country 5 years ago, pays il y a 5 ans`,
  residence_one_year_ago: `
    pais hace 1 anio, residencia hace un ano, residence 1 year ago, country 1 year ago,
    pays il y a 1 an`,
  person_number: `
    numero persona, person id, member id, line number, orden, renglon, numero d ordre`,
  arrival_year: `
    ano de llegada, anio llegada, year of arrival, annee d arrivee`,
})

function parted(texts: Readonly<Record<string, string>>): Record<string, readonly string[]> {
  return Object.fromEntries(
    Object.entries(texts).map(([field, text]) => [
      field,
      text.split(',').map((name) => name.trim()),
    ]),
  )
}
