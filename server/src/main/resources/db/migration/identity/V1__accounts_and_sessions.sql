create sequence identity.account_serial;

create table identity.account (
    id            uuid        not null,
    serial_id     bigint      not null default nextval('identity.account_serial'),
    handle        text        not null,
    student_id    text,
    name          text        not null,
    phone_number  text,
    email         text,
    password_hash text,
    role          text        not null default 'member',
    created_at    timestamptz not null default clock_timestamp(),
    constraint account_pk primary key (id),
    constraint account_serial_unique unique (serial_id),
    constraint account_handle_unique unique (handle),
    -- One student id is one account: whoever registers it at the same moment loses here.
    constraint account_student_unique unique (student_id),
    constraint account_email_unique unique (email),
    constraint account_role_known check (role in ('member', 'organiser', 'moderator', 'admin'))
);

create index account_name_prefix on identity.account (name text_pattern_ops);
create index account_handle_prefix on identity.account (handle text_pattern_ops);
create index account_student_prefix on identity.account (student_id text_pattern_ops);

-- A log-in. Its access tokens and sockets live as long as it does.
create table identity.session (
    id           uuid        not null,
    account_id   uuid        not null references identity.account (id),
    -- Log-in by student id proves little: such a session never grants more than member.
    strong       boolean     not null,
    user_agent   text        not null,
    address      text        not null,
    -- Makes the successor of a refresh token out of it, so that a lost answer can be given again without keeping it.
    seed         bytea       not null,
    created_at   timestamptz not null default clock_timestamp(),
    last_used_at timestamptz not null default clock_timestamp(),
    expires_at   timestamptz not null,
    ended_at     timestamptz,
    end_reason   text,
    constraint session_pk primary key (id)
);

create index session_by_account on identity.session (account_id, last_used_at desc) where ended_at is null;
create index session_ended on identity.session (ended_at) where ended_at is not null;
create index session_expiry on identity.session (expires_at);

-- Every refresh token a session ever had, so that a used one is recognised.
create table identity.refresh_token (
    hash       bytea       not null,
    session_id uuid        not null references identity.session (id) on delete cascade,
    user_agent text        not null,
    address    text        not null,
    issued_at  timestamptz not null default clock_timestamp(),
    used_at    timestamptz,
    constraint refresh_token_pk primary key (hash)
);

create index refresh_token_by_session on identity.refresh_token (session_id);

create table identity.signing_key (
    id         text        not null,
    secret     bytea       not null,
    created_at timestamptz not null default clock_timestamp(),
    -- When its successor came; tokens it signed are believed until they have run out.
    retired_at timestamptz,
    constraint signing_key_pk primary key (id)
);

create unique index signing_key_one_current on identity.signing_key ((true)) where retired_at is null;

create table identity.roster_setting (
    only_row boolean not null default true check (only_row),
    mode     text    not null default 'open',
    constraint roster_setting_pk primary key (only_row),
    constraint roster_mode_known check (mode in ('open', 'closed'))
);

insert into identity.roster_setting default values;

create table identity.roster_entry (
    student_id   text        not null,
    name         text        not null,
    phone_number text        not null,
    imported_at  timestamptz not null default clock_timestamp(),
    constraint roster_entry_pk primary key (student_id)
);

create index roster_entry_name_prefix on identity.roster_entry (name text_pattern_ops);

create table identity.access_request (
    id           uuid        not null,
    student_id   text        not null,
    name         text        not null,
    phone_number text        not null,
    message      text,
    status       text        not null default 'open',
    action       text,
    note         text,
    resolved_by  uuid,
    created_at   timestamptz not null default clock_timestamp(),
    resolved_at  timestamptz,
    constraint access_request_pk primary key (id),
    constraint access_request_status_known check (status in ('open', 'done')),
    constraint access_request_action_known check (action in ('correct', 'merge', 'dismiss'))
);

create index access_request_by_status on identity.access_request (status, created_at desc, id desc);
