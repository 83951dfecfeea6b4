/** Whoever has the citizenship of the country is a national, and whoever was born in it native-born. */
export const statusByCountry = [
  ['country', 'citizenship', 'citizenship_status'],
  ['country', 'birth_country', 'birth_status'],
] as const

/** A post lies in one country, and is an airport, a harbour or on a road. */
export const modeByPost = ['country', 'border_post', 'mode'] as const

/** A municipality lies in one department, and that in one country. */
export const departmentOf = (department: string, municipality: string) =>
  ['country', department, municipality] as const
