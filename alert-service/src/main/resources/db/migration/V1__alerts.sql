-- The projection of `alerts` (clinical state, owned by the evaluator) and the human state beside it.
create table alert (
    id              uuid primary key,
    episode_id      uuid        not null,
    patient_id      uuid        not null,
    rule_id         text        not null,
    rule_version    text        not null,
    code            text        not null,
    direction       text        not null check (direction in ('low', 'high', 'technical')),
    priority        text        not null check (priority in ('critical', 'high', 'medium', 'low', 'technical')),
    status          text        not null check (status in ('open', 'acknowledged', 'snoozed', 'closed', 'retrospective')),
    raised_at       timestamptz not null,
    updated_at      timestamptz not null,
    closed_at       timestamptz,
    close_reason    text,
    sentence_en     text        not null,
    sentence_fr     text        not null,
    evidence        text        not null,
    sequence        integer     not null default 0,
    acknowledged_by text,
    acknowledged_at timestamptz,
    assignee        text,
    snoozed_until   timestamptz,
    outcome         text,
    closed_by       text,
    version         integer     not null default 0
);
create index alert_of_patient on alert (patient_id, raised_at desc, id desc);
create index alert_newest on alert (raised_at desc, id desc);
create index alert_open on alert (patient_id) where status not in ('closed', 'retrospective');

-- What people wrote about an alert. It stays here: events carry ids.
create table alert_note (
    id       bigint generated always as identity primary key,
    alert_id uuid        not null references alert (id),
    author   text        not null,
    at       timestamptz not null,
    action   text        not null,
    text     text
);
create index alert_note_of_alert on alert_note (alert_id, id);

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
