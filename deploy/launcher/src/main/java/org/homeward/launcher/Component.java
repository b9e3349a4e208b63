package org.homeward.launcher;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The parts of a running stack, in the order in which they start; they stop in the reverse order.
public enum Component {
    POSTGRES("postgres"),
    KAFKA("kafka"),
    KEYCLOAK("keycloak"),
    INGEST("ingest-service"),
    ALERT("alert-service"),
    FOLLOWUP("followup-service"),
    GATEWAY("gateway"),
    WARD("ward");

    /// What is not ours: the services need all three.
    public static final List<Component> INFRASTRUCTURE = List.of(POSTGRES, KAFKA, KEYCLOAK);

    public static final List<Component> SERVICES = List.of(INGEST, ALERT, FOLLOWUP, GATEWAY);

    private final String label;

    Component(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    public static Optional<Component> named(String label) {
        return Arrays.stream(values()).filter(c -> c.label.equals(label)).findFirst();
    }
}
