-- What people call a topic in other words: "falta de agua" for "Sin agua". Looked through together with the names of its path.
alter table tenants.topic add column aliases text[] not null default '{}';
