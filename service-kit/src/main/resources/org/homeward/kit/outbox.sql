-- Copied into each service's first migration. Rows leave in the order of seq; the trigger wakes the relay.
create table outbox (
    seq          bigint generated always as identity primary key,
    id           uuid        not null unique,
    topic        text        not null,
    type         text        not null,
    key          text        not null,
    value        bytea       not null,
    occurred_at  timestamptz not null,
    published_at timestamptz
);
create index outbox_unpublished on outbox (seq) where published_at is null;

create function outbox_wake() returns trigger language plpgsql as $$
begin
    perform pg_notify('outbox_' || current_schema(), '');
    return null;
end $$;
create trigger outbox_wake after insert on outbox for each statement execute function outbox_wake();
