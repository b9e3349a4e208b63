package org.homeward.alert.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.homeward.kit.kafka.KafkaSettingsCheck;
import org.homeward.kit.test.RealStack;
import org.junit.jupiter.api.Test;

/// The settings of the Kafka clients as they are in effect.
@QuarkusTest
@QuarkusTestResource(
        value = RealStack.class,
        initArgs = {
            @ResourceArg(name = "schema", value = "alert"),
            @ResourceArg(name = "keycloak", value = "true")
        })
class ClientSettingsTest {
    @Inject KafkaSettingsCheck check;
    @Inject KafkaClientService clients;
    @Inject EvaluatorStreams evaluator;

    @Test
    void noChannelLosesData() {
        assertThat(check.channels("incoming")).containsExactly("alerts-in");
        assertThat(check.channels("outgoing"))
                .containsExactlyInAnyOrder("dead-letters-out", "outbox-out");
        assertThat(check.violations()).isEmpty();
    }

    @Test
    void theProjectionsConsumerNeitherSkipsNorStalls() {
        Map<String, ?> settings = clients.getConsumer("alerts-in").configuration();
        assertThat(settings.get("auto.offset.reset")).hasToString("earliest");
        assertThat(settings.get("isolation.level")).hasToString("read_committed");
        assertThat(settings.get("enable.auto.commit")).hasToString("false");
        assertThat(settings.get("session.timeout.ms")).hasToString("6000");
        assertThat(settings.get("group.instance.id")).isNotNull();
    }

    @Test
    void theEvaluatorWritesExactlyOnceAndNeitherSkipsNorStalls() {
        Properties settings = evaluator.settings();
        assertThat(StreamsSettings.violations(settings)).isEmpty();
        StreamsConfig effective = new StreamsConfig(settings);
        assertThat(effective.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        Map<String, Object> consumer = effective.getMainConsumerConfigs("group", "client", 1);
        assertThat(consumer.get("auto.offset.reset")).hasToString("earliest");
        assertThat(consumer.get("isolation.level")).hasToString("read_committed");
        assertThat(consumer.get("enable.auto.commit")).hasToString("false");
        assertThat(consumer.get("session.timeout.ms")).hasToString("6000");
        assertThat(consumer.get("group.instance.id")).isNotNull();
        assertThat(effective.getProducerConfigs("client").get("acks")).hasToString("all");
    }
}
