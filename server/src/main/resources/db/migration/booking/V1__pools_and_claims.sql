-- Everything scarce is a numbered unit of a pool.
create table booking.pool (
    pool_id    uuid primary key,
    kind       text        not null,
    ref        text        not null,
    units      integer check (units >= 0),
    policy     jsonb       not null,
    created_at timestamptz not null default clock_timestamp(),
    unique (kind, ref)
);

-- Whoever writes a pool locks its head first; the version is gapless and fences late writers.
create table booking.pool_head (
    pool_id uuid primary key references booking.pool,
    version bigint not null check (version >= 0)
) with (fillfactor = 50);

create table booking.claim (
    claim_id      uuid primary key,
    pool_id       uuid        not null,
    account_id    uuid,
    state         text        not null check (state in ('held', 'confirmed', 'ended')),
    units         integer[]   not null,
    until         timestamptz,
    scope_ids     uuid[]      not null,
    scope_numbers integer[]   not null,
    version       bigint      not null,
    changed_at    timestamptz not null,
    end_reason    text,
    check ((state = 'held') = (until is not null)),
    check ((state = 'ended') = (end_reason is not null)),
    check (cardinality(scope_ids) = cardinality(scope_numbers))
) with (fillfactor = 80);
create index claim_by_account on booking.claim (account_id, claim_id);

-- Who has a unit. Confirmed or blocked: until infinity; free: no claim, until -infinity. The key is the last guarantee.
create table booking.occupancy (
    pool_id  uuid        not null,
    unit_no  integer     not null,
    claim_id uuid,
    until    timestamptz not null,
    primary key (pool_id, unit_no),
    check ((claim_id is null) = (until = '-infinity'))
) with (fillfactor = 70);

-- What an account has: the n-th claim in a scope, or the n-th slot of time. The key bounds caps across pools.
create table booking.account_unit (
    scope_id   uuid        not null,
    account_id uuid        not null,
    n          integer     not null,
    claim_id   uuid,
    until      timestamptz not null,
    primary key (scope_id, account_id, n),
    check ((claim_id is null) = (until = '-infinity'))
) with (fillfactor = 70);

-- What happened, in order, without gaps. Rows are never changed.
create table booking.claim_log (
    pool_id        uuid        not null,
    version        bigint      not null,
    type           text        not null,
    claim_id       uuid,
    account_id     uuid,
    units          integer[]   not null,
    units_before   integer[]   not null,
    until          timestamptz,
    scope_ids      uuid[]      not null,
    scope_numbers  integer[]   not null,
    other_claim_id uuid,
    actor_id       uuid,
    reason         text,
    detail         jsonb,
    at             timestamptz not null,
    primary key (pool_id, version)
);
create index claim_log_by_claim on booking.claim_log (claim_id) where claim_id is not null;

-- Refusals are not logged one by one but counted.
create table booking.refusal_count (
    pool_id    uuid        not null,
    account_id uuid        not null,
    reason     text        not null,
    count      bigint      not null,
    last_at    timestamptz not null,
    primary key (pool_id, account_id, reason)
);
