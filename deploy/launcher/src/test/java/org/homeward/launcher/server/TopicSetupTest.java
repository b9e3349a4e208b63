package org.homeward.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import org.homeward.events.Topics;
import org.junit.jupiter.api.Test;

class TopicSetupTest {
    @Test
    void telemetryAloneGetsItsTimeFromTheBroker() {
        for (Topics.Spec spec : Topics.ALL) {
            assertThat(TopicSetup.settings(spec).get("message.timestamp.type"))
                    .as(spec.name())
                    .isEqualTo(
                            spec.name().equals(Topics.TELEMETRY) ? "LogAppendTime" : "CreateTime");
        }
    }

    @Test
    void telemetryTakesABodyAndAllThatWasDecodedOfIt() {
        for (Topics.Spec spec : Topics.ALL) {
            assertThat(TopicSetup.settings(spec).get("max.message.bytes"))
                    .as(spec.name())
                    .isEqualTo(spec.name().equals(Topics.TELEMETRY) ? "2686976" : null);
        }
    }
}
