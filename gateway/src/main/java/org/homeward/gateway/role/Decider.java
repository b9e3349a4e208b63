package org.homeward.gateway.role;

import java.util.Optional;

/// The decision itself: pure, so that the whole table is tried in a plain test.
public final class Decider {
    private Decider() {}

    /// Whether the function is open to the caller at all, whoever the patient is.
    public static AccessDecision function(Caller caller, Permission permission) {
        for (Role role : Role.values()) {
            Optional<Scope> scope = AccessTable.scope(permission, role);
            if (caller.has(role) && scope.isPresent()) {
                return new AccessDecision.Granted(caller, role, scope.get());
            }
        }
        return new AccessDecision.Forbidden();
    }

    /// Whether the caller may do this to the patient with whom they have this relationship. With
    /// several roles, the first whose scope the relationship meets counts.
    public static AccessDecision patient(
            Caller caller, Permission permission, Relationship relationship) {
        boolean hasFunction = false;
        for (Role role : Role.values()) {
            Optional<Scope> scope = AccessTable.scope(permission, role);
            if (!caller.has(role) || scope.isEmpty()) {
                continue;
            }
            hasFunction = true;
            if (relationship.grants(scope.get())) {
                return new AccessDecision.Granted(caller, role, scope.get());
            }
        }
        return hasFunction ? new AccessDecision.OutOfScope() : new AccessDecision.Forbidden();
    }
}
