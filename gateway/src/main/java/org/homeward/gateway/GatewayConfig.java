package org.homeward.gateway;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/// What an operator can set of the gateway itself; addresses and secrets are in
/// application.properties beside the client each belongs to.
@ConfigMapping(prefix = "homeward.gateway")
public interface GatewayConfig {
    String ingestUrl();

    String alertUrl();

    String followupUrl();

    String webSecret();

    String serviceSecret();

    String sessionSecret();

    /// Shown on every screen: monitoring is not emergency care.
    @WithDefault("112")
    String emergencyNumber();

    /// With whom a patient may be shared.
    List<Practitioner> practitioners();

    Rate rate();

    Feed feed();

    /// One practitioner, with the Keycloak subject as id.
    interface Practitioner {
        String id();

        String name();

        String role();
    }

    /// Requests of one user: at once, and sustained per second.
    interface Rate {
        @WithDefault("400")
        int burst();

        @WithDefault("50")
        int perSecond();
    }

    /// The live feed's limits.
    interface Feed {
        @WithDefault("PT15S")
        Duration heartbeat();

        /// Events that may wait for one client before it is closed.
        @WithDefault("512")
        int clientBuffer();

        /// How often relationships are looked at.
        @WithDefault("PT1S")
        Duration accessCheck();

        /// Clients that may catch up from Kafka at once; more wait their turn.
        @WithDefault("4")
        int catchUps();
    }
}
