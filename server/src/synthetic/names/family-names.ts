import { Weighted } from "../random.ts";

/** The most borne family names of the region, most frequent first; the order is ours, the weights follow Zipf's law. */
const FREQUENT =
  `González Rodríguez Gómez Fernández López Díaz Martínez Pérez García Sánchez Romero Sosa Álvarez Torres Ruiz
Ramírez Flores Acosta Benítez Medina Suárez Herrera Aguirre Pereyra Gutiérrez Giménez Molina Silva Castro Rojas Ortiz Núñez
Luna Juárez Cabrera Ríos Ferreyra Godoy Morales Domínguez Moreno Peralta Vega Carrizo Quiroga Castillo Ledesma Muñoz Ojeda
Ponce Vera Vázquez Villalba Cardozo Navarro Coronel Vargas Ramos Maldonado Cáceres Arias Figueroa Córdoba Correa Barrios
Franco Ferrari Alegre Almada Altamirano Alonso Aguilar Alfonso Aranda Araujo Avalos Ávila Ayala Báez Barreto Barrientos Blanco
Bravo Brizuela Bustamante Bustos Campos Cano Casco Centurión Chávez Contreras Cruz Cuello Delgado Duarte Escobar Espíndola
Espinosa Esquivel Farías Fleitas Galarza Galván Gallardo Gauna Giorgi Guerrero Guzmán Ibáñez Insaurralde Lencina Leiva
Lezcano Lucero Lugo Luque Maidana Mansilla Mareco Márquez Méndez Mendoza Meza Miño Miranda Monzón Montenegro Montiel Moyano
Nieva Olivera Olmedo Orellana Ortega Oviedo Páez Palacios Paredes Paz Pintos Portillo Quintana Quinteros Ramallo Reyes Reynoso Riquelme
Rivero Robledo Roldán Rolón Roman Salazar Salinas Sandoval Santillán Saucedo Segovia Serrano Soria Soto Sotelo Toledo Toloza
Troncoso Valdez Valenzuela Vallejos Velázquez Vergara Verón Vidal Villar Yedro Zalazar Zamora Zapata Zárate Bianchi Rossi Russo
Colombo Romano Esposito Ricci Marino Greco Bruno Gallo Conti Costa Mancini Lombardi Moretti Barbieri Fontana Santoro Mariani
Rinaldi Caruso Ferrero Galli Martini Leone Longo Gentile Martinelli Vitale Serra Coppola Marchetti Parisi Villa Conte Ferraro
Ferri Fabbri Bianco Marini Grasso Valentini Messina Sala Gatti Pellegrini Palumbo Sanna Farina Rizzi Monti Cattaneo Morelli
Amato Silvestri Mazza Testa Grassi Pellegrino Carbone Giuliani Benedetti Barone Battaglia Bernardi Sartori Neri Basso Boscarol
Schneider Müller Weber Meyer Wagner Becker Hoffmann Schmidt Fischer Kuhn Zimmermann Müller Gietz Bieri Imhoff Grenón Zehnder Favre
Echeverría Etcheverry Iturralde Goicoechea Aguirrezabala Mendizábal Urquiza Arrieta Elizalde Iriarte Larralde Olazábal`
    .split(/\s+/)
    .filter((name, index, all) => all.indexOf(name) === index);

