-- A reading that a clinician declares entered in error stays, with the flag ENTERED_IN_ERROR; what it
-- was before stays here. The event leaves by the outbox, in the transaction that makes it true.
CREATE TABLE reading_history (
    -- An id may come again after its message is forgotten, at another time.
    measured_at timestamptz NOT NULL,
    reading_id  uuid NOT NULL,
    version     integer NOT NULL,
    -- The row of the view `reading` as it was.
    reading     jsonb NOT NULL,
    replaced_at timestamptz NOT NULL,
    replaced_by text NOT NULL,
    reason      text NOT NULL,
    note        text NOT NULL,
    PRIMARY KEY (reading_id, measured_at, version)
);

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
