-- What a person has changed must be recognised for ever when its device sends it again: once its
-- message is forgotten it would come back as it was, at another time. Whatever has a history has a
-- message, which is kept as long.
CREATE FUNCTION remember_message() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO message (reading_id, measured_at, content, received_at)
    VALUES (NEW.reading_id, NEW.measured_at, (NEW.reading ->> 'content')::bigint,
        (NEW.reading ->> 'received_at')::timestamptz)
    ON CONFLICT DO NOTHING;
    RETURN NEW;
END $$;
CREATE TRIGGER reading_history_message AFTER INSERT ON reading_history
    FOR EACH ROW EXECUTE FUNCTION remember_message();

INSERT INTO message (reading_id, measured_at, content, received_at)
SELECT DISTINCT ON (reading_id) reading_id, measured_at, (reading ->> 'content')::bigint,
    (reading ->> 'received_at')::timestamptz
FROM reading_history ORDER BY reading_id, measured_at DESC
ON CONFLICT DO NOTHING;
