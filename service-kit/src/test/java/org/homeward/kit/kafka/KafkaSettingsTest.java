package org.homeward.kit.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KafkaSettingsTest {
    private static final Map<String, Object> SAFE_PRODUCER =
            Map.of(
                    "acks", "all",
                    "enable.idempotence", "true",
                    "request.timeout.ms", 3000,
                    "delivery.timeout.ms", "8000",
                    "max.block.ms", "2000");

    @Test
    void aSafeProducerPasses() {
        assertThat(KafkaSettings.producerViolations(SAFE_PRODUCER)).isEmpty();
    }

    @Test
    void theClientsOwnDefaultForAcksIsFound() {
        Map<String, Object> unsafe = new HashMap<>(SAFE_PRODUCER);
        unsafe.put("acks", "1");
        assertThat(KafkaSettings.producerViolations(unsafe))
                .singleElement()
                .asString()
                .contains("acks is 1");
    }

    @Test
    void noRetriesIsFound() {
        Map<String, Object> unsafe = new HashMap<>(SAFE_PRODUCER);
        unsafe.put("retries", "0");
        assertThat(KafkaSettings.producerViolations(unsafe)).hasSize(1);
    }

    @Test
    void anEmptyConsumerViolatesEverySetting() {
        assertThat(KafkaSettings.consumerViolations(Map.of())).hasSize(8);
    }

    @Test
    void aChannelWithoutAWrittenFailureStrategyIsFound() {
        Map<String, String> attributes =
                Map.of(
                        "cloud-events", "false",
                        "commit-strategy", "throttled",
                        "graceful-shutdown", "true",
                        "fail-on-deserialization-failure", "false",
                        "throttled.unprocessed-record-max-age.ms", "0");
        assertThat(KafkaSettings.incomingViolations(attributes::get))
                .singleElement()
                .asString()
                .contains("failure-strategy");
    }
}
