import { initials } from "../format/identity-number.ts";
import "./person-mark.css";

/** The round mark of a person with their initials; the name is said elsewhere. */
export function PersonMark({ name }: { name: string }) {
  return <span className="person-mark" aria-hidden="true" data-initials={initials(name)} />;
}
