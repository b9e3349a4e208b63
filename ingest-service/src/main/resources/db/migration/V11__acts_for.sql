-- For which devices a hub may speak, from when until when.
CREATE TABLE acts_for (
    id        uuid PRIMARY KEY,
    hub_id    uuid NOT NULL REFERENCES device,
    device_id uuid NOT NULL REFERENCES device,
    since     timestamptz NOT NULL,
    until     timestamptz,
    made_at   timestamptz NOT NULL,
    made_by   text NOT NULL,
    CHECK (hub_id <> device_id),
    CHECK (until >= since),
    CONSTRAINT acts_for_overlap EXCLUDE USING gist (
        uuid_range(hub_id, hub_id, '[]') WITH &&, uuid_range(device_id, device_id, '[]') WITH &&,
        tstzrange(since, until) WITH &&)
);
CREATE INDEX acts_for_hub ON acts_for (hub_id, made_at DESC);
