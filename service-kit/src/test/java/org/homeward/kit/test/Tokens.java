package org.homeward.kit.test;

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

    private static StackConfig config() {
        return RealStack.current().config();
    }
}
