package org.homeward.followup.db;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

@Entity
@Table(name = "organization")
@SuppressWarnings("NullAway.Init")
class OrganizationEntity {
    @Id UUID id;
    String name;
}
