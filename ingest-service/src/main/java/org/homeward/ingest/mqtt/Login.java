package org.homeward.ingest.mqtt;

import io.vertx.mqtt.MqttAuth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How a client says who it is.
///
/// @param token what proves it
/// @param name whom it names beside the proof; null where the token alone says it
record Login(Dialect dialect, String token, @Nullable String name) {

    /// Empty if nothing was said that could prove anything.
    static Optional<Login> of(@Nullable MqttAuth auth) {
        return auth == null ? Optional.empty() : of(auth.getUsername(), auth.getPassword());
    }

    static Optional<Login> of(@Nullable String user, @Nullable String password) {
        if (user == null || user.isEmpty()) {
            return Optional.empty();
        }
        if (password == null || password.isEmpty()) {
            return Optional.of(new Login(Dialect.THINGSBOARD, user, null));
        }
        int at = user.lastIndexOf('@');
        return Optional.of(
                at < 0
                        ? new Login(Dialect.HOMEWARD, password, user)
                        : new Login(Dialect.HONO, password, user.substring(0, at)));
    }

    /// Whether it names this device or none.
    boolean mayBe(UUID device) {
        return name == null || device.toString().equalsIgnoreCase(name);
    }
}
