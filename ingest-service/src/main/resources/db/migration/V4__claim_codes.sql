-- A device's one-time code, exchanged for its token. The hash is keyed and the key is in no table.
CREATE TABLE claim_code (
    device_id  uuid PRIMARY KEY REFERENCES device,
    code_hash  bytea NOT NULL UNIQUE,
    made_at    timestamptz NOT NULL,
    made_by    text NOT NULL,
    expires_at timestamptz NOT NULL,
    used_at    timestamptz
);
