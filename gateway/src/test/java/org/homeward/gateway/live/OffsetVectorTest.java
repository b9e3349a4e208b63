package org.homeward.gateway.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OffsetVectorTest {
    private static final TopicPartition ALERTS_1 = new TopicPartition("alerts", 1);
    private final OffsetVector zero = OffsetVector.zero(List.of(2, 1, 3));

    @Test
    void itsTextReadsBack() {
        zero.advance(ALERTS_1, 12_345_678);
        OffsetVector back = OffsetVector.parse(zero.toString(), zero).orElseThrow();
        assertThat(back.get(ALERTS_1)).isEqualTo(12_345_678);
        assertThat(back.toString()).isEqualTo("0.7clzi-0-0.0.0");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "0.0-0",
                "0.0-0-0.0",
                "0.0-0-0.0.0-0",
                "0.0-0-0.0.-1",
                "0.0-0-0.0.zzzzzzzzzzzzzzzzz",
                "é"
            })
    void whatIsNoVectorOfTheseTopicsIsRefused(String text) {
        assertThat(OffsetVector.parse(text, zero)).isEmpty();
    }

    @Test
    void itNeverGoesBack() {
        zero.advance(ALERTS_1, 9);
        zero.advance(ALERTS_1, 4);
        assertThat(zero.get(ALERTS_1)).isEqualTo(9);
    }

    @Test
    void distanceCountsWhatLiesBetween() {
        OffsetVector later = zero.copy();
        later.advance(ALERTS_1, 5);
        assertThat(zero.distanceTo(later)).isEqualTo(5);
        assertThat(later.distanceTo(zero)).isZero();
    }

    @Test
    void itIsKeptWithinWhatTheLogHolds() {
        zero.advance(ALERTS_1, 5);
        OffsetVector within = zero.bounded(Map.of(ALERTS_1, 7L), Map.of(ALERTS_1, 9L));
        assertThat(within.get(ALERTS_1)).isEqualTo(7);
        assertThat(zero.bounded(Map.of(), Map.of(ALERTS_1, 3L)).get(ALERTS_1)).isEqualTo(3);
    }
}
