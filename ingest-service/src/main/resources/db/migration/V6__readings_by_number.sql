-- Readings in half the bytes. Inside, patients, devices and quantities are numbers, since a UUID in
-- every row and index is four times as long; what is rare stands in one column of its own; and the
-- indexes by patient and by id hold keys that many rows share, which cost a few bytes a row instead
-- of forty. Outside, the view `reading` has the ids, words and units as before.

-- Millions of rows are copied below.
SET LOCAL statement_timeout = 0;

CREATE TABLE patient_key (
    key        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    patient_id uuid NOT NULL UNIQUE
);

-- A canonical code with the unit its values are in: the table of codes may change, what is stored not.
CREATE TABLE quantity_key (
    key  smallint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    code text NOT NULL,
    unit text NOT NULL,
    UNIQUE (code, unit)
);

ALTER TABLE device ADD COLUMN key integer GENERATED ALWAYS AS IDENTITY UNIQUE;

CREATE FUNCTION utc_day(at timestamptz) RETURNS date LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN (at AT TIME ZONE 'UTC')::date;

-- Which of 65 536 drawers an id lies in: an index of drawers costs a third of an index of ids.
CREATE FUNCTION drawer(id uuid) RETURNS integer LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
    RETURN uuid_hash(id) & 65535;

ALTER TABLE reading RENAME TO reading_v1;
ALTER TABLE reading_history_old RENAME TO reading_v1_old;
ALTER INDEX reading_patient RENAME TO reading_v1_patient;
ALTER INDEX reading_by_id RENAME TO reading_v1_by_id;

-- Columns by falling alignment, so that none is padded.
CREATE TABLE reading_row (
    measured_at    timestamptz NOT NULL,
    received_at    timestamptz NOT NULL,
    reading_id     uuid NOT NULL,
    patient        integer NOT NULL,
    device         integer NOT NULL,
    -- A hash of what was sent: the same id with another hash is a conflict.
    content        integer NOT NULL,
    -- When it was recorded, in milliseconds after the millisecond of its receipt.
    recorded_ms    integer NOT NULL,
    quantity       smallint NOT NULL,
    version        smallint NOT NULL,
    -- Time quality + 16 * validity + 256 * path, each by its place in the view's lists.
    marks          smallint NOT NULL,
    offset_minutes smallint NOT NULL,
    value          numeric,
    -- What few readings have: components [[quantity, value, {...}]], special, source..., flags, context.
    more           jsonb,
    PRIMARY KEY (measured_at, reading_id)
) PARTITION BY RANGE (measured_at);
CREATE INDEX reading_row_patient ON reading_row (patient, utc_day(measured_at));
CREATE INDEX reading_row_drawer ON reading_row (drawer(reading_id));

CREATE TABLE reading_row_old PARTITION OF reading_row DEFAULT;

CREATE OR REPLACE FUNCTION ensure_months(first date, last date) RETURNS integer LANGUAGE plpgsql AS $$
DECLARE
    m date := date_trunc('month', first)::date;
    made integer := 0;
    name text;
BEGIN
    WHILE m <= last LOOP
        name := 'reading_row_' || to_char(m, 'YYYY_MM');
        IF to_regclass(name) IS NULL THEN
            EXECUTE format(
                'CREATE TABLE %I PARTITION OF reading_row FOR VALUES FROM (%L) TO (%L)',
                name, m::timestamp AT TIME ZONE 'UTC',
                (m + interval '1 month')::timestamp AT TIME ZONE 'UTC');
            made := made + 1;
        END IF;
        m := (m + interval '1 month')::date;
    END LOOP;
    RETURN made;
END $$;

SELECT ensure_months(
    coalesce(
        (SELECT min(to_date(right(relname, 7), 'YYYY_MM')) FROM pg_class
         WHERE relname ~ '^reading_[0-9]{4}_[0-9]{2}$' AND relnamespace = current_schema()::regnamespace),
        (now() - interval '13 months')::date),
    (now() + interval '3 months')::date);

INSERT INTO patient_key (patient_id) SELECT DISTINCT patient_id FROM reading_v1;
INSERT INTO quantity_key (code, unit)
SELECT code, coalesce(unit, '') FROM reading_v1
UNION
SELECT c ->> 'code', coalesce(c ->> 'unit', '')
FROM reading_v1, jsonb_array_elements(components) AS c;

