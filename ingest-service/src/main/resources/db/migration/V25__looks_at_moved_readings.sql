-- A second look at a reading that has become another patient's is declined by the correction of the
-- assignment (decided_role 'system') and stays in sight of those who waited for it.
CREATE INDEX second_look_moved ON second_look (patient_id, decided_at) WHERE decided_role = 'system';