const ITALIAN = [
  "Bert",
  "Bell",
  "Carr",
  "Cas",
  "Ferr",
  "Gall",
  "Bon",
  "Mor",
  "Pell",
  "Sart",
  "Zan",
  "Bev",
  "Ton",
  "Mass",
  "Ross",
  "Ven",
  "Col",
  "Mart",
  "Bor",
  "Gar",
  "Lov",
  "Pas",
  "Quar",
  "Rig",
  "Sal",
  "Tem",
  "Vis",
  "Bac",
  "Cer",
  "Dam",
  "Fal",
  "Ghir",
  "Lanz",
  "Mal",
  "Nic",
  "Per",
  "Spin",
  "Trev",
  "Ub",
  "Vol",
  "Zuc",
  "Bos",
  "Cam",
  "Don",
  "Fior",
  "Gand",
  "Mel",
  "Orl",
  "Pic",
  "Stef",
];
const ITALIAN_MIDDLE = [
  "",
  "in",
  "al",
  "on",
  "er",
  "ol",
  "an",
  "ar",
  "ass",
  "ett",
  "ic",
  "igl",
  "or",
  "ad",
  "am",
  "ent",
];
const ITALIAN_END = [
  "ini",
  "etti",
  "one",
  "elli",
  "ucci",
  "aro",
  "ato",
  "ino",
  "osi",
  "esi",
  "otti",
  "ano",
  "aldi",
  "ero",
  "ola",
  "enti",
];
const BASQUE = [
  "Agui",
  "Arri",
  "Aza",
  "Beru",
  "Eche",
  "Eli",
  "Gara",
  "Goi",
  "Iba",
  "Iri",
  "Itu",
  "Larra",
  "Lizar",
  "Mendi",
  "Ola",
  "Otza",
  "Sala",
  "Uga",
  "Urri",
  "Zaba",
  "Zubi",
  "Anza",
  "Beras",
  "Ochan",
  "Lope",
];
const BASQUE_END = [
  "goitia",
  "zábal",
  "gorri",
  "beguren",
  "mendi",
  "iturri",
  "zabala",
  "barren",
  "guren",
  "txea",
  "rreta",
  "sola",
  "tegui",
  "coechea",
  "rralde",
  "zubía",
  "ondo",
  "berri",
];
const GERMAN = [
  "Acker",
  "Bach",
  "Baum",
  "Berg",
  "Eich",
  "Feld",
  "Frei",
  "Gross",
  "Hart",
  "Heil",
  "Holz",
  "Kauf",
  "Klein",
  "Lang",
  "Lind",
  "Neu",
  "Ober",
  "Rein",
  "Roth",
  "Schön",
  "Stein",
  "Wald",
  "Wein",
  "Zimmer",
  "Brunn",
  "Kreuz",
  "Winter",
  "Sommer",
];
const GERMAN_END = [
  "mann",
  "meyer",
  "bauer",
  "er",
  "hof",
  "stein",
  "berg",
  "hardt",
  "müller",
  "bach",
  "inger",
  "wald",
  "ler",
  "ecker",
];
const SLAVIC = [
  "Kowal",
  "Nowa",
  "Petro",
  "Iva",
  "Bog",
  "Mar",
  "Stan",
  "Vuk",
  "Zieli",
  "Wisn",
  "Jaro",
  "Kra",
  "Luka",
  "Miro",
  "Pavl",
  "Rado",
  "Sokol",
  "Tomas",
  "Yanu",
  "Doro",
];
const SLAVIC_END = ["ski", "czuk", "vich", "kow", "wicz", "enko", "nik", "ovic", "ak", "sky", "cek", "liuk"];
const ROOTS: readonly string[][] = [...ITALIAN_MIDDLE.map((middle) => ITALIAN.map((root) => root + middle))];

/** Names that few people bear: as many as a province of immigrants has (some 14,000 besides the frequent ones). */
function rareNames(): string[] {
  const rare = [
    ...joined(ROOTS.flat(), ITALIAN_END),
    ...joined(BASQUE, BASQUE_END),
    ...joined(GERMAN, GERMAN_END),
    ...joined(SLAVIC, SLAVIC_END),
  ];
  // Mixed by a fixed stride, so that the rare ones are not sorted by origin.
  const stride = 7_919;
  return rare.map((_, index) => rare[(index * stride) % rare.length] ?? "");
}

function joined(starts: readonly string[], ends: readonly string[]): string[] {
  return starts.flatMap((start) => ends.map((end) => start + end));
}

export const FAMILY_NAMES = new Weighted([...FREQUENT, ...new Set(rareNames())], (_, rank) =>
  // Zipf-Mandelbrot: the first name is borne by some 2 % of the people, the frequent ones by two thirds.
  rank < FREQUENT.length ? 1 / (rank + 14) : 0.11 / (rank - FREQUENT.length + 900),
);
