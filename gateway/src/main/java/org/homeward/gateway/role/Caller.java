package org.homeward.gateway.role;

import java.time.Instant;
import java.util.Set;

/// Who asks, as the token says.
///
/// @param subject the Keycloak subject
/// @param name the person's name for their own screen; never logged
/// @param validUntil when the token ends, and with it a live feed
public record Caller(String subject, Set<Role> roles, String name, Instant validUntil) {
    public static final Caller ANONYMOUS = new Caller("anonymous", Set.of(), "", Instant.EPOCH);

    public Caller {
        roles = Set.copyOf(roles);
    }

    public boolean isAnonymous() {
        return this.equals(ANONYMOUS);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }
}
