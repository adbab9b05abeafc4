import { Weighted } from "../random.ts";

export type Sex = "f" | "m";

/** First and second names by the years in which they were given, most frequent first. Compiled by us. */
interface Era {
  readonly until: number;
  readonly f: string;
  readonly m: string;
}

const ERAS: readonly Era[] = [
  {
    until: 1955,
    f: "María Juana Ana Rosa Elena Norma Marta Nélida Elsa Irma Teresa Blanca Delia Ramona Carmen Olga Margarita Hilda Dora Josefa Nelly Haydée Ofelia Lidia Beatriz Angélica Isabel Catalina Antonia Esther Celia Amelia Aurora Clara Emma Zulema Herminia Filomena Celina Ercilia Adela Rosario Petrona Dominga Luisa Emilia Victoria Leonor Mercedes Magdalena",
    m: "Juan José Carlos Luis Antonio Miguel Pedro Francisco Ángel Manuel Raúl Roberto Héctor Jorge Oscar Alberto Ramón Domingo Ernesto Enrique Osvaldo Rubén Víctor Rafael Santiago Julio Alfredo Vicente Aldo Hugo Nicolás Tomás Eduardo Orlando Américo Elvio Nazareno Segundo Ricardo Omar Armando Arturo Salvador Santos Salvatore Elías Emilio Félix Bautista Anselmo",
  },
  {
    until: 1975,
    f: "María Silvia Graciela Susana Mónica Liliana Patricia Alicia Claudia Adriana Norma Beatriz Marta Mirta Stella Laura Sandra Cristina Ana Gladys Viviana Nora Elsa Teresa Mabel Raquel Miriam Rosa Estela Carmen Griselda Nancy Gabriela Marcela Alejandra Andrea Fabiana Karina Analía Verónica Elena Hilda Inés Olga Lucía Zulma Delia Ramona Margarita Isabel",
    m: "Juan Carlos José Luis Jorge Miguel Daniel Eduardo Roberto Oscar Raúl Ricardo Héctor Hugo Alberto Rubén Sergio Gustavo Claudio Mario Marcelo Horacio Omar Guillermo Alejandro Fernando Fabián Gabriel Pablo Víctor Ramón Walter Osvaldo Néstor Julio Norberto Adrián Ángel Antonio Pedro Edgardo Darío Hernán Enrique Alfredo Marcos Orlando Rodolfo Esteban Javier",
  },
  {
    until: 1995,
    f: "María Laura Carolina Natalia Paula Romina Verónica Cecilia Soledad Gabriela Valeria Florencia Daniela Lorena Mariana Vanesa Gisela Victoria Belén Yanina Noelia Luciana Melisa Antonella Macarena Julieta Agustina Lucía Sabrina Ayelén Jésica Eliana Mariela Marisol Analía Silvina Natalí Georgina Virginia Estefanía Evangelina Celeste Micaela Mercedes Ana Andrea Rocío Betiana Magalí Sofía",
    m: "Juan Pablo Diego Martín Matías Sebastián Leandro Federico Maximiliano Luciano Mariano Nicolás Cristian Javier Gustavo Ezequiel Lucas Facundo Emanuel Gonzalo Leonardo Alejandro Damián Hernán Mauricio Germán Ignacio Esteban Andrés Ariel Walter Jonatan Marcos Emiliano Franco Agustín Fernando Gastón Nahuel David Rodrigo Jorge Luis José Ramiro Santiago Cristián Iván Guillermo Darío",
  },
  {
    until: 9999,
    f: "Sofía Valentina Martina Catalina Emma Julieta Delfina Isabella Olivia Mía Francesca Milagros Guadalupe Pilar Lucía Morena Abril Zoe Camila Juana Victoria Renata Lola Malena Agustina Josefina Ámbar Bianca Clara Constanza Brisa Oriana Nahiara Mora Umma Alma Felicitas Antonia Amparo Ludmila Luana Ailén Kiara Paulina Candela Jazmín Elena María Ema Aitana",
    m: "Thiago Bautista Benjamín Santino Valentino Juan Mateo Joaquín Lautaro Felipe Santiago Tomás Lorenzo Ciro Bastián Francisco Ignacio Ian Dante León Máximo Agustín Gael Simón Pedro Salvador Vicente Genaro Ramiro Noah Facundo Liam Jeremías Franco Alejo Emiliano Nicolás Martiniano Enzo Milo Giovanni Uriel Lisandro Tiziano Benicio Julián Manuel Camilo Dylan Isaías",
  },
];

const WEIGHTED = ERAS.map(({ until, f, m }) => ({ until, f: weighted(f), m: weighted(m) }));

function weighted(names: string): Weighted<string> {
  return new Weighted(names.split(" "), (_, rank) => 1 / (rank + 6));
}

/** Names given to a child of that year. */
export function givenNames(year: number, sex: Sex): Weighted<string> {
  const era = WEIGHTED.find(({ until }) => year < until) ?? WEIGHTED[0];
  if (!era) throw new RangeError(`No names for ${year}`);
  return era[sex];
}
