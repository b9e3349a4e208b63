-- The local demo's organisations and teams; members are the fixed subjects of the local realm.
insert into organization (id, name) values
    ('00000000-0000-4000-9000-000000000001', 'Hôpital Saint-Martin'),
    ('00000000-0000-4000-9000-000000000002', 'Hôpital du Parc')
on conflict (id) do nothing;

insert into team (id, organization_id, name) values
    ('00000000-0000-4000-9000-00000000000a', '00000000-0000-4000-9000-000000000001', 'Équipe A'),
    ('00000000-0000-4000-9000-00000000000b', '00000000-0000-4000-9000-000000000002', 'Équipe B')
on conflict (id) do nothing;

insert into team_member (team_id, subject) values
    ('00000000-0000-4000-9000-00000000000a', '00000000-0000-4000-8000-000000000003'),
    ('00000000-0000-4000-9000-00000000000a', '00000000-0000-4000-8000-000000000004'),
    ('00000000-0000-4000-9000-00000000000b', '00000000-0000-4000-8000-00000000000a'),
    ('00000000-0000-4000-9000-00000000000b', '00000000-0000-4000-8000-00000000000b')
on conflict do nothing;
