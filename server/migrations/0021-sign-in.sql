-- Sign-in and sessions. Only the system reads these: no statement of a request's role can reach a secret.
create table identity.credential (
  user_id uuid primary key references identity.account (id),
  -- PHC string: $argon2id$v=19$m=19456,t=2,p=1$salt$hash
  password_hash text not null,
  changed_at timestamptz not null,
  must_change boolean not null default false
);

-- token_hash is sha256 of a random 256-bit token that only the browser knows.
create table identity.session (
  id uuid primary key,
  user_id uuid not null references identity.account (id),
  token_hash bytea not null unique,
  created_at timestamptz not null,
  last_seen_at timestamptz not null,
  -- Absolute end; the sliding one is last_seen_at plus the idle limit.
  expires_at timestamptz not null,
  ip text not null,
  user_agent text not null,
  ended_at timestamptz,
  end_reason text check (end_reason in ('signed-out', 'revoked', 'password-changed', 'user-disabled', 'replaced', 'expired')),
  check ((ended_at is null) = (end_reason is null))
);
create index session_live on identity.session (user_id) where ended_at is null;

-- Failures per bucket: "account|…", "ip|…", "pair|…", "device|…". Kept for names that do not exist too.
create table identity.throttle (
  bucket text primary key,
  failures int not null,
  last_failure_at timestamptz not null,
  locked_until timestamptz
);
create index throttle_old on identity.throttle (last_failure_at);

-- Browsers in which a person signed in before: while somebody else guesses at the account, they still get in.
create table identity.known_device (
  token_hash bytea primary key,
  user_id uuid not null references identity.account (id),
  created_at timestamptz not null,
  last_used_at timestamptz not null
);
create index known_device_user on identity.known_device (user_id);

create table identity.password_link (
  id uuid primary key,
  user_id uuid not null references identity.account (id),
  token_hash bytea not null unique,
  purpose text not null check (purpose in ('first-admin', 'invite', 'reset')),
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index password_link_user on identity.password_link (user_id) where used_at is null;

grant select, insert, update, delete on identity.credential, identity.session, identity.throttle,
  identity.known_device, identity.password_link to vera_system;
