import { type DemoArticle, demoArticle, PRICE_CHANGES, PROVINCE_PAGE } from "./demo-article.ts";

const GOVERNMENT = "Ministerio de Gobierno e Innovación Pública";
const CIVIL = [GOVERNMENT, "Registro Civil"] as const;
const TECHNOLOGY = [GOVERNMENT, "Secretaría de Tecnologías para la Gestión"] as const;

export const GOVERNMENT_ARTICLES: readonly DemoArticle[] = [
  demoArticle([...CIVIL, "Partidas"], {
    title: "Partidas de nacimiento, matrimonio y defunción",
    summary:
      "Podés pedir la partida por internet y te llega con firma digital, o pedirla en la oficina del Registro Civil.",
    whatIsIt:
      "Es la copia oficial del acta que guarda el Registro Civil. Hay copia simple y copia legalizada: preguntá en el organismo que te la pide cuál necesita.",
    forWhom: "La persona de la que habla el acta, su familia directa, o quien tenga un interés legítimo.",
    whatDoINeed:
      "- Nombre y apellido de las personas del acta.\n- Fecha y lugar del nacimiento, matrimonio o fallecimiento.\n- Número de acta, tomo y folio, si los tenés: aceleran la búsqueda.\n- Tu DNI.",
    cost: `Tiene una tasa, más si el pedido es urgente. Para algunos fines (escuela, trámites sociales) puede ser gratis. ${PRICE_CHANGES}`,
    where:
      "En la oficina del Registro Civil donde se hizo el acta, en el Archivo General del Registro Civil o en cualquier oficina que tenga el acta digitalizada.",
    online: "En la página de la provincia, sección Registro Civil: «Solicitud de partidas».",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "acta",
      "nacimiento",
      "matrimonio",
      "defunción",
      "certificado de nacimiento",
      "legalizada",
      "apostilla",
    ],
    note: "Si el hecho fue en otra provincia, la partida se pide allá.",
  }),
  demoArticle([...CIVIL, "DNI y pasaporte"], {
    title: "DNI y pasaporte: turno y estado del trámite",
    summary:
      "El DNI y el pasaporte se tramitan con turno en el Registro Civil. Después podés seguir el envío por internet.",
    whatIsIt:
      "El DNI es el documento de identidad y el pasaporte sirve para salir del país. Los emite el Registro Nacional de las Personas (RENAPER); el Registro Civil de la provincia toma el trámite.",
    forWhom:
      "Toda persona que vive en el país. Los menores van con una persona adulta responsable. Quien no puede moverse puede pedir que vayan a su casa.",
    whatDoINeed:
      "- El DNI anterior, si lo tenés.\n- Para menores: partida de nacimiento y DNI de quien acompaña.\n- Para cambio de domicilio: nada más que declararlo.\n- Si lo robaron o perdiste: no hace falta la denuncia para pedir uno nuevo.",
    cost: `Tiene un valor fijado por el RENAPER; hay gratuidad en casos sociales y en la primera inscripción de recién nacidos. ${PRICE_CHANGES}`,
    where:
      "En las oficinas del Registro Civil habilitadas y en los operativos móviles que recorren localidades y barrios.",
    online:
      "El turno, en la página de la provincia, sección Registro Civil. El estado, en la página nacional Mi Argentina con el número de trámite.",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "documento",
      "renovar",
      "extravío",
      "robo",
      "cambio de domicilio",
      "RENAPER",
      "operativo móvil",
      "viaje",
    ],
  }),
  demoArticle([...CIVIL, "Matrimonios"], {
    title: "Casarse por civil: turno y requisitos",
    summary: "El turno se saca con anticipación en el Registro Civil del domicilio de uno de los dos.",
    whatIsIt:
      "La celebración del matrimonio civil ante una oficial o un oficial público. Si es en la oficina hacen falta dos testigos; si es en otro lugar, cuatro (artículo 418 del Código Civil y Comercial).",
    forWhom: "Personas mayores de 18 años. Entre 16 y 18, con autorización de sus representantes legales.",
    whatDoINeed:
      "- DNI de las dos personas y de los testigos.\n- Si alguien se divorció: la sentencia o la partida con la nota marginal.\n- Si alguien enviudó: la partida de defunción.\n- Los estudios o formularios que indique la oficina al dar el turno.",
    cost: `En la oficina y en horario hábil es gratis o tiene una tasa menor; fuera de la oficina se paga. ${PRICE_CHANGES}`,
    where: "En el Registro Civil del domicilio de cualquiera de las dos personas.",
    online: "El turno, en la página de la provincia, sección Registro Civil.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["casamiento", "boda", "civil", "testigos", "libreta de familia"],
  }),
  demoArticle([...TECHNOLOGY, "ID Ciudadana"], {
    title: "ID Ciudadana: registrarse, recuperar la clave y subir de nivel",
    summary: "Es un solo usuario para todos los trámites en línea de la provincia. Te registrás con tu CUIL.",
    whatIsIt:
      "Es la identidad digital de la provincia. Con el nivel básico hacés consultas; para trámites con datos personales hay que subir el nivel validando tu identidad.",
    forWhom: "Toda persona con CUIL, mayor de edad.",
    whatDoINeed:
      "- CUIL.\n- DNI a mano: se pide el número de trámite.\n- Un correo electrónico al que puedas entrar ahora.\n- Para subir el nivel: validar la identidad en línea o ir con el DNI a un punto de atención.",
    cost: "Es gratis.",
    where: "Los puntos de validación presencial están en la página de ID Ciudadana.",
    online:
      "En la página de la provincia, «ID Ciudadana». Si olvidaste la clave: «Recuperar contraseña», y llega un enlace al correo con el que te registraste.",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "usuario",
      "contraseña",
      "clave",
      "no puedo entrar",
      "cuenta",
      "validación",
      "nivel",
      "identidad digital",
    ],
    note: "Nunca pidas ni anotes la contraseña. Si ya no tiene ese correo, abrí un ticket de soporte.",
  }),
  demoArticle([...TECHNOLOGY, "Timbó / expedientes"], {
    title: "Estado de un expediente provincial",
    summary: "Con el número de expediente se puede ver en qué oficina está y desde cuándo.",
    whatIsIt:
      "La provincia tramita sus expedientes en el sistema electrónico Timbó; los anteriores están en el SIE. En la consulta se ven los pases entre oficinas, no el contenido.",
    forWhom: "Quien inició el expediente o tiene su número.",
    whatDoINeed:
      "- El número de expediente completo, como figura en la constancia.\n- Si no lo tenés: DNI o CUIT de quien lo inició y la oficina donde se presentó.",
    cost: "Es gratis.",
    where: "En la mesa de entradas del organismo donde se inició.",
    online: "En la página de la provincia, «Consulta de expedientes».",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["SIE", "Timbó", "trámite", "mesa de entradas", "pase", "número de expediente"],
  }),
];
