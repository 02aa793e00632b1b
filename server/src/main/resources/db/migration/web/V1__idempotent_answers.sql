-- Answers kept for 24 hours under idempotency keys. While status is null, the transaction that will answer is open;
-- such a row is never visible to others.
create table web.idempotent_answer (
    account_id   uuid        not null,
    route        text        not null,
    key          text        not null,
    fingerprint  text        not null,
    status       integer,
    content_type text,
    location     text,
    entity_tag   text,
    body         text,
    created_at   timestamptz not null,
    constraint idempotent_answer_pk primary key (account_id, route, key)
);

create index idempotent_answer_age on web.idempotent_answer (created_at);
