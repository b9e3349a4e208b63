package org.homeward.gateway.role;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The realm's roles, in the order in which a person with several is asked for them.
public enum Role {
    PHYSICIAN,
    NURSE,
    GP,
    PATIENT,
    CARER,
    MANAGER,
    DEVICE_ADMIN,
    OPS_ADMIN,
    AUDITOR;

    /// The name in tokens and in the actor's header, such as `device-admin`.
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Role> named(String wireName) {
        return Arrays.stream(values()).filter(r -> r.wireName().equals(wireName)).findFirst();
    }
}
