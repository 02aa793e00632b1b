-- One row. Whoever changes places, lockers, terms or what is broken raises the version in the same transaction, from
-- the version it has seen: changes that belong together never pass each other, and every node notices them.
create table locker.directory (
    only_row boolean primary key default true check (only_row),
    version bigint not null default 0,
    units int not null default 0
);

comment on column locker.directory.units is 'the next unit number; a number is never used for another locker';

insert into locker.directory default values;

create table locker.place (
    id uuid primary key,
    name text not null,
    instructions text not null default '',
    constraint place_name unique (name)
);

create table locker.locker (
    locker_id int primary key check (locker_id > 0),
    unit_no int not null check (unit_no >= 0),
    place_id uuid not null references locker.place (id),
    floor int,
    row_no int check (row_no > 0),
    column_no int check (column_no > 0),
    broken_reason text,
    constraint locker_unit unique (unit_no)
);

comment on column locker.locker.unit_no is 'the unit of this locker in every pool; who has it, only the engine knows';

create index locker_of_place on locker.locker (place_id);

-- The id of a term is the id of its pool.
create table locker.term (
    id uuid primary key,
    name text not null,
    opens_at timestamptz not null,
    closes_at timestamptz not null,
    ends_at timestamptz not null,
    renewal_opens_at timestamptz,
    renewal_closes_at timestamptz,
    constraint term_order check (opens_at < closes_at and closes_at <= ends_at),
    constraint term_renewal check (
        (renewal_opens_at is null) = (renewal_closes_at is null)
        and renewal_opens_at < renewal_closes_at
        and renewal_closes_at <= opens_at
    ),
    constraint term_overlap exclude using gist (tstzrange(opens_at, ends_at) with &&)
);

create table locker.swap_request (
    id uuid primary key,
    term_id uuid not null references locker.term (id),
    from_account_id uuid not null,
    from_claim_id uuid not null,
    from_locker_id int not null,
    to_account_id uuid not null,
    to_claim_id uuid not null,
    to_locker_id int not null,
    message text,
    status text not null default 'pending'
        check (status in ('pending', 'accepted', 'declined', 'withdrawn', 'stale')),
    created_at timestamptz not null,
    expires_at timestamptz not null,
    answered_at timestamptz,
    check (from_account_id <> to_account_id)
);

create unique index swap_request_pending
    on locker.swap_request (from_account_id, to_claim_id) where status = 'pending';

create index swap_request_incoming on locker.swap_request (to_account_id) where status = 'pending';

create table locker.defect (
    id uuid primary key,
    locker_id int not null references locker.locker (locker_id) on delete cascade,
    reporter_id uuid not null,
    description text not null,
    created_at timestamptz not null,
    resolved_at timestamptz,
    resolved_by uuid,
    note text
);

create index defect_open on locker.defect (created_at, id) where resolved_at is null;

create index defect_of_locker on locker.defect (locker_id);

create index defect_of_reporter on locker.defect (reporter_id) where resolved_at is null;
