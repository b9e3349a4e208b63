package org.homeward.followup.team;

import java.util.List;
import java.util.UUID;

/// A team of an organisation.
///
/// @param members Keycloak subjects
public record Team(
        UUID id,
        String name,
        UUID organizationId,
        String organizationName,
        List<String> members,
        long version) {
    public Team {
        members = List.copyOf(members);
    }
}
