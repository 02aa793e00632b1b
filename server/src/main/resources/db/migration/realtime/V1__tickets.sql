-- One-time tickets for the handshake of a socket, good for half a minute on any node.
create table realtime.ticket (
    hash             bytea       not null,
    account_id       uuid        not null,
    role             text        not null,
    session_id       uuid        not null,
    token_expires_at timestamptz not null,
    expires_at       timestamptz not null,
    constraint ticket_pk primary key (hash)
);

create index ticket_expiry on realtime.ticket (expires_at);
