-- What the keys of a kind of device mean, and which device is of which kind.
CREATE TABLE device_profile (
    id         text PRIMARY KEY,
    name       text NOT NULL,
    version    integer NOT NULL,
    -- key -> {"code","unit"}
    keys       jsonb NOT NULL,
    changed_at timestamptz NOT NULL,
    changed_by text NOT NULL
);

ALTER TABLE device ADD COLUMN profile text REFERENCES device_profile;
