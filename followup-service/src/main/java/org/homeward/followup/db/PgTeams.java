package org.homeward.followup.db;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.homeward.followup.file.Teams;
import org.homeward.followup.team.Team;

@ApplicationScoped
class PgTeams implements PanacheRepositoryBase<TeamEntity, UUID>, Teams {
    @Override
    public Uni<List<Team>> all() {
        return list("order by name, id").chain(this::complete);
    }

    @Override
    public Uni<List<Team>> takeUnpublished() {
        return find("publishedVersion < version order by id")
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list()
                .chain(
                        teams -> {
                            teams.forEach(t -> t.publishedVersion = t.version);
                            return complete(teams);
                        });
    }

    private Uni<List<Team>> complete(List<TeamEntity> teams) {
        return getSession()
                .chain(
                        s ->
                                s.createSelectionQuery(
                                                "from OrganizationEntity", OrganizationEntity.class)
                                        .getResultList()
                                        .chain(
                                                organizations ->
                                                        s.createSelectionQuery(
                                                                        "from TeamMemberEntity m"
                                                                                + " order by m.subject",
                                                                        TeamMemberEntity.class)
                                                                .getResultList()
                                                                .map(
                                                                        members ->
                                                                                join(
                                                                                        teams,
                                                                                        organizations,
                                                                                        members))));
    }

    private static List<Team> join(
            List<TeamEntity> teams,
            List<OrganizationEntity> organizations,
            List<TeamMemberEntity> members) {
        Map<UUID, String> names =
                organizations.stream().collect(Collectors.toMap(o -> o.id, o -> o.name));
        Map<UUID, List<String>> subjects =
                members.stream()
                        .collect(
                                Collectors.groupingBy(
                                        m -> m.teamId,
                                        Collectors.mapping(m -> m.subject, Collectors.toList())));
        return teams.stream()
                .map(
                        t ->
                                t.toDomain(
                                        names.getOrDefault(t.organizationId, ""),
                                        subjects.getOrDefault(t.id, List.of())))
                .toList();
    }
}
