package org.homeward.ingest.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.UUID;
import org.homeward.events.v1.TelemetryReading;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.sent.SentReading;

/// What the door lets in comes out of the log as it went in.
public final class WireRoundTrip {
    private WireRoundTrip() {}

    public static void check(List<SentReading> readings) {
        Fuzzed.admitted(readings)
                .forEach(a -> assertThat(through(a.id(), a.sent())).isEqualTo(a.sent()));
    }

    private static SentReading through(UUID id, SentReading sent) {
        try {
            byte[] bytes = Wire.toWire(id, sent).toByteArray();
            return Wire.fromWire(TelemetryReading.parseFrom(bytes));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
