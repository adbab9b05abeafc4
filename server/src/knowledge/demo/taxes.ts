import { type DemoArticle, demoArticle, PRICE_CHANGES, PROVINCE_PAGE } from "./demo-article.ts";

const API = ["Ministerio de Economía", "Administración Provincial de Impuestos (API)"] as const;

export const TAX_ARTICLES: readonly DemoArticle[] = [
  demoArticle([...API, "Impuesto Inmobiliario"], {
    title: "Impuesto Inmobiliario: boleta, deuda y pago",
    summary:
      "Con el número de partida inmobiliaria podés imprimir la boleta, ver qué debés y pagar por internet, sin ir a ninguna oficina.",
    whatIsIt:
      "Es el impuesto provincial que se paga cada año por las casas, los terrenos y los campos que están en la provincia. Se paga en cuotas o todo junto. Si pagaste en término el año anterior, puede corresponder un descuento por buena conducta fiscal.",
    forWhom:
      "Dueñas y dueños de un inmueble, o quien lo usa como si fuera propio. También puede sacar la boleta quien alquila, si tiene el número de partida.",
    whatDoINeed:
      "- El número de partida inmobiliaria. Está en una boleta anterior, en la escritura o en el contrato.\n- Si no lo tenés: los datos del dueño y la dirección del inmueble, para buscarlo en la API.\n- Para decir que un pago no figura: el comprobante.",
    cost: `Sacar la boleta y consultar la deuda es gratis. El impuesto depende de la valuación de cada inmueble. ${PRICE_CHANGES}`,
    where:
      "En la delegación de la API más cercana, o en la municipalidad o comuna que tenga oficina de enlace. Los pagos se hacen en bancos, redes de cobro y medios electrónicos.",
    online:
      "En la página de la provincia, sección Impuestos: «Impuesto Inmobiliario». Se carga la partida, se elige la cuota y se baja la boleta con código para pagar.",
    onlineUrl: PROVINCE_PAGE,
    keywords: [
      "boleta",
      "partida inmobiliaria",
      "API",
      "contribución",
      "casa",
      "terreno",
      "inmobiliario urbano",
      "rural",
    ],
    ask: ["Partida inmobiliaria"],
    note: "Sin la partida inmobiliaria no se puede avanzar.",
  }),
  demoArticle([...API, "Patente Única sobre Vehículos"], {
    title: "Patente de autos y motos: liquidación, transferencia y baja",
    summary:
      "Con el dominio del vehículo podés sacar la liquidación y pagar. La cobra el municipio o la comuna donde está radicado.",
    whatIsIt:
      "La Patente Única sobre Vehículos se paga por autos, motos, camiones y acoplados radicados en la provincia. La recaudan las municipalidades y comunas con un padrón común.",
    forWhom:
      "Titulares de un vehículo radicado en la provincia, o quien tenga la autorización para manejarlo.",
    whatDoINeed:
      "- El dominio, es decir las letras y números de la chapa.\n- Para transferir o dar de baja: el trámite hecho antes en el Registro del Automotor (DNRPA) y su constancia.\n- Para un pago que no figura: el comprobante y el recibo de la cuota.",
    cost: `La consulta es gratis. La cuota depende del modelo y la valuación del vehículo. ${PRICE_CHANGES}`,
    where: "En la municipalidad o comuna donde está radicado el vehículo, o en la delegación de la API.",
    online:
      "En la página de la provincia, sección Impuestos: «Patente Única sobre Vehículos», con el dominio.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["auto", "moto", "vehículo", "dominio", "chapa", "radicación", "rodado"],
    ask: ["Dominio del vehículo"],
    note: "Si el pago no figura y lo hizo en un municipio, el reclamo va a ese municipio.",
  }),
  demoArticle([...API, "Ingresos Brutos"], {
    title: "Ingresos Brutos: régimen simplificado y constancia",
    summary:
      "Quienes trabajan por su cuenta con ingresos chicos pueden pagar una cuota fija por mes en el régimen simplificado.",
    whatIsIt:
      "Es el impuesto provincial a quienes venden o prestan servicios. El régimen simplificado reemplaza las declaraciones por una cuota fija según la categoría.",
    forWhom:
      "Monotributistas y pequeños contribuyentes que trabajan solo en Santa Fe. Quien trabaja en más de una provincia va por Convenio Multilateral.",
    whatDoINeed:
      "- CUIT y clave fiscal de ARCA (antes AFIP).\n- La categoría de monotributo.\n- La fecha en que empezaste y tu actividad.",
    cost: `La inscripción y la constancia son gratis. La cuota depende de la categoría. ${PRICE_CHANGES}`,
    where: "Se hace por internet. Las dudas se atienden en las delegaciones de la API.",
    online: "Con clave fiscal, en los servicios de la API habilitados en la página de ARCA.",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["monotributo", "IIBB", "alícuota", "simplificado", "constancia de inscripción", "comercio"],
  }),
  demoArticle([...API, "Moratoria / plan de pago"], {
    title: "Plan de pago de impuestos provinciales",
    summary:
      "Si debés impuestos provinciales podés pedir un plan en cuotas. Conviene hacerlo antes de que llegue el apremio.",
    whatIsIt:
      "Es un acuerdo para pagar en cuotas lo que se debe de Inmobiliario, Patente, Ingresos Brutos u otros tributos provinciales. Si dejás de pagar, el plan caduca y vuelve la deuda original.",
    forWhom:
      "Toda persona o empresa con deuda vencida. Si la deuda está en juicio, primero hay que hablar con la API.",
    whatDoINeed:
      "- CUIT o CUIL.\n- Partida inmobiliaria, dominio o número de cuenta, según el impuesto.\n- Una cuenta bancaria (CBU) si el plan pide débito automático.",
    cost: `Pedir el plan es gratis. Las cuotas tienen interés de financiación. ${PRICE_CHANGES}`,
    where: "En la delegación de la API.",
    online: "En la página de la provincia, sección Impuestos: «Planes de pago».",
    onlineUrl: PROVINCE_PAGE,
    keywords: ["moratoria", "cuotas", "deuda", "caducidad", "apremio", "refinanciar"],
    note: "Las moratorias especiales tienen fecha de cierre: mirá si hay una vigente antes de nombrarla.",
  }),
];
