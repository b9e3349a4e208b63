package org.homeward.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import org.homeward.events.v1.TelemetryReceived;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourcesTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2_047, 2_048, 100_000})
    void whatWasSentComesBackWhateverItsSize(int size) {
        byte[] source = text(size);

        assertThat(Sources.of(event(source))).isEqualTo(source);
    }

    @Test
    void aLargeTextTakesAFractionInTheLog() {
        assertThat(event(text(100_000)).getSerializedSize()).isLessThan(5_000);
    }

    @Test
    void anEventOfAnEarlierReleaseIsReadAsItIs() {
        byte[] source = text(5_000);
        TelemetryReceived earlier =
                TelemetryReceived.newBuilder().setSource(ByteString.copyFrom(source)).build();

        assertThat(Sources.of(earlier)).isEqualTo(source);
    }

    @Test
    void whatCannotBeReadIsNotGuessed() {
        TelemetryReceived.Builder event = event(text(10)).toBuilder();

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.of(event.setSourceEncoding("br").build()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Sources.of(event.setSourceEncoding("gzip").build()));
    }

    private static TelemetryReceived event(byte[] source) {
        TelemetryReceived.Builder event = TelemetryReceived.newBuilder();
        Sources.put(event, source);
        return event.build();
    }

    private static byte[] text(int size) {
        return "{\"resourceType\":\"Observation\"}"
                .repeat(size / 30 + 1)
                .substring(0, size)
                .getBytes(StandardCharsets.UTF_8);
    }
}
