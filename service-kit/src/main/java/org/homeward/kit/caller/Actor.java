package org.homeward.kit.caller;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The person a request is made for.
///
/// @param subject the Keycloak subject
/// @param role one of [#ROLES]
/// @param purpose why, such as `care`
public record Actor(String subject, String role, String purpose) {
    /// The header's name on every call between gateway and services.
    public static final String HEADER = "Homeward-Actor";

    public static final Set<String> ROLES =
            Set.of(
                    "patient",
                    "carer",
                    "nurse",
                    "physician",
                    "gp",
                    "manager",
                    "device-admin",
                    "ops-admin",
                    "auditor",
                    "system");

    public Actor {
        if (!ROLES.contains(role)) {
            throw new IllegalArgumentException("unknown role");
        }
        if (subject.isBlank() || subject.length() > 64 || subject.indexOf(';') >= 0) {
            throw new IllegalArgumentException("unusable subject");
        }
        if (purpose.length() > 64 || purpose.indexOf(';') >= 0) {
            throw new IllegalArgumentException("unusable purpose");
        }
    }

    /// `sub=...;role=...;purpose=...`
    public String toHeader() {
        return "sub=" + subject + ";role=" + role + ";purpose=" + purpose;
    }

    /// Reads the header; empty if it is not exactly of the form that [#toHeader()] writes.
    public static Optional<Actor> parse(String header) {
        Map<String, String> parts = new HashMap<>();
        for (String part : header.split(";", -1)) {
            int equals = part.indexOf('=');
            if (equals < 1
                    || parts.put(part.substring(0, equals), part.substring(equals + 1)) != null) {
                return Optional.empty();
            }
        }
        if (!parts.keySet().equals(Set.of("sub", "role", "purpose"))) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Actor(
                            parts.getOrDefault("sub", ""),
                            parts.getOrDefault("role", ""),
                            parts.getOrDefault("purpose", "")));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
