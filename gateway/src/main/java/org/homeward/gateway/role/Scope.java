package org.homeward.gateway.role;

/// How far a permission reaches for a role.
public enum Scope {
    /// The caller's own record.
    SELF("self"),
    /// The record of a patient who delegated care to the caller.
    DELEGATED("delegation"),
    /// The patients led by a team that the caller is a member of.
    TEAM("team"),
    /// The patients shared with the caller.
    SHARED("share"),
    /// Every record, or a function that is about no patient.
    ANY("any");

    private final String ground;

    Scope(String ground) {
        this.ground = ground;
    }

    /// The kind of relation that grants it, as the audit and the care-teams topic write it.
    public String ground() {
        return ground;
    }
}
