package org.homeward.kit.kafka;

import io.quarkus.runtime.StartupEvent;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;
import org.jspecify.annotations.Nullable;

/// Refuses to start a service one of whose Kafka clients would lose data. A setting that is only in
/// a document is lost with the next channel somebody adds.
@ApplicationScoped
public class KafkaSettingsCheck {
    private static final Pattern CHANNEL =
            Pattern.compile("mp\\.messaging\\.(incoming|outgoing)\\.\"?([a-z0-9-]+)\"?\\..+");
    private static final String CONNECTOR = "mp.messaging.connector.smallrye-kafka.";

    private final KafkaClientService clients;
    private final Config config;

    @Inject
    KafkaSettingsCheck(KafkaClientService clients, Config config) {
        this.clients = clients;
        this.config = config;
    }

    void check(@Observes @Priority(10_000) StartupEvent event) {
        List<String> found = violations();
        if (!found.isEmpty()) {
            throw new IllegalStateException(
                    "Kafka clients would lose data: " + String.join("; ", found));
        }
    }

    /// Every violation of every channel of this service, dead-letter channels included, each with
    /// its channel's name.
    public List<String> violations() {
        List<String> found = new ArrayList<>();
        for (String channel : channels("incoming")) {
            List<String> violations =
                    KafkaSettings.incomingViolations(key -> attribute("incoming", channel, key));
            var consumers = clients.getConsumers(channel);
            consumers.forEach(
                    c -> violations.addAll(KafkaSettings.consumerViolations(c.configuration())));
            add(found, channel, violations, consumers.isEmpty());
        }
        for (String channel : channels("outgoing")) {
            List<String> violations =
                    KafkaSettings.outgoingViolations(key -> attribute("outgoing", channel, key));
            var producer = clients.getProducer(channel);
            if (producer != null) {
                violations.addAll(KafkaSettings.producerViolations(producer.configuration()));
            }
            add(found, channel, violations, producer == null);
        }
        return found;
    }

    /// The channels of a direction that are configured, such as `readings-out`.
    public Set<String> channels(String direction) {
        Set<String> names = new TreeSet<>();
        for (String property : config.getPropertyNames()) {
            Matcher matcher = CHANNEL.matcher(property);
            if (matcher.matches() && matcher.group(1).equals(direction)) {
                names.add(matcher.group(2));
            }
        }
        return names;
    }

    private @Nullable String attribute(String direction, String channel, String key) {
        return config.getOptionalValue(
                        "mp.messaging." + direction + "." + channel + "." + key, String.class)
                .or(() -> config.getOptionalValue(CONNECTOR + key, String.class))
                .orElse(null);
    }

    /// A channel whose client cannot be looked at may have any setting.
    private static void add(
            List<String> found, String channel, List<String> violations, boolean unseen) {
        violations.forEach(v -> found.add(channel + ": " + v));
        if (unseen) {
            found.add(channel + ": has no client");
        }
    }
}
