create table organization (
    id   uuid primary key,
    name text not null
);

create table team (
    id                uuid   primary key,
    organization_id   uuid   not null references organization,
    name              text   not null,
    version           bigint not null default 1,
    published_version bigint not null default 0
);

create table team_member (
    team_id uuid not null references team,
    subject text not null,
    primary key (team_id, subject)
);

-- Identity is sealed column by column with the patient's data key, which the master key wraps.
create table patient (
    id                uuid        primary key,
    data_key          bytea       not null,
    family            bytea       not null,
    given             bytea       not null,
    birth_date        bytea,
    identifiers       bytea       not null,
    phone             bytea,
    family_index      bytea       not null,
    sex               text        not null,
    team_id           uuid        not null references team,
    standing          text        not null,
    deceased_at       timestamptz,
    version           integer     not null,
    care_team_version bigint      not null,
    registered_at     timestamptz not null
);
create index patient_family on patient (family_index);

-- Keyed hashes: of system and value together, which is unique, and of the value alone, for search.
create table patient_identifier (
    identifier_index bytea primary key,
    patient_id       uuid  not null references patient,
    value_index      bytea not null
);
create index patient_identifier_value on patient_identifier (value_index);
create index patient_identifier_patient on patient_identifier (patient_id);

create table care_plan (
    patient_id    uuid    primary key references patient,
    plan_id       uuid    not null unique,
    version       integer not null,
    time_zone     text    not null,
    next_boundary timestamptz,
    content       text    not null
);
create index care_plan_boundary on care_plan (next_boundary) where next_boundary is not null;

-- Every version is kept.
create table care_plan_version (
    patient_id uuid        not null references patient,
    version    integer     not null,
    author     text        not null,
    at         timestamptz not null,
    content    text        not null,
    primary key (patient_id, version)
);

create table share (
    id         uuid        primary key,
    patient_id uuid        not null references patient,
    kind       text        not null,
    subject    text        not null,
    purpose    text        not null,
    starts_at  timestamptz not null,
    until_at   timestamptz,
    ended_at   timestamptz,
    granted_by text        not null,
    granted_at timestamptz not null
);
create index share_patient on share (patient_id);
create index share_until on share (until_at) where ended_at is null and until_at is not null;

-- A task may belong to a patient who is not registered here; it is not lost for that.
create table task (
    id         uuid        primary key,
    patient_id uuid        not null,
    episode_id uuid        not null,
    alert_ids  uuid[]      not null,
    kind       text        not null,
    priority   text        not null,
    team_id    uuid,
    opened_at  timestamptz not null,
    due_at     timestamptz not null,
    assignee   text,
    claimed_at timestamptz,
    status     text        not null,
    closed_by  text,
    closed_at  timestamptz,
    outcome    text,
    note       text,
    version    integer     not null
);
create index task_patient on task (patient_id, opened_at);
create index task_episode on task (episode_id);
create index task_due on task (status, due_at, id);
create index task_alerts on task using gin (alert_ids);

create table followed_alert (
    id         uuid primary key,
    patient_id uuid not null,
    episode_id uuid,
    task_id    uuid,
    claimed_by text,
    claimed_at timestamptz,
    cleared_at timestamptz
);

create table timeline (
    seq        bigint generated always as identity primary key,
    patient_id uuid        not null,
    at         timestamptz not null,
    kind       text        not null,
    ref        text        not null,
    unique (patient_id, kind, ref, at)
);
create index timeline_page on timeline (patient_id, at desc, seq desc);

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
