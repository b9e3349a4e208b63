package org.homeward.ingest.mqtt;

import io.vertx.mqtt.MqttAuth;
import io.vertx.mqtt.MqttEndpoint;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.credential.Credentials;
import org.homeward.ingest.device.Credential;
import org.homeward.ingest.device.DeviceCertificate;
import org.jspecify.annotations.Nullable;

/// How a client says who it is.
///
/// @param token what proves it; empty where a certificate does
/// @param certificate of its TLS connection, where it showed nothing else
/// @param name whom it names beside the proof; null where the token alone says it
record Login(
        Dialect dialect,
        String token,
        @Nullable DeviceCertificate certificate,
        @Nullable String name) {

    /// What a client that connects says and shows. A password or a token counts before a
    /// certificate, so that nobody is let in as somebody else than they say.
    static Optional<Login> by(MqttEndpoint endpoint) {
        return endpoint.auth() == null
                ? ShownCertificate.of(endpoint)
                        .map(shown -> new Login(Dialect.HOMEWARD, "", shown, null))
                : of(endpoint.auth());
    }

    /// Empty if nothing was said that could prove anything.
    static Optional<Login> of(@Nullable MqttAuth auth) {
        return auth == null ? Optional.empty() : of(auth.getUsername(), auth.getPassword());
    }

    static Optional<Login> of(@Nullable String user, @Nullable String password) {
        if (user == null || user.isEmpty()) {
            return Optional.empty();
        }
        if (password == null || password.isEmpty()) {
            return Optional.of(new Login(Dialect.THINGSBOARD, user, null, null));
        }
        int at = user.lastIndexOf('@');
        return Optional.of(
                at < 0
                        ? new Login(Dialect.HOMEWARD, password, null, user)
                        : new Login(Dialect.HONO, password, null, user.substring(0, at)));
    }

    /// Whether it names this device or none.
    boolean mayBe(UUID device) {
        return name == null || device.toString().equalsIgnoreCase(name);
    }

    /// What the proof proves. The stage fails when the registry cannot be reached.
    CompletableFuture<Credential> check(Credentials credentials) {
        return certificate == null
                ? credentials.check(token)
                : credentials.check(certificate.fingerprint());
    }

    /// The same, asked of the registry whatever is remembered.
    CompletableFuture<Credential> checkAgain(Credentials credentials) {
        return certificate == null
                ? credentials.checkAgain(token)
                : credentials.checkAgain(certificate.fingerprint());
    }

    /// When this opens nothing any more: by the registry's word, or by the certificate's own,
    /// whichever is earlier; null if neither says.
    @Nullable Instant ends(Credential.Valid registered) {
        Instant said = registered.until();
        Instant own = certificate == null ? null : certificate.notAfter();
        if (said == null || own == null) {
            return said == null ? own : said;
        }
        return said.isBefore(own) ? said : own;
    }
}
