-- The ways by which a device with a serial number was heard: twins are looked for where there are
-- several.
ALTER TABLE device ADD COLUMN paths text[] NOT NULL DEFAULT '{}';

UPDATE device d SET paths = heard.paths
FROM (SELECT device_id, array_agg(DISTINCT path) AS paths FROM reading GROUP BY device_id) AS heard
WHERE heard.device_id = d.id AND d.serial IS NOT NULL;
