/**
 * Words of a Spanish or English search that find nothing by themselves: left out of what has to match, so that
 * "falta de agua" finds what says "falta agua". Folded: lower case, no accents.
 */
export const WORDS_THAT_SAY_NOTHING: ReadonlySet<string> = new Set(
  (
    "a al ante con de del desde el ella en entre es esta este la las le les lo los me mi mis para por que se si su sus " +
    "te tu un una unas unos y ya the of an in on for to and my is"
  ).split(" "),
);
