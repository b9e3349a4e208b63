-- Devices, who wears them, the readings' store and its accounts.

-- An exclusion constraint over (device, time) without an extension: a range of one id.
CREATE TYPE uuid_range AS RANGE (subtype = uuid);

CREATE TABLE device (
    id            uuid PRIMARY KEY,
    kind          text NOT NULL,
    manufacturer  text,
    model         text,
    serial        text,
    label         text,
    -- SHA-256 of the token; null for the virtual device of a person who enters by hand.
    token_hash    bytea UNIQUE,
    registered_at timestamptz NOT NULL,
    disabled_at   timestamptz,
    last_seen_at  timestamptz,
    battery       smallint
);
CREATE INDEX device_order ON device (registered_at DESC, id DESC);
CREATE INDEX device_serial ON device (serial) WHERE serial IS NOT NULL;

CREATE TABLE assignment (
    id         uuid PRIMARY KEY,
    device_id  uuid NOT NULL REFERENCES device,
    patient_id uuid NOT NULL,
    during     tstzrange NOT NULL,
    made_at    timestamptz NOT NULL,
    made_by    text NOT NULL,
    CONSTRAINT assignment_overlap EXCLUDE USING gist (
        uuid_range(device_id, device_id, '[]') WITH &&, during WITH &&)
);
CREATE INDEX assignment_device ON assignment (device_id);
CREATE INDEX assignment_patient ON assignment (patient_id);

-- What ingest-service must know of a patient's care: from topic care-teams.
CREATE TABLE care (
    patient_id uuid PRIMARY KEY,
    version    bigint NOT NULL,
    monitoring text NOT NULL,
    -- Set when the patient died or was discharged; what is measured later is refused.
    ended_at   timestamptz
);

CREATE TABLE reading (
    measured_at    timestamptz NOT NULL,
    reading_id     uuid NOT NULL,
    patient_id     uuid NOT NULL,
    device_id      uuid NOT NULL,
    version        integer NOT NULL,
    code           text NOT NULL,
    value          numeric,
    unit           text,
    special        text,
    source_code    text,
    source_value   numeric,
    source_unit    text,
    components     jsonb,
    received_at    timestamptz NOT NULL,
    recorded_at    timestamptz NOT NULL,
    time_quality   text NOT NULL,
    validity       text NOT NULL,
    flags          text[],
    context        jsonb,
    offset_minutes smallint NOT NULL,
    path           text NOT NULL,
    -- A hash of what was sent: the same id with another hash is a conflict.
    content        bigint NOT NULL,
    PRIMARY KEY (measured_at, reading_id)
) PARTITION BY RANGE (measured_at);
CREATE INDEX reading_patient ON reading (patient_id, measured_at DESC, reading_id DESC);
CREATE INDEX reading_by_id ON reading (reading_id);

-- Months are partitions from 13 months back (what rules and indicators look at) on; older history,
-- such as an import, goes to one partition of its own. Months are made ahead of time and nothing is
-- measured more than a day ahead, so a new month never finds rows of its own in `reading_history_old`.
CREATE TABLE reading_history_old PARTITION OF reading DEFAULT;

CREATE FUNCTION ensure_months(first date, last date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    m date := date_trunc('month', first)::date;
    made integer := 0;
    name text;
BEGIN
    WHILE m <= last LOOP
        name := 'reading_' || to_char(m, 'YYYY_MM');
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF reading FOR VALUES FROM (%L) TO (%L)',
                name, m::timestamp AT TIME ZONE 'UTC',
                (m + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            made := made + 1;
        END IF;
        m := (m + interval '1 month')::date;
    END LOOP;
    RETURN made;
END $$;

SELECT ensure_months((now() - interval '13 months')::date, (now() + interval '3 months')::date);

-- Ids that may come again under another measured time (message ids, clocks that cannot be right):
-- kept for 90 days so that a repetition is told from a conflict.
CREATE TABLE message (
    reading_id  uuid PRIMARY KEY,
    measured_at timestamptz NOT NULL,
    content     bigint NOT NULL,
    received_at timestamptz NOT NULL
);
CREATE INDEX message_age ON message USING brin (received_at);

CREATE TABLE quarantine (
    reading_id  uuid PRIMARY KEY,
    device_id   uuid NOT NULL,
    measured_at timestamptz NOT NULL,
    received_at timestamptz NOT NULL,
    recorded_at timestamptz NOT NULL,
    path        text NOT NULL,
    content     bigint NOT NULL,
    -- The reading as it was sent.
    payload     jsonb NOT NULL,
    released_at timestamptz
);
CREATE INDEX quarantine_waiting ON quarantine (device_id, measured_at) WHERE released_at IS NULL;

CREATE TABLE refusal (
    id           uuid PRIMARY KEY,
    device_id    uuid,
    reasons      text[] NOT NULL,
    detail       text NOT NULL,
    item         integer,
    path         text,
    payload_type text NOT NULL,
    payload      bytea NOT NULL,
    truncated    boolean NOT NULL,
    received_at  timestamptz NOT NULL,
    stored_at    timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX refusal_order ON refusal (received_at DESC, id DESC);
CREATE INDEX refusal_device ON refusal (device_id, received_at DESC);

-- Conservation: what became of every item of `telemetry` below the position.
CREATE TABLE log_position (
    partition   integer PRIMARY KEY,
    first       bigint NOT NULL,
    position    bigint NOT NULL,
    items       bigint NOT NULL DEFAULT 0,
    stored      bigint NOT NULL DEFAULT 0,
    duplicate   bigint NOT NULL DEFAULT 0,
    quarantined bigint NOT NULL DEFAULT 0,
    refused     bigint NOT NULL DEFAULT 0,
    conflict    bigint NOT NULL DEFAULT 0
);
CREATE TABLE log_range (
    partition   integer NOT NULL,
    from_offset bigint NOT NULL,
    to_offset   bigint NOT NULL,
    items       bigint NOT NULL,
    stored      bigint NOT NULL,
    duplicate   bigint NOT NULL,
    quarantined bigint NOT NULL,
    refused     bigint NOT NULL,
    conflict    bigint NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (partition, from_offset),
    CHECK (to_offset > from_offset)
);
