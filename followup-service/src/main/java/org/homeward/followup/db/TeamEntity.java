package org.homeward.followup.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.List;
import java.util.UUID;
import org.homeward.followup.team.Team;

@Entity
@Table(name = "team")
@SuppressWarnings("NullAway.Init")
class TeamEntity {
    @Id UUID id;

    @Column(name = "organization_id")
    UUID organizationId;

    String name;
    long version;

    @Column(name = "published_version")
    long publishedVersion;

    Team toDomain(String organizationName, List<String> members) {
        return new Team(id, name, organizationId, organizationName, members, version);
    }
}
