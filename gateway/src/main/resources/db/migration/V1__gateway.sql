-- Who is related to whom, from care-teams and teams.
create table team (
    team_id           uuid primary key,
    version           bigint not null,
    name              text   not null,
    organization_id   uuid,
    organization_name text
);
create table team_member (
    team_id uuid not null,
    subject text not null,
    primary key (team_id, subject)
);
create index team_member_subject on team_member (subject);

-- One row a patient: the lead team and the worklist's line. Ranked by (urgency, sort_at, patient_id).
create table patient_row (
    patient_id       uuid primary key,
    relation_version bigint      not null default 0,
    lead_team_id     uuid,
    monitoring       text        not null default 'monitored',
    urgency          smallint    not null default 80,
    sort_at          timestamptz not null default '2000-01-01Z',
    priority         text,
    reason_en        text        not null default 'Nothing open',
    reason_fr        text        not null default 'Rien en attente',
    next_action      text        not null default 'none',
    episode_id       uuid,
    alert_ids        uuid[]      not null default '{}',
    claimed_by       text,
    due_at           timestamptz,
    last_reading_at  timestamptz
) with (fillfactor = 70);
create index patient_row_rank on patient_row (urgency, sort_at, patient_id);
create index patient_row_team on patient_row (lead_team_id);

create table patient_relation (
    patient_id  uuid not null,
    relation_id text not null,
    subject     text not null,
    kind        text not null,
    purpose     text,
    valid_from  timestamptz,
    valid_until timestamptz,
    primary key (patient_id, relation_id)
);
create index patient_relation_subject on patient_relation (subject, kind);

-- Counts up with every change of a relationship, in the change's own transaction; feeds look at it.
create table access_revision (
    revision bigint not null
);
insert into access_revision values (0);

create table open_alert (
    alert_id    uuid primary key,
    patient_id  uuid        not null,
    episode_id  uuid,
    urgency     smallint    not null,
    priority    text        not null,
    status      text        not null,
    sentence_en text        not null,
    sentence_fr text        not null,
    raised_at   timestamptz not null,
    handled_by  text
);
create index open_alert_patient on open_alert (patient_id);

create table open_task (
    task_id    uuid primary key,
    patient_id uuid not null,
    kind       text not null,
    priority   text,
    assignee   text,
    opened_at  timestamptz,
    due_at     timestamptz
);
create index open_task_patient on open_task (patient_id);

-- How far a projection has read; a late writer of an earlier batch changes nothing.
create table projection_position (
    topic       text   not null,
    partition   int    not null,
    next_offset bigint not null,
    primary key (topic, partition)
);

create table access_audit (
    id          uuid primary key,
    at          timestamptz not null,
    actor       text        not null,
    role        text        not null,
    purpose     text        not null,
    method      text        not null,
    route       text        not null,
    patient_id  uuid,
    resource_id text        not null,
    decision    text        not null,
    ground      text        not null,
    status      int         not null
);
create index access_audit_at on access_audit (at desc, id desc);
create index access_audit_patient on access_audit (patient_id, at desc, id desc);
create index access_audit_actor on access_audit (actor, at desc, id desc);

-- The worklist's line of each patient, computed anew from open alerts, open tasks and monitoring.
-- Urgency: 0-4 unseen by priority, 10-14 seen, 20 a task alone, 80 nothing, 85 paused, 90 not monitored.
create function refresh_rows(ids uuid[]) returns void language sql as $$
    update patient_row p set
        urgency = coalesce(top.urgency, case when t.task_id is not null then 20
            when p.monitoring = 'monitored' then 80 when p.monitoring = 'paused' then 85 else 90 end),
        sort_at = coalesce(t.due_at, top.raised_at, timestamptz '2000-01-01Z'),
        priority = coalesce(top.priority, t.priority),
        reason_en = coalesce(
            top.sentence_en || case when a.n > 1 then ' (and ' || a.n - 1 || ' more)' else '' end,
            case when t.task_id is not null then 'A task is open'
                when p.monitoring = 'monitored' then 'Nothing open'
                when p.monitoring = 'paused' then 'Monitoring is paused'
                when p.monitoring = 'deceased' then 'Not monitored: deceased'
                when p.monitoring = 'discharged' then 'Not monitored: discharged'
                else 'Not monitored: no measurement due' end),
        reason_fr = coalesce(
            top.sentence_fr || case when a.n > 1 then ' (et ' || a.n - 1 || ' de plus)' else '' end,
            case when t.task_id is not null then 'Une tâche est ouverte'
                when p.monitoring = 'monitored' then 'Rien en attente'
                when p.monitoring = 'paused' then 'Surveillance en pause'
                when p.monitoring = 'deceased' then 'Non surveillé : décès'
                when p.monitoring = 'discharged' then 'Non surveillé : sorti du programme'
                else 'Non surveillé : aucune mesure prévue' end),
        next_action = case when top.status = 'open' then 'acknowledge'
            when top.alert_id is not null then 'resolve'
            when t.task_id is not null then 'call' else 'none' end,
        episode_id = top.episode_id,
        alert_ids = coalesce(a.ids, '{}'),
        claimed_by = coalesce(top.handled_by, t.assignee),
        due_at = t.due_at
    from unnest(ids) as wanted(id)
    left join lateral (
        select count(*) as n, array_agg(o.alert_id order by o.urgency, o.raised_at) as ids
        from open_alert o where o.patient_id = wanted.id) a on true
    left join lateral (
        select * from open_alert o where o.patient_id = wanted.id
        order by o.urgency, o.raised_at limit 1) top on true
    left join lateral (
        select * from open_task k where k.patient_id = wanted.id
        order by k.due_at nulls last, k.task_id limit 1) t on true
    where p.patient_id = wanted.id
$$;

-- As in service-kit: rows leave in the order of seq; the trigger wakes the relay.
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
