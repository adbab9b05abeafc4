import { type DemoArticle, demoArticle, PRICE_CHANGES, PROVINCE_PAGE } from "./demo-article.ts";

const HEALTH = ["Ministerio de Salud", "Salud"] as const;
const EQUALITY = ["Ministerio de Igualdad y Desarrollo Humano", "Desarrollo Humano"] as const;
const BODIES = "Empresas y entes";

export const PEOPLE_ARTICLES: readonly DemoArticle[] = [
  demoArticle([...HEALTH, "Turnos"], {
    title: "Turnos en hospitales, SAMCo y centros de salud",
    summary:
      "La puerta de entrada es el centro de salud de tu barrio: te atiende y, si hace falta, te deriva al hospital.",
    whatIsIt:
      "La reserva de un turno con medicina general, especialistas o estudios en la red pública. Hay turnos del día y turnos programados.",
    forWhom:
      "Toda persona, tenga o no obra social. Si tenés obra social, avisá: el hospital le factura a ella, no a vos.",
    whatDoINeed:
      "- DNI de la persona que se va a atender.\n- Teléfono de contacto, para avisar cambios.\n- Si es para especialista o estudio: la orden médica.",
    cost: "La atención en la red pública es gratis.",
    where: "En el centro de salud más cercano, el SAMCo de la localidad o la mesa de turnos del hospital.",
    online: "En la página de la provincia, sección Salud, están los efectores con turnos por internet.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["médico", "hospital", "especialista", "cancelar turno", "dispensario", "SAMCo", "consulta"],
    note: "Si cuenta algo urgente (dolor de pecho, falta de aire, sangrado, desmayo), dejá el trámite y transferí al 107.",
  }),
  demoArticle([...HEALTH, "Vacunación"], {
    title: "Vacunas: calendario, dónde ir y certificado",
    summary:
      "Las vacunas del calendario son gratis y obligatorias. No hace falta orden médica ni turno en la mayoría de los vacunatorios.",
    whatIsIt:
      "El Calendario Nacional de Vacunación (Ley 27.491) dice qué vacuna toca a cada edad. También hay campañas para grupos de riesgo.",
    forWhom: "Bebés, chicas y chicos, embarazadas, personas adultas y mayores, y personal de salud.",
    whatDoINeed:
      "- DNI.\n- El carné o libreta de vacunas, si lo tenés. Sin carné vacunan igual.\n- Para vacunas fuera de calendario: orden médica.",
    cost: "Gratis en los vacunatorios públicos.",
    where: "En centros de salud, SAMCo y hospitales con vacunatorio, y en los puestos de campaña.",
    online:
      "El calendario y los lugares están en la página de la provincia. El certificado digital se ve en Mi Argentina.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["vacuna", "vacunatorio", "carné", "libreta", "gripe", "refuerzo", "dosis", "campaña"],
  }),
  demoArticle([...HEALTH, "Dengue"], {
    title: "Dengue: síntomas y descacharrado",
    summary:
      "Con fiebre y dolor de cuerpo hay que consultar y no automedicarse. En casa, lo que más sirve es no dejar agua quieta.",
    whatIsIt:
      "El dengue lo transmite un mosquito que cría en agua limpia y quieta. El descacharrado es juntar y tirar lo que puede juntar agua: baldes, tachos, cubiertas, botellas.",
    forWhom:
      "Todas las personas. Más cuidado con embarazadas, bebés, personas mayores o con otras enfermedades.",
    whatDoINeed:
      "- Si hay fiebre: ir al centro de salud, tomar agua, usar repelente para no contagiar.\n- No tomar aspirina ni ibuprofeno sin indicación médica.\n- Para el descacharrado: fijarse qué día pasa el municipio o la comuna.",
    cost: "Gratis.",
    where: "La consulta, en el centro de salud. El descacharrado lo organiza cada municipio o comuna.",
    online: "En la página de la provincia, sección Salud.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["mosquito", "fiebre", "aedes", "cacharros", "fumigación", "repelente", "descacharrización"],
    note: "Sangrado, vómitos que no paran, dolor fuerte de panza o mucha somnolencia: transferí al 107.",
  }),
  demoArticle([...HEALTH, "CUDAIO / donación de sangre"], {
    title: "Donar sangre y órganos",
    summary:
      "Podés donar sangre sin ayuno y sin reponer para nadie en particular. La voluntad de donar órganos se puede dejar escrita.",
    whatIsIt:
      "CUDAIO es el organismo provincial de donación y trasplantes. La donación de sangre es voluntaria; la de órganos se rige por la Ley 27.447.",
    forWhom: "Sangre: personas sanas de 16 a 65 años, de más de 50 kilos. Entre 16 y 18, con autorización.",
    whatDoINeed:
      "- DNI.\n- Haber dormido bien y desayunado sin grasas.\n- Contar qué remedios tomás y si tuviste tatuajes o cirugías en el último año.",
    cost: "Gratis.",
    where: "En los bancos de sangre de los hospitales y en las colectas anunciadas.",
    online: "En la página de la provincia, «CUDAIO».",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["sangre", "órganos", "trasplante", "donante", "plaquetas", "médula"],
  }),
  demoArticle([...EQUALITY, "Discapacidad", "Certificado (CUD)"], {
    title: "Certificado Único de Discapacidad (CUD)",
    summary:
      "El CUD abre derechos: cobertura de salud, transporte gratis y otros beneficios. El trámite es gratis y voluntario.",
    whatIsIt:
      "Es un documento público que acredita la discapacidad en todo el país (Ley 22.431). Lo da una junta evaluadora después de ver a la persona y sus estudios.",
    forWhom: "Personas con discapacidad de cualquier edad, que lo pidan ellas o quien las represente.",
    whatDoINeed:
      "- DNI de la persona y de quien la acompaña.\n- La planilla según el tipo de discapacidad, completa por su médica o médico.\n- Estudios e informes de los últimos meses.\n- El CUD anterior, si es una renovación.",
    cost: "Es gratis.",
    where: "En la junta evaluadora que corresponde al domicilio, con turno.",
    online: "Las planillas y el listado de juntas están en la página de la provincia.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["discapacidad", "CUD", "junta", "pase libre", "renovación", "certificado"],
    note: "Preguntá si necesita intérprete de lengua de señas o un lugar sin escaleras, y anotalo en «Tener en cuenta».",
  }),
  demoArticle([...EQUALITY, "Tarjeta Única de Ciudadanía"], {
    title: "Tarjeta Única de Ciudadanía: alta, saldo y pérdida",
    summary: "Es una tarjeta para comprar alimentos. Se pide en el área social de tu municipio o comuna.",
    whatIsIt:
      "Una ayuda alimentaria de la provincia que se carga todos los meses en una tarjeta, para usar en comercios adheridos.",
    forWhom: "Familias en situación de vulnerabilidad, según la evaluación del equipo social.",
    whatDoINeed:
      "- DNI de quien la pide y de su grupo familiar.\n- Constancia de domicilio.\n- Para reponerla: avisar la pérdida o el robo enseguida, así se bloquea.",
    cost: "Es gratis.",
    where:
      "En el área social de la municipalidad o comuna, o en la oficina del Ministerio de Igualdad y Desarrollo Humano.",
    online: "La información está en la página de la provincia.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["tarjeta", "alimentos", "ayuda social", "extravío", "robo", "bloquear", "saldo"],
    note: "No pidas el número de la tarjeta ni el PIN.",
  }),
  demoArticle([BODIES, "IAPOS", "Afiliados"], {
    title: "IAPOS: credencial y autorizaciones",
    summary:
      "La credencial es digital. Las órdenes que necesitan autorización se pueden mandar por internet.",
    whatIsIt:
      "IAPOS es la obra social de los empleados públicos de la provincia y de los jubilados provinciales.",
    forWhom: "Personas afiliadas y su grupo familiar.",
    whatDoINeed:
      "- DNI.\n- Número de afiliado.\n- Para autorizar: la orden médica con diagnóstico, firma, sello y fecha.",
    cost: `La credencial es gratis. Algunas prácticas tienen coseguro. ${PRICE_CHANGES}`,
    where: "En las delegaciones de IAPOS.",
    online: "En la aplicación y la página de IAPOS.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["obra social", "afiliado", "carnet", "orden", "coseguro", "prestador", "autorización"],
  }),
  demoArticle([BODIES, "Caja de Jubilaciones", "Trámite"], {
    title: "Jubilación provincial: iniciar el trámite y ver su estado",
    summary:
      "Se inicia con turno y la certificación de servicios. Después se sigue con el número de expediente.",
    whatIsIt:
      "El beneficio de jubilación o pensión para quienes aportaron a la Caja de Jubilaciones y Pensiones de la provincia.",
    forWhom: "Personal de la administración pública provincial, docentes, policías y municipios adheridos.",
    whatDoINeed:
      "- DNI y constancia de CUIL.\n- Certificación de servicios y remuneraciones de cada empleador.\n- Para pensión: partidas de defunción y de matrimonio o nacimiento.",
    cost: "El trámite es gratis y no hace falta gestor.",
    where: "En la Caja de Jubilaciones y sus delegaciones, con turno.",
    online: "En la página de la provincia, «Caja de Jubilaciones»: turnos, estado y fechas de cobro.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["jubilarse", "pensión", "fecha de cobro", "haberes", "aportes", "certificación de servicios"],
    note: "Si aportó a ANSES, el trámite es nacional.",
  }),
];
