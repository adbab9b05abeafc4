/** Organisms (tenants), their names and branding, opening hours, holidays and the topic tree. */
import Type, { type Static } from "typebox";

const Uuid = Type.String({ format: "uuid" });
const Instant = Type.String({ format: "date-time" });
/** Calendar day without zone, `YYYY-MM-DD`. */
export const Day = Type.String({ pattern: "^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])$" });
/** Wall-clock time `HH:MM`; `24:00` is the end of the day. */
export const WallTime = Type.String({ pattern: "^(([01]\\d|2[0-3]):[0-5]\\d|24:00)$" });
const Colour = Type.String({ pattern: "^#[0-9a-fA-F]{6}$" });
const ShortText = Type.String({ minLength: 1, maxLength: 120 });
const LongText = Type.String({ minLength: 1, maxLength: 240 });
/** Lower-case letters, digits and dashes; unique over the platform. */
const Slug = Type.String({ pattern: "^[a-z0-9]+(-[a-z0-9]+)*$", maxLength: 60 });
/** Kind is data: these are the ones that ship, any other slug-like word may be used. */
export const TENANT_KINDS = ["province", "ministry", "agency", "municipality", "commune", "company"] as const;

/** `logoFileId` is a file of the platform's files port. */
export const Branding = Type.Object({
  displayName: Type.Union([ShortText, Type.Null()]),
  colour: Type.Union([Colour, Type.Null()]),
  logoFileId: Type.Union([Uuid, Type.Null()]),
});
export type Branding = Static<typeof Branding>;

/** A name in force from `validFrom` (included) to `validTo` (excluded; null while in force). */
export const TenantName = Type.Object({
  name: Type.String(),
  shortName: Type.String(),
  validFrom: Day,
  validTo: Type.Union([Day, Type.Null()]),
});
export type TenantName = Static<typeof TenantName>;

/** `name` and `shortName` are those in force today in the tenant's zone. */
export const Tenant = Type.Object({
  id: Uuid,
  parentId: Type.Union([Uuid, Type.Null()]),
  kind: Type.String(),
  slug: Type.String(),
  name: Type.String(),
  shortName: Type.String(),
  zone: Type.String(),
  /** Province code, ISO 3166-2 (`AR-S`), and locality name: choose the holidays that apply. */
  province: Type.Union([Type.String(), Type.Null()]),
  locality: Type.Union([Type.String(), Type.Null()]),
  branding: Branding,
  createdAt: Instant,
  closedAt: Type.Union([Instant, Type.Null()]),
});
export type Tenant = Static<typeof Tenant>;
export const TenantList = Type.Object({ tenants: Type.Array(Tenant) });
export type TenantList = Static<typeof TenantList>;
export const TenantDetail = Type.Object({ ...Tenant.properties, names: Type.Array(TenantName) });
export type TenantDetail = Static<typeof TenantDetail>;

export const NewTenant = Type.Object({
  parentId: Type.Union([Uuid, Type.Null()]),
  kind: Type.String({ pattern: "^[a-z][a-z-]{1,39}$" }),
  slug: Slug,
  name: LongText,
  shortName: ShortText,
  zone: Type.Optional(ShortText),
  province: Type.Optional(Type.Union([Type.String({ pattern: "^[A-Z]{2}-[A-Z0-9]{1,3}$" }), Type.Null()])),
  locality: Type.Optional(Type.Union([ShortText, Type.Null()])),
});
export type NewTenant = Static<typeof NewTenant>;

/** Only the fields present change. Names change by `POST …/names`, so that the past keeps its own. */
export const TenantChange = Type.Partial(
  Type.Object({
    ...Type.Pick(NewTenant, ["kind", "slug", "zone", "province", "locality"]).properties,
    /** Moves the tenant with all below it; only for who holds tenant.manage on the whole platform. */
    parentId: Uuid,
    closed: Type.Boolean(),
    ...Branding.properties,
  }),
);
export type TenantChange = Static<typeof TenantChange>;
export const Rename = Type.Object({ name: LongText, shortName: ShortText, validFrom: Day });
export type Rename = Static<typeof Rename>;

/** ISO weekday: 1 Monday … 7 Sunday. Blocks of one day may not overlap; over midnight = two blocks. */
export const HoursBlock = Type.Object({
  weekday: Type.Integer({ minimum: 1, maximum: 7 }),
  from: WallTime,
  until: WallTime,
});
export type HoursBlock = Static<typeof HoursBlock>;
export const TimeSpan = Type.Object({ from: WallTime, until: WallTime });
export type TimeSpan = Static<typeof TimeSpan>;

export const EXCEPTION_EFFECTS = ["close", "open", "replace"] as const;
/**
 * Days that depart from the week, and from holidays. `close` removes the spans (none = the whole day),
 * `open` adds them, `replace` makes them the day's only hours.
 */
export const NewCalendarException = Type.Object({
  firstDay: Day,
  lastDay: Day,
  effect: Type.Enum(["close", "open", "replace"]),
  spans: Type.Array(TimeSpan, { maxItems: 12 }),
  name: ShortText,
});
export type NewCalendarException = Static<typeof NewCalendarException>;
export const CalendarException = Type.Object({ id: Uuid, ...NewCalendarException.properties });
export type CalendarException = Static<typeof CalendarException>;

