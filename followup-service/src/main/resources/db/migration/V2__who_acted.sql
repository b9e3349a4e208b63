-- Who acted on an alert: they are told when a reading it stood on turns out wrong, also long after.
alter table followed_alert add column actors text[] not null default '{}';
update followed_alert set actors = array[claimed_by] where claimed_by is not null;
