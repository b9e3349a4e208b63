-- What was refused keeps that it was sent without a promise that what is lost is sent again (MQTT QoS
-- 0), so that it says so when it goes through its door again. Null: it was promised, or was refused
-- before this was kept.
ALTER TABLE refusal ADD COLUMN best_effort boolean;
