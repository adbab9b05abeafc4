const TO_29 =
  "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve veinte veintiuno veintidós veintitrés veinticuatro veinticinco veintiséis veintisiete veintiocho veintinueve".split(
    " ",
  );
const TENS = "_ _ _ treinta cuarenta cincuenta sesenta setenta ochenta noventa".split(" ");
const HUNDREDS =
  "_ ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos".split(
    " ",
  );
const MOST = 999_999_999;

/** A whole number in Spanish words; what is larger or no whole number stays as it is written. */
export function numberInWords(value: number): string {
  if (!Number.isInteger(value) || Math.abs(value) > MOST) return String(value);
  if (value < 0) return `menos ${numberInWords(-value)}`;
  if (value < 1000) return underThousand(value);
  const unit = value < 1_000_000 ? 1000 : 1_000_000;
  const many = Math.floor(value / unit);
  const rest = value % unit;
  return [unit === 1000 ? thousands(many) : millions(many), rest === 0 ? "" : numberInWords(rest)]
    .join(" ")
    .trim();
}

function underThousand(value: number): string {
  if (value < 30) return TO_29[value] ?? "";
  if (value === 100) return "cien";
  if (value < 100) {
    const [ten, one] = [Math.floor(value / 10), value % 10];
    return one === 0 ? `${TENS[ten]}` : `${TENS[ten]} y ${TO_29[one]}`;
  }
  const rest = value % 100;
  const hundreds = `${HUNDREDS[Math.floor(value / 100)]}`;
  return rest === 0 ? hundreds : `${hundreds} ${underThousand(rest)}`;
}

function thousands(many: number): string {
  return many === 1 ? "mil" : `${beforeNoun(numberInWords(many))} mil`;
}

function millions(many: number): string {
  return many === 1 ? "un millón" : `${beforeNoun(numberInWords(many))} millones`;
}

/** "uno" is shortened before what it counts: veintiún mil, treinta y un minutos. */
export function beforeNoun(words: string): string {
  return words.replace(/veintiuno$/, "veintiún").replace(/uno$/, "un");
}
