import { type DemoArticle, demoArticle, PRICE_CHANGES, PROVINCE_PAGE } from "./demo-article.ts";

const PRODUCTION = "Ministerio de Desarrollo Productivo";
const SAFETY = "Ministerio de Justicia y Seguridad";
const ROAD = [SAFETY, "Agencia Provincial de Seguridad Vial (APSV)"] as const;
const BODIES = "Empresas y entes";
const WATER = [BODIES, "Aguas Santafesinas (ASSA)"] as const;
const TOWN = ["Municipio o comuna adherida (servicio en la nube)", "SiAC Sunchales (modelo)"] as const;

export const SERVICE_ARTICLES: readonly DemoArticle[] = [
  demoArticle([PRODUCTION, "Secretaría de Transporte y Logística", "Boleto Educativo"], {
    title: "Boleto Educativo Gratuito: inscripción y problemas con la SUBE",
    summary:
      "Estudiantes, docentes y asistentes escolares viajan gratis. Hay que inscribirse todos los años y activar la SUBE.",
    whatIsIt:
      "Un beneficio provincial para ir y volver de clase en colectivos urbanos e interurbanos. En zonas rurales es un aporte en dinero: el Boleto Educativo Rural.",
    forWhom:
      "Estudiantes de todos los niveles, docentes y asistentes escolares de establecimientos de la provincia.",
    whatDoINeed:
      "- DNI y CUIL.\n- Tarjeta SUBE registrada a nombre de la persona que viaja.\n- El nombre del establecimiento, que tiene que confirmar el vínculo (puede tardar 48 horas hábiles).",
    cost: "Es gratis.",
    where:
      "La inscripción es por internet. La SUBE se activa en las terminales automáticas o con la aplicación SUBE.",
    online: "En la aplicación o la página del Boleto Educativo, con ID Ciudadana.",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "colectivo",
      "SUBE",
      "escuela",
      "facultad",
      "estudiante",
      "reinscripción",
      "BEG",
      "transporte",
      "rural",
    ],
    note: "Error en la aplicación: anotá qué dice el mensaje y el modelo del teléfono, y abrí un ticket.",
  }),
  demoArticle([PRODUCTION, "Defensa del Consumidor", "Reclamo"], {
    title: "Defensa del Consumidor: reclamar por un producto o servicio",
    summary:
      "Si una empresa no cumple, podés reclamar gratis. Se cita a las dos partes para llegar a un acuerdo.",
    whatIsIt:
      "El reclamo por incumplimiento de lo prometido, fallas, cobros indebidos o mala atención, según la Ley 24.240. La oficina fija una audiencia de conciliación.",
    forWhom: "Quien compró o contrató algo para uso propio o de su familia.",
    whatDoINeed:
      "- DNI.\n- Factura, ticket, contrato o resumen.\n- Número del reclamo hecho antes a la empresa.\n- Nombre y CUIT o domicilio de la empresa.\n- Fotos, mensajes o correos que lo prueben.",
    cost: "Es gratis y no hace falta abogado.",
    where: "En la oficina provincial o en la oficina municipal de información al consumidor (OMIC).",
    online: "En la página de la provincia, «Defensa del Consumidor».",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "denuncia",
      "garantía",
      "estafa",
      "telefonía",
      "tarjeta",
      "cobro indebido",
      "OMIC",
      "Billetera Santa Fe",
    ],
    note: "Por Billetera Santa Fe: pedí fecha, comercio, monto y número de operación. Nunca la clave.",
  }),
  demoArticle([...ROAD, "Licencia de conducir"], {
    title: "Licencia de conducir: turno, renovación y requisitos",
    summary:
      "Se hace en el Centro de Emisión de Licencias de tu localidad, con turno y sin multas pendientes.",
    whatIsIt:
      "La Licencia Nacional de Conducir que dan los centros de emisión (CEL). Para renovarla hay examen psicofísico; para la primera, también teórico y práctico.",
    forWhom: "Personas desde los 17 años (16 para motos chicas) con domicilio en la localidad del CEL.",
    whatDoINeed:
      "- DNI con el domicilio actualizado.\n- Libre deuda de infracciones (CENAT y provincial).\n- La licencia anterior, si renovás. Se puede renovar desde un mes antes de que venza.\n- Para menores de 18: autorización de un representante legal.\n- Anteojos o audífonos, si los usás.",
    cost: `Hay una tasa municipal y una nacional. ${PRICE_CHANGES}`,
    where: "En el Centro de Emisión de Licencias del municipio o comuna.",
    online:
      "El turno, en la página del municipio o de la provincia según el CEL. La licencia digital se ve en Mi Argentina.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["carnet", "registro", "manejar", "CEL", "renovar", "vencida", "libre deuda", "moto", "auto"],
  }),
  demoArticle([...ROAD, "Infracciones"], {
    title: "Multas de tránsito: consultar, pagar y hacer el descargo",
    summary:
      "Con el dominio o el DNI podés ver las infracciones. Si no estás de acuerdo, tenés derecho al descargo.",
    whatIsIt:
      "Las infracciones hechas en rutas de la provincia. Las de calles de una ciudad son del juzgado de faltas del municipio.",
    forWhom: "Titulares del vehículo o quien conducía.",
    whatDoINeed:
      "- Dominio o DNI.\n- El número de acta.\n- Para el descargo: explicación por escrito y pruebas (fotos, constancias).",
    cost: `Consultar y hacer el descargo es gratis. Suele haber descuento por pago voluntario en término. ${PRICE_CHANGES}`,
    where: "En el juzgado de faltas que figura en el acta.",
    online: "En la página de la provincia, «Infracciones de tránsito».",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "multa",
      "fotomulta",
      "radar",
      "acta",
      "juzgado de faltas",
      "exceso de velocidad",
      "libre deuda",
    ],
  }),
  demoArticle([SAFETY, "Certificado de buena conducta", "Trámite"], {
    title: "Certificado de buena conducta",
    summary: "Lo da la Policía de la provincia. Se pide con turno y DNI.",
    whatIsIt:
      "Un certificado de antecedentes provinciales. Algunos trabajos piden otro: el de Reincidencia, que es nacional.",
    forWhom: "Personas mayores de 16 años con domicilio en la provincia.",
    whatDoINeed: "- DNI.\n- Turno.\n- Saber para qué lo piden: en el certificado figura el destino.",
    cost: `Tiene una tasa provincial. ${PRICE_CHANGES}`,
    where: "En la Unidad Regional de la Policía o la oficina que indique el turno.",
    online: "El turno, en la página de la provincia.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["antecedentes", "policía", "trabajo", "reincidencia", "conducta"],
  }),
  demoArticle([BODIES, "EPE", "Reclamo técnico"], {
    title: "EPE: me quedé sin luz, baja tensión o cable caído",
    summary: "Con el número de cliente se carga el reclamo y se ve si hay un corte en la zona.",
    whatIsIt:
      "El reclamo técnico a la Empresa Provincial de la Energía por falta de suministro, baja tensión o daños en la red.",
    forWhom:
      "Usuarias y usuarios de la EPE. En localidades con cooperativa eléctrica, el reclamo va a la cooperativa.",
    whatDoINeed:
      "- Número de cliente o dirección completa.\n- Desde cuándo, y si es solo la casa o toda la cuadra.\n- Si alguien en la casa usa un equipo médico eléctrico: decilo, tiene prioridad.",
    cost: "Es gratis.",
    where: "Por teléfono o en las oficinas comerciales.",
    online: "En la Oficina Virtual de la EPE.",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "luz",
      "corte",
      "electricidad",
      "energía",
      "apagón",
      "cable",
      "poste",
      "transformador",
      "artefacto quemado",
    ],
    note: "Cable caído o chispas: es un riesgo. Decí que nadie se acerque ni toque nada, cargalo como urgente y, si hay heridos o fuego, transferí a emergencias.",
  }),
  demoArticle([BODIES, "EPE", "Comercial"], {
    title: "EPE: factura, cambio de titular y tarifa social",
    summary:
      "El cambio de titular y la tarifa social se pueden pedir por internet o en la oficina comercial.",
    whatIsIt:
      "Los trámites comerciales de la energía: copia de factura, reclamo por consumo, titularidad y beneficios en la tarifa.",
    forWhom: "Titulares, inquilinas e inquilinos, y quienes cumplen las condiciones de la tarifa social.",
    whatDoINeed:
      "- Número de cliente.\n- DNI.\n- Cambio de titular: escritura, boleto o contrato de alquiler.\n- Tarifa social: comprobantes de ingresos del grupo familiar.",
    cost: `Los pedidos son gratis. ${PRICE_CHANGES}`,
    where: "En las oficinas comerciales de la EPE.",
    online: "En la Oficina Virtual de la EPE.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["boleta de luz", "titularidad", "consumo", "subsidio", "medidor", "factura"],
  }),
  demoArticle([...WATER, "Reclamo"], {
    title: "Aguas Santafesinas: sin agua, pérdidas y desborde de cloacas",
    summary:
      "Con la unidad de facturación o la dirección se carga el reclamo y se da un número para seguirlo.",
    whatIsIt:
      "Reclamos por falta de agua, poca presión, agua turbia, pérdidas en la vereda o desbordes cloacales en las ciudades que atiende ASSA.",
    forWhom:
      "Quien vive o trabaja en la zona. En otras localidades el servicio es de una cooperativa, el municipio o la comuna.",
    whatDoINeed:
      "- Dirección exacta y entre qué calles.\n- Desde cuándo, y si les pasa a los vecinos.\n- Número de unidad de facturación, si lo tenés.\n- Si hay bebés, personas mayores o enfermas: decilo.",
    cost: "Es gratis.",
    where: "En las oficinas de atención de Aguas Santafesinas.",
    online: "En la página de Aguas Santafesinas.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["agua", "cloaca", "presión", "caño roto", "turbia", "pérdida", "desborde", "cisterna"],
    note: "Mirá antes si hay un incidente en la zona. El número que se da sirve después para reclamar ante el ENRESS.",
  }),
  demoArticle([BODIES, "ENRESS", "Reclamo de 2.ª instancia"], {
    title: "ENRESS: reclamar cuando la empresa de agua no respondió",
    summary: "Es la segunda instancia: primero se reclama a la empresa y con ese número se viene al ENRESS.",
    whatIsIt:
      "El Ente Regulador de Servicios Sanitarios controla a las empresas de agua y cloacas. Interviene si la empresa no respondió o respondió mal.",
    forWhom: "Usuarias y usuarios del servicio de agua y cloacas que ya reclamaron a la empresa.",
    whatDoINeed:
      "- El número de reclamo que dio la empresa.\n- Fecha y respuesta, si hubo.\n- Última factura.\n- DNI.",
    cost: "Es gratis.",
    where: "En las oficinas del ENRESS.",
    online: "En la página del ENRESS.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["ente regulador", "segunda instancia", "agua", "cloacas", "cooperativa", "sin respuesta"],
    note: "Sin número de reclamo del prestador no se puede abrir: ofrecé cargar primero el reclamo a la empresa.",
  }),
  demoArticle([...TOWN, "Alumbrado", "Luminaria apagada"], {
    title: "Luminaria apagada o que prende de día",
    summary:
      "El alumbrado de la calle lo arregla el municipio o la comuna. Con la dirección alcanza para abrir el reclamo.",
    whatIsIt: "El pedido de reparación de una luz de la vía pública.",
    forWhom: "Cualquier vecina o vecino.",
    whatDoINeed:
      "- Calle y altura, o entre qué calles.\n- Si es una sola o toda la cuadra.\n- El número que tenga la columna, si se ve.",
    cost: "Es gratis.",
    where: "En la municipalidad o comuna.",
    online: "Donde el municipio lo ofrece, en su propia página.",
    keywords: ["foco", "lámpara", "farol", "poste de luz", "calle oscura", "alumbrado público"],
    note: "Si está apagada toda la manzana y también las casas, puede ser un corte de la EPE.",
  }),
];
