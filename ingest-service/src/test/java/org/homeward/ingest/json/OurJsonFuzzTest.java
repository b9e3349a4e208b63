package org.homeward.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.device.ClaimCode;
import org.homeward.ingest.kafka.WireRoundTrip;
import org.homeward.ingest.sent.SentReading;

class OurJsonFuzzTest {
    private static final UUID DEVICE = new UUID(1, 1);

    private final ReadingsJson json = new ReadingsJson(1000);

    @FuzzTest
    void readings(byte[] body) {
        Fuzzed.costsLittle(() -> take(body));
    }

    /// The body of a claim: at most a code of the alphabet comes out of it.
    @FuzzTest
    void claims(byte[] body) {
        Fuzzed.costsLittle(
                () -> {
                    try {
                        String typed = Fields.text(StrictJson.object(body), "claimCode", "");
                        ClaimCode.read(typed)
                                .ifPresent(
                                        code -> assertThat(code.text()).matches("[2-9A-Z-]{19}"));
                    } catch (Fault e) {
                        Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
                    } catch (StrictJson.Unreadable e) {
                        assertThat(e).hasMessageNotContaining("Exception");
                    }
                });
    }

    private void take(byte[] body) {
        try {
            Decoded decoded = json.decode(body, DEVICE);
            Fuzzed.isWhole(decoded.readings(), decoded.faults(), List.of());
            decoded.faults()
                    .forEach(f -> assertThat(decoded.fragment().apply(f.index())).isNotEmpty());
            WireRoundTrip.check(decoded.readings());
            isReadAgain(decoded.readings());
        } catch (Refused e) {
            Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
        }
    }

    private void isReadAgain(List<SentReading> readings) throws Refused {
        if (!readings.isEmpty()) {
            List<SentReading> again = json.decode(OwnJson.of(readings), DEVICE).readings();
            assertThat(again).hasSameSizeAs(readings);
            IntStream.range(0, again.size()).forEach(i -> isSame(again.get(i), readings.get(i)));
        }
    }

    private static void isSame(SentReading again, SentReading before) {
        assertThat(again).usingRecursiveComparison().ignoringFields("index").isEqualTo(before);
    }
}
