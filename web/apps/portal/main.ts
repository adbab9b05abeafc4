import "@fontsource-variable/archivo/wght.css";
import "../../shared/css/tokens.css";
import "./portal.css";
import { keepDraft } from "./keep-draft.ts";
import { offerHere } from "./offer-here.ts";

/** What a page gains with its script; all of it works without. */
const form = document.querySelector<HTMLFormElement>("form[data-keep]");
if (form) {
  keepDraft(form);
  offerHere(form);
}
