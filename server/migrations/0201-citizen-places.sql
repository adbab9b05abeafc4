-- Localities of the country, keyed on the code of the national statistics institute; addresses of persons.
create table citizens.locality (
  -- INDEC: province 2, department 3, locality 3 digits (georef-ar may add three more for census localities).
  code text primary key check (code ~ '^[0-9]{8,11}$'),
  name text not null,
  search_name text not null,
  department text not null,
  province_code char(2) not null,
  postal_code text,
  lat double precision,
  lon double precision,
  updated_at timestamptz not null,
  check ((lat is null) = (lon is null))
);
create index locality_search_name on citizens.locality (search_name text_pattern_ops);
select platform.expose('citizens.locality');

create table citizens.address (
  id uuid primary key,
  citizen_id uuid not null references citizens.citizen (id),
  locality_code text references citizens.locality (code),
  street text not null,
  -- Lower case, no accents, no "calle" or "avenida": the form in which streets are compared.
  street_key text not null,
  house_number int check (house_number > 0),
  -- Floor, flat, block, "entre calles".
  detail text,
  -- Four digits, or a CPA: letter of the province, the same four, three letters of the side of the street.
  postal_code text check (postal_code ~ '^([0-9]{4}|[A-Z][0-9]{4}[A-Z]{3})$'),
  lat double precision,
  lon double precision,
  label text,
  preferred boolean not null default false,
  created_at timestamptz not null,
  check ((lat is null) = (lon is null))
);
create index address_citizen on citizens.address (citizen_id);
-- A house number has a few hundred houses in a province; the street decides among them inside the index.
create index address_place on citizens.address (house_number, street_key text_pattern_ops);
select platform.expose('citizens.address');
