package org.homeward.kit.kafka;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// How a service reaches the broker: every `kafka.*` setting of address, encryption and
/// authentication, for the clients it creates itself. The channels have these from the platform; a
/// client that takes the address alone works until somebody turns TLS on.
@ApplicationScoped
public class KafkaConnection {
    private static final List<String> PREFIXES =
            List.of("bootstrap.servers", "client.dns.lookup", "security.", "ssl.", "sasl.");

    private final Map<String, Object> broker;

    @Inject
    public KafkaConnection(@Identifier("default-kafka-broker") Map<String, Object> broker) {
        this.broker = broker;
    }

    /// The settings by their Kafka names. What is blank was not given.
    public Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>();
        broker.forEach(
                (key, value) -> {
                    if (PREFIXES.stream().anyMatch(key::startsWith)
                            && !value.toString().isBlank()) {
                        settings.put(key, value);
                    }
                });
        return Map.copyOf(settings);
    }
}
