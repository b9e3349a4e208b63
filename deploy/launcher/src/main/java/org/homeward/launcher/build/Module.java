package org.homeward.launcher.build;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The build's modules with what they make and how long their tests may take on two cores.
enum Module {
    EVENTS("events", "target/classes", 20),
    KAFKA("deploy/kafka", "target/lib", 15),
    KEYCLOAK("deploy/keycloak", "target", 15),
    LAUNCHER("deploy/launcher", "target/lib", 140),
    KIT("service-kit", "target/classes", 60),
    INGEST("ingest-service", "target/quarkus-app/quarkus-run.jar", 270),
    ALERT("alert-service", "target/quarkus-app/quarkus-run.jar", 180),
    FOLLOWUP("followup-service", "target/quarkus-app/quarkus-run.jar", 200),
    GATEWAY("gateway", "target/quarkus-app/quarkus-run.jar", 345),
    HELM_TESTS("deploy/helm-tests", "target", 40),
    SIMULATOR("deploy/simulator", "target/lib", 40),
    SYSTEM_TESTS("deploy/system-tests", "target", 540);

    /// What a running stack needs; the script builds the launcher itself.
    static final List<Module> STACK =
            List.of(EVENTS, KAFKA, KEYCLOAK, KIT, INGEST, ALERT, FOLLOWUP, GATEWAY);

    private final String path;
    private final String output;
    private final int budgetSeconds;

    Module(String path, String output, int budgetSeconds) {
        this.path = path;
        this.output = output;
        this.budgetSeconds = budgetSeconds;
    }

    String path() {
        return path;
    }

    String output() {
        return output;
    }

    Duration budget() {
        return Duration.ofSeconds(budgetSeconds);
    }

    static Optional<Module> at(String path) {
        return Arrays.stream(values()).filter(module -> module.path.equals(path)).findFirst();
    }
}
