package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.homeward.events.Topics;
import org.homeward.ingest.IngestTest;
import org.homeward.kit.kafka.KafkaSettingsCheck;
import org.junit.jupiter.api.Test;

/// The settings of the Kafka clients as they are in effect.
@QuarkusTest
@IngestTest
class ClientSettingsTest {
    @Inject KafkaSettingsCheck check;
    @Inject KafkaClientService clients;

    @Test
    void noChannelLosesData() {
        assertThat(check.channels("incoming"))
                .containsExactlyInAnyOrder(
                        "telemetry-in",
                        "rejected-in",
                        "dead-letters-in",
                        "care-teams-in",
                        "device-events-in",
                        "alerts-in");
        assertThat(check.channels("outgoing")).containsExactlyInAnyOrder("log-out", "outbox-out");
        assertThat(check.violations()).isEmpty();
    }

    @Test
    void theOneProducerGathersWithoutDelayingAlerts() {
        Map<String, ?> settings = clients.getProducer("log-out").configuration();
        assertThat(settings.get("linger.ms")).hasToString("5");
        assertThat(settings.get("batch.size")).hasToString("131072");
        assertThat(settings.get("acks")).hasToString("all");
        assertThat(settings.get("enable.idempotence")).hasToString("true");
        assertThat(settings.get("delivery.timeout.ms")).hasToString("8000");
        assertThat(settings.get("max.request.size"))
                .hasToString(Integer.toString(Topics.TELEMETRY_RECORD_BYTES));
    }

    @Test
    void noTopicIsForgottenForBeingQuietForWeeks() {
        Map<String, ?> settings = clients.getProducer("log-out").configuration();
        Object idle = settings.get("metadata.max.idle.ms");
        assertThat(Long.parseLong(String.valueOf(idle)))
                .isGreaterThan(Duration.ofDays(21).toMillis());
    }

    @Test
    void theReadingsConsumerNeitherSkipsNorStalls() {
        Map<String, ?> settings = clients.getConsumer("telemetry-in").configuration();
        assertThat(settings.get("auto.offset.reset")).hasToString("earliest");
        assertThat(settings.get("session.timeout.ms")).hasToString("6000");
        assertThat(settings.get("group.instance.id")).isNotNull();
        assertThat(settings.get("fetch.max.wait.ms")).hasToString("20");
    }
}
