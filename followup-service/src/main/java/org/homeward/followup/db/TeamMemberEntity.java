package org.homeward.followup.db;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.io.Serializable;
import java.util.UUID;

@Entity
@Table(name = "team_member")
@IdClass(TeamMemberEntity.Key.class)
@SuppressWarnings("NullAway.Init")
class TeamMemberEntity {
    record Key(UUID teamId, String subject) implements Serializable {}

    @Id
    @Column(name = "team_id")
    UUID teamId;

    @Id String subject;
}
