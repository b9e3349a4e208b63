package org.homeward.kit.test;

import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.homeward.launcher.LocalTokens;
import org.homeward.launcher.Secrets;
import org.homeward.launcher.StackConfig;
import org.homeward.launcher.server.Keycloak;

/// Real tokens from the tests' Keycloak; needs [RealStack] with `keycloak=true`.
public final class Tokens {
    private Tokens() {}

    /// A demo user's token for the gateway (audience `homeward`).
    public static String user(String name) {
        return new LocalTokens(config().keycloakUrl()).user(name);
    }

    /// The gateway's own token for the services (audience `homeward-internal`).
    public static String gatewayService() {
        String secret = new Secrets(config().secrets()).get(Keycloak.SERVICE_SECRET);
        return new LocalTokens(config().keycloakUrl()).client("homeward-gateway", secret);
    }

    /// The gateway's own token as Keycloak issues it, but for its end. The services trust its key:
    /// it is refused for nothing else.
    public static String gatewayServiceUntil(Instant end) {
        JsonObject claims = new JsonObject(decoded(gatewayService().split("\\.", -1)[1]));
        return RealmKeys.sign(
                claims.put("iat", end.minusSeconds(300).getEpochSecond())
                        .put("exp", end.getEpochSecond()));
    }

    /// The gateway's own token, each time with something about it that no service may trust: no
    /// algorithm with and without the signature, another signature, other claims, another key id.
    public static List<String> forged() {
        String[] good = gatewayService().split("\\.", -1);
        String none = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");
        String claims = decoded(good[1]);
        return List.of(
                none + "." + good[1] + ".",
                none + "." + good[1] + "." + good[2],
                good[0] + "." + good[1] + ".",
                good[0] + "." + good[1] + "." + good[2].substring(0, good[2].length() - 8),
                good[0] + "." + encoded(claims.replace("\"exp\":", "\"exp\":9")) + "." + good[2],
                encoded(decoded(good[0]).replaceFirst("\"kid\" *: *\"", "$0x"))
                        + "."
                        + good[1]
                        + "."
                        + good[2]);
    }

    private static String encoded(String text) {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static StackConfig config() {
        return RealStack.current().config();
    }
}