export const NewCalendar = Type.Object({
  tenantId: Uuid,
  name: ShortText,
  /** null: the tenant's zone. */
  zone: Type.Optional(Type.Union([ShortText, Type.Null()])),
  /** Open day and night, whatever blocks and holidays say. */
  alwaysOpen: Type.Optional(Type.Boolean()),
  observesHolidays: Type.Optional(Type.Boolean()),
  blocks: Type.Array(HoursBlock, { maxItems: 84 }),
});
export type NewCalendar = Static<typeof NewCalendar>;
export const CalendarChange = Type.Partial(
  Type.Object({ ...Type.Omit(NewCalendar, ["tenantId"]).properties, isDefault: Type.Literal(true) }),
);
export type CalendarChange = Static<typeof CalendarChange>;
/** `isDefault`: the tenant's own calendar, used where nothing names another (tickets' clocks). */
export const Calendar = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  name: Type.String(),
  zone: Type.String(),
  alwaysOpen: Type.Boolean(),
  observesHolidays: Type.Boolean(),
  isDefault: Type.Boolean(),
  blocks: Type.Array(HoursBlock),
  exceptions: Type.Array(CalendarException),
});
export type Calendar = Static<typeof Calendar>;
export const CalendarList = Type.Object({ calendars: Type.Array(Calendar) });
export type CalendarList = Static<typeof CalendarList>;

/** Why it is open or closed now. */
export const OPEN_REASONS = ["always-open", "hours", "outside-hours", "holiday", "exception"] as const;
export const OpenState = Type.Object({
  open: Type.Boolean(),
  reason: Type.Enum(["always-open", "hours", "outside-hours", "holiday", "exception"]),
  /** While open: when it closes next. Absent when it never does within a year. */
  until: Type.Optional(Instant),
  /** While closed: when it opens next. Absent when it never does within a year. */
  opensAt: Type.Optional(Instant),
  /** Name of the holiday or exception that decides now. */
  holidayName: Type.Optional(Type.String()),
});
export type OpenState = Static<typeof OpenState>;

export const HOLIDAY_SCOPES = ["nation", "province", "locality", "tenant"] as const;
const HolidayFields = {
  day: Day,
  name: LongText,
  /** Partial day: closed from this time on; null = from midnight. */
  closedFrom: Type.Optional(Type.Union([WallTime, Type.Null()])),
  /** Partial day: closed until this time; null = to midnight. */
  closedUntil: Type.Optional(Type.Union([WallTime, Type.Null()])),
};
/** A day off of one tenant (asueto), of its descendants too when asked. */
export const NewTenantHoliday = Type.Object({
  tenantId: Uuid,
  includesDescendants: Type.Optional(Type.Boolean()),
  ...HolidayFields,
});
export type NewTenantHoliday = Static<typeof NewTenantHoliday>;
/** A public holiday: `area` is null for the nation, `AR-S` for a province, a locality's name for a locality. */
export const NewPublicHoliday = Type.Object({
  scope: Type.Enum(["nation", "province", "locality"]),
  area: Type.Union([ShortText, Type.Null()]),
  ...HolidayFields,
});
export type NewPublicHoliday = Static<typeof NewPublicHoliday>;
export const Holiday = Type.Object({
  id: Uuid,
  scope: Type.Enum(["nation", "province", "locality", "tenant"]),
  area: Type.Union([Type.String(), Type.Null()]),
  tenantId: Type.Union([Uuid, Type.Null()]),
  includesDescendants: Type.Boolean(),
  day: Day,
  name: Type.String(),
  closedFrom: Type.Union([WallTime, Type.Null()]),
  closedUntil: Type.Union([WallTime, Type.Null()]),
});
export type Holiday = Static<typeof Holiday>;
export const HolidayList = Type.Object({ holidays: Type.Array(Holiday) });
export type HolidayList = Static<typeof HolidayList>;

export const TOPIC_KINDS = ["jurisdiction", "organism", "theme", "reason"] as const;
const TopicKind = Type.Enum(["jurisdiction", "organism", "theme", "reason"]);
/** What people call it in other words; searched together with the names of the path. */
const TopicAliases = Type.Array(Type.String({ minLength: 1, maxLength: 80 }), { maxItems: 40 });
/** A node of the topic tree. `path`: names from the root to this topic, for display and search. */
export const Topic = Type.Object({
  id: Uuid,
  tenantId: Uuid,
  parentId: Type.Union([Uuid, Type.Null()]),
  kind: TopicKind,
  name: Type.String(),
  code: Type.Union([Type.String(), Type.Null()]),
  active: Type.Boolean(),
  position: Type.Integer(),
  aliases: TopicAliases,
  path: Type.Array(Type.String()),
});
export type Topic = Static<typeof Topic>;
export const TopicList = Type.Object({ topics: Type.Array(Topic) });
export type TopicList = Static<typeof TopicList>;
export const NewTopic = Type.Object({
  tenantId: Uuid,
  parentId: Type.Union([Uuid, Type.Null()]),
  kind: TopicKind,
  name: LongText,
  code: Type.Optional(Type.Union([Type.String({ pattern: "^[A-Za-z0-9._-]{1,40}$" }), Type.Null()])),
  position: Type.Optional(Type.Integer({ minimum: 0, maximum: 100_000 })),
  aliases: Type.Optional(TopicAliases),
});
export type NewTopic = Static<typeof NewTopic>;
export const TopicChange = Type.Partial(
  Type.Object({
    ...Type.Pick(NewTopic, ["name", "code", "position", "aliases"]).properties,
    parentId: Type.Union([Uuid, Type.Null()]),
    active: Type.Boolean(),
  }),
);
export type TopicChange = Static<typeof TopicChange>;
