-- Which name in Asterisk rings whom. The secret is nowhere but in Asterisk and in the browser.
create table voice.softphone (
  name text primary key,
  user_id uuid not null,
  -- Of the login that asked for it; null for a machine's API key.
  session_id uuid,
  created_at timestamptz not null
);
create index softphone_user on voice.softphone (user_id, created_at desc);
select platform.expose('voice.softphone');
