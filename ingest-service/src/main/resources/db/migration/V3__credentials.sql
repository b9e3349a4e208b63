-- A device may have two credentials at once, so that it can change over without a gap.
CREATE TABLE credential (
    id          uuid PRIMARY KEY,
    device_id   uuid NOT NULL REFERENCES device,
    -- SHA-256 of the token.
    token_hash  bytea NOT NULL UNIQUE,
    made_at     timestamptz NOT NULL,
    made_by     text NOT NULL,
    -- When another should have taken its place; it opens the door beyond that.
    rotate_by   timestamptz NOT NULL,
    -- Set when a newer one took its place.
    valid_until timestamptz,
    revoked_at  timestamptz,
    revoked_by  text,
    -- When it was told that it should be replaced.
    told_at     timestamptz
);
CREATE INDEX credential_device ON credential (device_id, made_at DESC);
CREATE INDEX credential_due ON credential (rotate_by)
    WHERE told_at IS NULL AND revoked_at IS NULL AND valid_until IS NULL;

-- Nobody is told of an old device's token on the day of the change itself.
INSERT INTO credential (id, device_id, token_hash, made_at, made_by, rotate_by, revoked_at)
SELECT gen_random_uuid(), id, token_hash, registered_at, 'registration',
    greatest(registered_at + interval '365 days', now() + interval '90 days'), disabled_at
FROM device WHERE token_hash IS NOT NULL;

-- While instances of the release before still register devices; goes with the column.
CREATE FUNCTION credential_of_registration() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO credential (id, device_id, token_hash, made_at, made_by, rotate_by)
    VALUES (gen_random_uuid(), NEW.id, NEW.token_hash, NEW.registered_at, 'registration',
        NEW.registered_at + interval '365 days')
    ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER credential_of_registration AFTER INSERT ON device
    FOR EACH ROW WHEN (NEW.token_hash IS NOT NULL) EXECUTE FUNCTION credential_of_registration();
