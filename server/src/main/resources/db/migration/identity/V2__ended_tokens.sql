-- Access tokens that a refresh replaced before they ran out; their log-in goes on.
create table identity.ended_token (
    id       uuid        not null,
    ended_at timestamptz not null default clock_timestamp(),
    constraint ended_token_pk primary key (id)
);

create index ended_token_by_time on identity.ended_token (ended_at);
