import { Weighted } from "../random.ts";

/** Names that streets have in every town, more frequent first. */
export const STREETS = new Weighted(
  "San Martín|Belgrano|Rivadavia|Sarmiento|Mitre|Moreno|9 de Julio|25 de Mayo|Urquiza|Italia|España|Independencia|Entre Ríos|Corrientes|Córdoba|Mendoza|Tucumán|Santa Fe|Buenos Aires|Güemes|Alvear|Las Heras|Lavalle|Pellegrini|Balcarce|Alberdi|Brown|Castelli|Dorrego|Estanislao López|Francia|Freyre|General Paz|Hipólito Yrigoyen|Islas Malvinas|Jujuy|La Rioja|Ledesma|López y Planes|Maipú|Necochea|Newbery|Obligado|Paraguay|Pasaje Los Ceibos|Perón|Presidente Roca|Pueyrredón|Quintana|Saavedra|Salta|San Juan|San Lorenzo|San Luis|Suipacha|Uruguay|Vélez Sarsfield|1º de Mayo|20 de Junio|Bv. Gálvez|Av. Freyre|Av. Alem|Iturraspe|Crespo|Hernandarias|Azcuénaga|Larrea|Chacabuco|Ayacucho|Junín|Catamarca|Chaco|Formosa|Misiones|Río Negro|Los Aromos|Los Jacarandaes|Las Acacias|Los Paraísos|Laprida|Monteagudo|Gorriti|French|Berutti|Matheu|Paso|Alsina|Avellaneda|Roca|Sáenz Peña|Alfonsín|Evita|Candioti|Gobernador Crespo|J. J. Paso|Echagüe|Domingo Silva|Aristóbulo del Valle|Facundo Zuviría|Blas Parera".split(
    "|",
  ),
  (_, rank) => 1 / (rank + 8),
);
