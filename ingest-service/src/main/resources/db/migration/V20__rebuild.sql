-- A store built again from the log beside the one that is there.

-- What the log does not hold: devices, whose they are, what they prove themselves with, and whatever
-- else people decided. All tables but those that follow from the log; tables to come are carried over
-- unless they are named here. The numbers that stand for patients and quantities are carried too, so
-- that rows are the same to the byte.
CREATE FUNCTION carry_over(old name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    derived CONSTANT name[] := '{reading_row, message, quarantine, refusal, log_position, log_range,
        rollup_hour, rollup_late, rollup_done, quality_day, reading_history, outbox,
        flyway_schema_history}';
    waiting name[];
    again name[];
    t name;
    k record;
BEGIN
    FOR t IN SELECT relname FROM pg_class WHERE relnamespace = old::text::regnamespace
            AND relname ~ '^reading_row_[0-9]{4}_[0-9]{2}$' LOOP
        PERFORM ensure_months(to_date(right(t, 7), 'YYYY_MM'), to_date(right(t, 7), 'YYYY_MM'));
    END LOOP;
    SELECT array_agg(relname) INTO waiting FROM pg_class
    WHERE relnamespace = old::text::regnamespace AND relkind = 'r' AND NOT relispartition
        AND relname <> ALL (derived);
    -- It would make credentials of its own.
    ALTER TABLE device DISABLE TRIGGER USER;
    WHILE cardinality(waiting) > 0 LOOP
        again := '{}';
        FOREACH t IN ARRAY waiting LOOP
            BEGIN
                EXECUTE format('INSERT INTO %1$I OVERRIDING SYSTEM VALUE SELECT * FROM %2$I.%1$I
                    ON CONFLICT DO NOTHING', t, old);
            EXCEPTION WHEN foreign_key_violation THEN
                again := again || t;
            END;
        END LOOP;
        IF again = waiting THEN
            RAISE EXCEPTION 'tables that refer to each other in a circle: %', again;
        END IF;
        waiting := again;
    END LOOP;
    ALTER TABLE device ENABLE TRIGGER USER;
    FOR k IN SELECT table_name, column_name FROM information_schema.columns
            WHERE table_schema = current_schema() AND is_identity = 'YES' LOOP
        EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L),
            greatest((SELECT max(%I) FROM %I), 1))', k.table_name, k.column_name, k.column_name,
            k.table_name);
    END LOOP;
    EXECUTE format('UPDATE rollup_done SET whole_before = (SELECT whole_before FROM %I.rollup_done)',
        old);
    -- What is known of a clock today is no measure for what came before.
    UPDATE device SET clock_wrong_since = NULL WHERE clock_wrong_since IS NOT NULL;
END $$;

-- What was decided at a time and does not follow from the log, once all of that is stored. Readings
-- that have an earlier version, whose clock was doubted or whose patient was asked for are as they are
-- in the old store. What was dropped by policy goes again, and its rollups stay.
CREATE FUNCTION carry_decided(old name) RETURNS void LANGUAGE plpgsql AS $$
DECLARE
    judged CONSTANT text[] := '{CLOCK_DRIFT,CLOCK_RESET,IS_THIS_THE_PATIENT}';
