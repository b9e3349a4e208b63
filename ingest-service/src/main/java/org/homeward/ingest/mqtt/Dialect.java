package org.homeward.ingest.mqtt;

import java.util.Set;
import org.homeward.ingest.dialect.Format;
import org.jspecify.annotations.Nullable;

/// Whose topics a client speaks to, told by how it says who it is. What was made for another
/// platform is understood as it is.
enum Dialect {
    /// Our own: user name = device id, password = token; QoS 1 alone.
    HOMEWARD {
        @Override
        @Nullable Format format(String topic, String type) {
            return topic.equals(OWN_TOPIC) ? Format.of(type) : null;
        }
    },
    /// ThingsBoard's device API: user name = token, no password.
    THINGSBOARD {
        @Override
        @Nullable Format format(String topic, String type) {
            if (topic.equals(THINGSBOARD_OWN + "telemetry")) {
                return Format.KEYED;
            }
            if (topic.equals(THINGSBOARD_GATEWAY + "telemetry")) {
                return Format.GATEWAY;
            }
            return topic.startsWith(THINGSBOARD_OWN) || topic.startsWith(THINGSBOARD_GATEWAY)
                    ? Format.ASIDE
                    : null;
        }
    },
    /// Eclipse Hono's MQTT adapter: user name = device id `@` tenant, password = token.
    HONO {
        @Override
        @Nullable Format format(String topic, String type) {
            if (!HONO_TOPICS.contains(topic)) {
                return null;
            }
            return Format.of(type) == Format.SENML ? Format.SENML : Format.EITHER;
        }
    };

    private static final String OWN_TOPIC = "telemetry/v1/readings";
    private static final String THINGSBOARD_OWN = "v1/devices/me/";
    private static final String THINGSBOARD_GATEWAY = "v1/gateway/";
    private static final Set<String> HONO_TOPICS = Set.of("telemetry", "t", "event", "e");

    /// The format of what is published to a topic; null if the client has no business there.
    ///
    /// @param type the media type of MQTT 5; empty if none was said
    abstract @Nullable Format format(String topic, String type);

    /// Whether QoS 0 is taken, for which nobody promises anything.
    boolean takesBestEffort() {
        return this != HOMEWARD;
    }
}
