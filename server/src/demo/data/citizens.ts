import type { NewCitizen } from "@vera/contracts/citizens";

type DemoCitizen = Omit<NewCitizen, "tenantId" | "interactionId">;

const person = (
  [givenName, familyName]: readonly [string, string],
  [cuil, birthOn]: readonly [string, string],
  phone: string,
  more: Partial<DemoCitizen> = {},
): DemoCitizen => ({
  givenName,
  familyName,
  birthOn,
  identifiers: [
    { kind: "dni", value: cuil.slice(2, 10) },
    { kind: "cuil", value: cuil },
  ],
  contactPoints: [{ kind: "phone", value: phone, preferred: true }],
  ...more,
});

/** Nobody of these exists: documents of a range that was never issued, numbers kept free for examples where there are any. */
export const CITIZENS: readonly DemoCitizen[] = [
  // The caller of ./vera call, when it is not told another number.
  person(["Celina", "Algarrobo"], ["27990142071", "1984-05-12"], "3483 42-0123", {
    preferredChannel: "whatsapp",
    preferredTime: "después de las 14",
    takeIntoAccount: "Escucha poco: hablale despacio.",
  }),
  person(["Tomás", "Ceibo"], ["20990231185", "1991-11-03"], "0342 15 555-0118"),
  person(["Ramona", "Quebracho"], ["27990352262", "1957-02-27"], "0341 555-0126", {
    preferredChannel: "phone",
  }),
  person(["Ofelia", "Jacarandá"], ["20990413372", "1972-08-19"], "3483 55-0187"),
  person(["Lucía", "Ñandubay"], ["27990524489", "1999-12-30"], "0342 15 555-0144", {
    preferredChannel: "sms",
  }),
  person(["José María", "Pérez Tala"], ["20990635596", "1948-01-06"], "03491 55-0196"),
  person(["Antonella", "Curupí"], ["27990746619", "2001-07-21"], "0341 15 555-0171"),
  person(["Ángel", "Güemes"], ["20990857726", "1966-04-14"], "03482 55-0102"),
];
