package org.homeward.launcher;

import java.nio.file.Files;
import java.nio.file.Path;

/// The checkout: where what was built lies. Built things are found by path, never by a version
/// written a second time.
public record Home(Path root) {
    public Home {
        root = root.toAbsolutePath().normalize();
    }

    /// The checkout this JVM works for: the system property `homeward.root`, else the first folder
    /// upwards that holds the launcher's script or the build's wrapper.
    public static Home find() {
        String property = System.getProperty("homeward.root");
        if (property != null && !property.isBlank()) {
            return new Home(Path.of(property));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.exists(at.resolve("mvnw")) && Files.exists(at.resolve("deploy"))) {
                return new Home(at);
            }
        }
        throw new LaunchFailure("not inside a checkout of Homeward: no folder with mvnw upwards");
    }

    /// The launcher's default place for state.
    public Path state() {
        return root.resolve(".homeward");
    }

    /// What is unpacked once and used by every stack of this checkout.
    public Path cache() {
        return state().resolve("cache");
    }

    public Path kafka() {
        return root.resolve("deploy/kafka");
    }

    public Path realm() {
        return root.resolve("deploy/keycloak/realm/homeward-realm.json");
    }

    public Path keycloakTarget() {
        return root.resolve("deploy/keycloak/target");
    }

    public Path service(Component component) {
        return root.resolve(component.label());
    }

    public Path simulator() {
        return root.resolve("deploy/simulator");
    }
}
