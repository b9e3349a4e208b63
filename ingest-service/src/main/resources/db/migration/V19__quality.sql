-- How good the readings of a day are, counted by patient and device when the day's rollup is computed:
-- of days that had many readings, got some late, or were corrected. Other days are counted row by row
-- when somebody asks.

-- A reading in the quality figure, one or zero of each.
CREATE VIEW reading_quality AS
SELECT r.patient, r.device, r.measured_at,
    (NOT v.voided AND (r.marks >> 4 & 15) = 0)::integer AS valid,
    (NOT v.voided AND (r.marks >> 4 & 15) = 1)::integer AS questioned,
    (NOT v.voided AND (r.marks >> 4 & 15) = 2)::integer AS invalid,
    v.voided::integer AS voided,
    (r.received_at > r.measured_at + interval '24 hours')::integer AS late,
    coalesce(r.more -> 'context' ->> 'delivery' = 'best-effort', false)::integer AS best_effort,
    ((r.marks & 15) <> 0)::integer AS uncertain
FROM reading_row r
CROSS JOIN LATERAL (
    SELECT coalesce(r.more -> 'flags' ? 'ENTERED_IN_ERROR', false) AS voided
) AS v;

CREATE TABLE quality_day (
    patient     integer NOT NULL,
    day         date NOT NULL,
    device      integer NOT NULL,
    readings    integer NOT NULL,
    valid       integer NOT NULL,
    questioned  integer NOT NULL,
    invalid     integer NOT NULL,
    voided      integer NOT NULL,
    late        integer NOT NULL,
    best_effort integer NOT NULL,
    uncertain   integer NOT NULL,
    PRIMARY KEY (patient, day, device)
);

-- Counts the days whose rollups were computed just now. A day that has not been over for a day may
-- get readings that nobody notes; it is not counted yet. Of a dropped month the counts stay as they are.
CREATE FUNCTION count_quality() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM quality_day q USING done
    WHERE q.patient = done.patient AND q.day = done.day AND NOT EXISTS (
        SELECT FROM dropped_month d
        WHERE done.day >= d.month AND done.day < d.month + interval '1 month');
    INSERT INTO quality_day
    SELECT done.patient, done.day, r.device, count(*), sum(r.valid), sum(r.questioned),
        sum(r.invalid), sum(r.voided), sum(r.late), sum(r.best_effort), sum(r.uncertain)
    FROM done
    CROSS JOIN LATERAL (
        SELECT q.* FROM reading_quality q
        WHERE q.patient = done.patient AND utc_day(q.measured_at) = done.day
            AND q.measured_at >= done.day::timestamp AT TIME ZONE 'UTC'
            AND q.measured_at < (done.day + 1)::timestamp AT TIME ZONE 'UTC'
    ) AS r
    WHERE done.day < (now() AT TIME ZONE 'UTC')::date - 1 AND NOT EXISTS (
        SELECT FROM dropped_month d
        WHERE done.day >= d.month AND done.day < d.month + interval '1 month')
    GROUP BY 1, 2, 3;
    RETURN NULL;
END $$;
CREATE TRIGGER count_quality AFTER DELETE ON rollup_late
    REFERENCING OLD TABLE AS done FOR EACH STATEMENT EXECUTE FUNCTION count_quality();

-- What is rolled up already has its turn again.
INSERT INTO rollup_late SELECT DISTINCT patient, day FROM rollup_hour ORDER BY 1, 2
ON CONFLICT DO NOTHING;
