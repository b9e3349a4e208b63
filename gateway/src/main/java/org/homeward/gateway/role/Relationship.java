package org.homeward.gateway.role;

import java.util.Set;

/// What ties a caller to one patient at this moment.
///
/// @param kinds the grounds of [Scope] that hold now
public record Relationship(Set<String> kinds) {
    public static final Relationship NONE = new Relationship(Set.of());

    public Relationship {
        kinds = Set.copyOf(kinds);
    }

    boolean grants(Scope scope) {
        return scope == Scope.ANY || kinds.contains(scope.ground());
    }
}