BEGIN
    EXECUTE format('INSERT INTO reading_history SELECT * FROM %I.reading_history
        ON CONFLICT DO NOTHING', old);
    EXECUTE format('CREATE TABLE decided AS
        SELECT reading_id FROM reading_history
        UNION SELECT reading_id FROM reading_row WHERE more -> ''flags'' ?| %1$L
        UNION SELECT reading_id FROM %2$I.reading_row WHERE more -> ''flags'' ?| %1$L', judged, old);
    WITH gone AS (
        DELETE FROM reading_row r USING decided d WHERE r.reading_id = d.reading_id
        RETURNING r.patient, r.measured_at)
    INSERT INTO rollup_late SELECT DISTINCT patient, utc_day(measured_at) FROM gone
    ON CONFLICT DO NOTHING;
    EXECUTE format('
        WITH kept AS (
            INSERT INTO reading_row
            SELECT r.* FROM %I.reading_row r WHERE r.reading_id IN (SELECT reading_id FROM decided)
            RETURNING patient, measured_at)
        INSERT INTO rollup_late SELECT DISTINCT patient, utc_day(measured_at) FROM kept
        WHERE patient <> 0 ON CONFLICT DO NOTHING', old);
    EXECUTE format('INSERT INTO message
        SELECT * FROM %I.message WHERE reading_id IN (SELECT reading_id FROM decided)
        ON CONFLICT (reading_id) DO UPDATE SET measured_at = excluded.measured_at', old);
    EXECUTE format('DELETE FROM quarantine q
        WHERE q.reading_id IN (SELECT reading_id FROM decided) AND NOT EXISTS (
            SELECT FROM %I.quarantine o WHERE o.reading_id = q.reading_id AND o.released_at IS NULL)',
        old);
    DROP TABLE decided;
    EXECUTE format('UPDATE device d SET clock_wrong_since = o.clock_wrong_since
        FROM %I.device o WHERE o.id = d.id AND o.clock_wrong_since IS NOT NULL', old);
    DELETE FROM reading_row r USING dropped_month d
    WHERE r.measured_at >= d.month::timestamp AT TIME ZONE 'UTC'
        AND r.measured_at < (d.month + interval '1 month') AT TIME ZONE 'UTC'
        AND r.received_at < d.dropped_at;
    EXECUTE format('INSERT INTO rollup_hour SELECT h.* FROM %I.rollup_hour h JOIN dropped_month d
        ON h.day >= d.month AND h.day < d.month + interval ''1 month'' ON CONFLICT DO NOTHING', old);
    EXECUTE format('INSERT INTO refusal SELECT * FROM %I.refusal
        ON CONFLICT (id) DO UPDATE SET stored_at = excluded.stored_at,
          redriven_at = excluded.redriven_at, redriven_by = excluded.redriven_by,
          outcome = excluded.outcome, outcome_detail = excluded.outcome_detail', old);
END $$;

-- Says of a store what it holds, whatever the order of its rows: two stores with the same sums hold
-- the same to the byte. Left out is what depends on when a row was written: when a refusal was
-- stored, which days wait for their rollup.
CREATE FUNCTION store_checksum() RETURNS TABLE (part text, items bigint, checksum numeric)
LANGUAGE plpgsql STABLE SET timezone = 'UTC' AS $$
BEGIN
    RETURN QUERY
    WITH line (part, text) AS (
        SELECT 'readings', (to_jsonb(r) - '{patient_key,quantity_key,more}'::text[])::text
        FROM reading r
        UNION ALL
        SELECT 'versions', (to_jsonb(h) || jsonb_build_object('reading',
            h.reading - '{patient_key,quantity_key,more}'::text[]))::text
        FROM reading_history h
        UNION ALL
        SELECT 'waiting', (to_jsonb(q) - 'released_at')::text
        FROM quarantine q WHERE released_at IS NULL
        UNION ALL
        SELECT 'refusals', (to_jsonb(f) - 'stored_at')::text FROM refusal f
        UNION ALL
        SELECT 'rollups', (to_jsonb(h) - '{patient,quantity}'::text[]
            || jsonb_build_object('patient', p.patient_id, 'code', q.code, 'unit', q.unit))::text
        FROM rollup_hour h
        JOIN patient_key p ON p.key = h.patient
        JOIN quantity_key q ON q.key = h.quantity
        WHERE h.day <= (SELECT day FROM rollup_done)
            AND NOT EXISTS (SELECT FROM rollup_late l WHERE l.patient = h.patient AND l.day = h.day)
    )
    SELECT p.part, count(l.text), coalesce(sum(hashtextextended(l.text, 0)::numeric), 0)
    FROM (VALUES ('readings'), ('versions'), ('waiting'), ('refusals'), ('rollups')) AS p (part)
    LEFT JOIN line l ON l.part = p.part
    GROUP BY 1 ORDER BY 1;
END $$;