INSERT INTO reading_row
SELECT r.measured_at, r.received_at, r.reading_id, p.key, d.key, (r.content >> 32)::integer,
    greatest(-2147483648, least(2147483647, extract(epoch FROM
        r.recorded_at - date_trunc('milliseconds', r.received_at)) * 1000))::integer,
    q.key, r.version,
    array_position(ARRAY['EXACT', 'SUSPECT', 'DATE_ONLY', 'UNKNOWN'], r.time_quality) - 1
        + 16 * (array_position(ARRAY['VALID', 'QUESTIONED', 'INVALID'], r.validity) - 1)
        + 256 * (array_position(ARRAY['HTTP', 'MQTT', 'FHIR', 'MANUAL'], r.path) - 1),
    r.offset_minutes, r.value,
    nullif(
        jsonb_strip_nulls(jsonb_build_object(
            'special', r.special, 'sourceCode', r.source_code,
            'sourceValue', r.source_value::text, 'sourceUnit', r.source_unit,
            'flags', to_jsonb(r.flags), 'context', r.context))
        || CASE WHEN r.components IS NULL THEN '{}' ELSE jsonb_build_object('components', (
            SELECT jsonb_agg(
                CASE WHEN c - ARRAY['code', 'value', 'unit'] = '{}'
                THEN jsonb_build_array(cq.key, c ->> 'value')
                ELSE jsonb_build_array(cq.key, c ->> 'value', c - ARRAY['code', 'value', 'unit']) END
                ORDER BY n)
            FROM jsonb_array_elements(r.components) WITH ORDINALITY AS e (c, n)
            JOIN quantity_key cq ON cq.code = c ->> 'code' AND cq.unit = coalesce(c ->> 'unit', '')
        )) END,
        '{}')
FROM reading_v1 r
JOIN patient_key p USING (patient_id)
JOIN device d ON d.id = r.device_id
JOIN quantity_key q ON q.code = r.code AND q.unit = coalesce(r.unit, '');

DROP TABLE reading_v1;

-- The hash of what was sent is 32 bits long in every table now.
UPDATE message SET content = content >> 32;
UPDATE quarantine SET content = content >> 32;

CREATE VIEW reading AS
SELECT r.measured_at, r.reading_id, p.patient_id, d.id AS device_id, r.version::integer AS version,
    q.code, r.value, nullif(q.unit, '') AS unit, r.more ->> 'special' AS special,
    r.more ->> 'sourceCode' AS source_code, (r.more ->> 'sourceValue')::numeric AS source_value,
    r.more ->> 'sourceUnit' AS source_unit,
    CASE WHEN r.more ? 'components' THEN (
        SELECT jsonb_agg(
            jsonb_strip_nulls(jsonb_build_object(
                'code', cq.code, 'value', c -> 1, 'unit', nullif(cq.unit, '')))
            || coalesce(c -> 2, '{}') ORDER BY n)
        FROM jsonb_array_elements(r.more -> 'components') WITH ORDINALITY AS e (c, n)
        JOIN quantity_key cq ON cq.key = (c ->> 0)::smallint
    ) END AS components,
    r.received_at,
    date_trunc('milliseconds', r.received_at) + r.recorded_ms * interval '1 millisecond'
        AS recorded_at,
    (ARRAY['EXACT', 'SUSPECT', 'DATE_ONLY', 'UNKNOWN'])[(r.marks & 15) + 1] AS time_quality,
    (ARRAY['VALID', 'QUESTIONED', 'INVALID'])[(r.marks >> 4 & 15) + 1] AS validity,
    CASE WHEN r.more ? 'flags' THEN
        ARRAY(SELECT jsonb_array_elements_text(r.more -> 'flags')) END AS flags,
    r.more -> 'context' AS context, r.offset_minutes,
    (ARRAY['HTTP', 'MQTT', 'FHIR', 'MANUAL'])[(r.marks >> 8) + 1] AS path,
    r.content::bigint AS content, r.patient AS patient_key, r.quantity AS quantity_key, r.more
FROM reading_row r
JOIN patient_key p ON p.key = r.patient
JOIN device d ON d.key = r.device
JOIN quantity_key q ON q.key = r.quantity;
