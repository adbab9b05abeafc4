/**
 * Departments and main towns of Santa Fe, compiled by us: INDEC code, name, department, inhabitants (rounded, 2022),
 * area code, postal code, and the centre in degrees. A demonstration has them without the official file; the file
 * (georef-ar) is keyed on the same codes and brings the rest.
 */
type TownRow = readonly [
  code: string,
  name: string,
  department: string,
  people: number,
  areaCode: string,
  postalCode: string,
  lat: number,
  lon: number,
];

export interface Town {
  readonly code: string;
  readonly name: string;
  readonly department: string;
  readonly people: number;
  readonly areaCode: string;
  readonly postalCode: string;
  readonly lat: number;
  readonly lon: number;
}

// biome-ignore format: one town a line
const ROWS: readonly TownRow[] = [
  ["82084270", "Rosario", "Rosario", 1030000, "341", "2000", -32.947, -60.633],
  ["82063170", "Santa Fe", "La Capital", 400000, "342", "3000", -31.647, -60.710],
  ["82021310", "Rafaela", "Castellanos", 105000, "3492", "2300", -31.253, -61.492],
  ["82049180", "Reconquista", "General Obligado", 80000, "3482", "3560", -29.144, -59.644],
  ["82084310", "Villa Gobernador Gálvez", "Rosario", 95000, "341", "2124", -33.025, -60.634],
  ["82042290", "Venado Tuerto", "General López", 85000, "3462", "2600", -33.745, -61.969],
  ["82063180", "Santo Tomé", "La Capital", 72000, "342", "3016", -31.663, -60.762],
  ["82119130", "San Lorenzo", "San Lorenzo", 52000, "3476", "2200", -32.746, -60.730],
  ["82070050", "Esperanza", "Las Colonias", 48000, "3496", "3080", -31.449, -60.930],
  ["82084160", "Granadero Baigorria", "Rosario", 45000, "341", "2152", -32.854, -60.709],
  ["82084210", "Pérez", "Rosario", 36000, "341", "2121", -32.998, -60.771],
  ["82119020", "Capitán Bermúdez", "San Lorenzo", 33000, "341", "2154", -32.826, -60.716],
  ["82014050", "Casilda", "Caseros", 40000, "3464", "2170", -33.045, -61.164],
  ["82084140", "Funes", "Rosario", 40000, "341", "2132", -32.921, -60.811],
  ["82028230", "Villa Constitución", "Constitución", 50000, "3400", "2919", -33.227, -60.330],
  ["82056030", "Cañada de Gómez", "Iriondo", 32000, "3471", "2500", -32.821, -61.395],
  ["82112130", "San Justo", "San Justo", 24000, "3498", "3040", -30.789, -60.593],
  ["82021360", "Sunchales", "Castellanos", 26000, "3493", "2322", -30.945, -61.561],
  ["82042120", "Firmat", "General López", 21000, "3465", "2630", -33.458, -61.486],
  ["82105130", "Gálvez", "San Jerónimo", 20000, "3404", "2252", -32.033, -61.220],
  ["82084070", "Arroyo Seco", "Rosario", 23000, "3402", "2128", -33.158, -60.512],
  ["82133170", "Vera", "Vera", 22000, "3483", "3550", -29.459, -60.215],
  ["82077080", "Tostado", "9 de Julio", 17000, "3491", "3060", -29.233, -61.771],
  ["82049020", "Avellaneda", "General Obligado", 28000, "3482", "3561", -29.118, -59.659],
  ["82042220", "Rufino", "General López", 20000, "3382", "6100", -34.262, -62.711],
  ["82126140", "San Jorge", "San Martín", 20000, "3406", "2451", -31.896, -61.860],
  ["82007030", "Las Parejas", "Belgrano", 14000, "3471", "2505", -32.682, -61.521],
  ["82007010", "Armstrong", "Belgrano", 13000, "3471", "2508", -32.785, -61.603],
  ["82119110", "Roldán", "San Lorenzo", 22000, "341", "2134", -32.900, -60.910],
  ["82119050", "Fray Luis Beltrán", "San Lorenzo", 17000, "3476", "2156", -32.786, -60.728],
  ["82119030", "Carcarañá", "San Lorenzo", 18000, "341", "2138", -32.857, -61.152],
  ["82119080", "Puerto General San Martín", "San Lorenzo", 15000, "3476", "2202", -32.716, -60.731],
  ["82091060", "Ceres", "San Cristóbal", 16000, "3491", "2340", -29.882, -61.945],
  ["82105090", "Coronda", "San Jerónimo", 19000, "342", "2240", -31.975, -60.916],
  ["82091220", "San Cristóbal", "San Cristóbal", 15000, "3408", "3070", -30.312, -61.237],
  ["82007040", "Las Rosas", "Belgrano", 14000, "3471", "2520", -32.475, -61.577],
  ["82126070", "El Trébol", "San Martín", 12000, "3401", "2535", -32.203, -61.703],
  ["82098060", "San Javier", "San Javier", 17000, "3405", "3005", -30.582, -59.928],
  ["82049230", "Villa Ocampo", "General Obligado", 20000, "3482", "3580", -28.487, -59.355],
  ["82063160", "San José del Rincón", "La Capital", 14000, "342", "3001", -31.606, -60.568],
  ["82063140", "Recreo", "La Capital", 17000, "342", "3018", -31.491, -60.736],
  ["82063190", "Sauce Viejo", "La Capital", 14000, "342", "3017", -31.771, -60.837],
  ["82049150", "Malabrigo", "General Obligado", 8000, "3482", "3572", -29.349, -59.970],
  ["82133010", "Calchaquí", "Vera", 12000, "3483", "3050", -29.888, -60.283],
  ["82049130", "Las Toscas", "General Obligado", 12000, "3482", "3586", -28.355, -59.259],
  ["82063080", "Laguna Paiva", "La Capital", 13000, "342", "3020", -31.307, -60.660],
  ["82070230", "San Carlos Centro", "Las Colonias", 12000, "3404", "3013", -31.727, -61.091],
  ["82070070", "Franck", "Las Colonias", 7000, "3404", "3009", -31.587, -60.938],
  ["82070270", "San Jerónimo Norte", "Las Colonias", 7000, "3404", "3011", -31.553, -61.078],
  ["82035020", "Helvecia", "Garay", 10000, "3405", "3003", -31.102, -60.089],
  ["82091230", "San Guillermo", "San Cristóbal", 9000, "3491", "2347", -30.358, -61.917],
  ["82021200", "Frontera", "Castellanos", 11000, "3492", "2401", -31.431, -62.064],
  ["82042280", "Teodelina", "General López", 7000, "3462", "6009", -34.190, -61.527],
  ["82042190", "Melincué", "General López", 3000, "3465", "2728", -33.661, -61.457],
  ["82049220", "Villa Guillermina", "General Obligado", 5000, "3482", "3589", -28.244, -59.452],
  ["82049060", "Florencia", "General Obligado", 9000, "3482", "3516", -28.041, -59.218],
  ["82098050", "Romang", "San Javier", 8500, "3482", "3555", -29.500, -59.748],
  ["82133110", "Margarita", "Vera", 5000, "3483", "3056", -29.692, -60.252],
  ["82077090", "Villa Minetti", "9 de Julio", 6000, "3491", "3061", -28.623, -61.627],
  ["82056140", "Totoras", "Iriondo", 12000, "3476", "2144", -32.584, -61.167],
  ["82119090", "Pujato", "San Lorenzo", 4000, "3464", "3080", -33.018, -61.043],
  ["82028010", "Alcorta", "Constitución", 8000, "3465", "2117", -33.538, -61.124],
  ["82126160", "Sastre", "San Martín", 6000, "3406", "2440", -31.767, -61.829],
  ["82042300", "Villa Cañás", "General López", 10000, "3462", "2607", -34.004, -61.606],
  ["82014010", "Arequito", "Caseros", 7000, "3464", "2183", -33.145, -61.470],
  ["82028170", "Peyrano", "Constitución", 3000, "3460", "2113", -33.541, -60.804],
  ["82105190", "Maciel", "San Jerónimo", 6000, "3476", "2208", -32.457, -60.892],
  ["82077020", "Gato Colorado", "9 de Julio", 2000, "3491", "3541", -28.022, -61.187],
  ["82105240", "San Genaro", "San Jerónimo", 10000, "3401", "2146", -32.372, -61.360],
  ["82126120", "María Susana", "San Martín", 4000, "3401", "2527", -32.267, -61.906],
  ["82042310", "Wheelwright", "General López", 6000, "3462", "2722", -33.792, -61.211],
  ["82070100", "Humboldt", "Las Colonias", 5000, "3496", "3081", -31.401, -61.082],
  ["82133040", "Fortín Olmos", "Vera", 4000, "3483", "", -29.057, -60.413],
  ["82133070", "Intiyaco", "Vera", 1500, "3483", "3551", -28.675, -60.071],
  ["82133050", "Garabato", "Vera", 1500, "3483", "", -28.954, -60.135],
];

export const TOWNS: readonly Town[] = ROWS.map(
  ([code, name, department, people, areaCode, postalCode, lat, lon]) => ({
    code,
    name,
    department,
    people,
    areaCode,
    postalCode,
    lat,
    lon,
  }),
);
