-- What was refused of what a hub brought keeps which hub, so that it says so when it goes through its door
-- again. Null: the device sent itself, or it was refused before this was kept.
ALTER TABLE refusal ADD COLUMN relayed_by uuid;
