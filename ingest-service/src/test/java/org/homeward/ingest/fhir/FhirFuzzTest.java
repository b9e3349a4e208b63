package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.homeward.ingest.Fuzzed;
import org.homeward.ingest.fhir.observation.EffectiveTime;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.kafka.WireRoundTrip;

class FhirFuzzTest {
    private static final UUID DEVICE = new UUID(1, 1);

    private interface Reader {
        BundleJson read(Source source) throws Refused;
    }

    @FuzzTest
    void bundles(byte[] body) {
        Fuzzed.costsLittle(() -> take(body, source -> BundleJson.bundle(source, 1000)));
    }

    @FuzzTest
    void observations(byte[] body) {
        Fuzzed.costsLittle(() -> take(body, BundleJson::single));
    }

    @FuzzTest
    void times(byte[] bytes) {
        JsonNode text = TextNode.valueOf(new String(bytes, StandardCharsets.UTF_8));
        JsonNode node =
                new com.fasterxml.jackson.databind.ObjectMapper()
                        .createObjectNode()
                        .set("effectiveDateTime", text);
        Fuzzed.costsLittle(
                () -> {
                    try {
                        assertThat(EffectiveTime.of(node)).isEqualTo(EffectiveTime.of(node));
                    } catch (Fault e) {
                        Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
                    }
                });
    }

    private static void take(byte[] body, Reader reader) {
        try {
            Source source = Source.of(body);
            isKeptAsItIsRead(source, reader);
            BundleJson posted = reader.read(source);
            Observed read = posted.of(DEVICE);
            Fuzzed.isWhole(read.readings(), read.faults(), posted.entries().noted());
            WireRoundTrip.check(read.readings());
            read.faults().forEach(f -> assertThat(posted.fragment(f.index())).isNotEmpty());
        } catch (Refused e) {
            Fuzzed.isTheSenders(e.status(), e.code(), e.detail());
        }
    }

    /// The bytes that go into the log mean the same when they are read again.
    private static void isKeptAsItIsRead(Source source, Reader reader) throws Refused {
        Source kept = Source.of(source.bytes());
        assertThat(kept.bytes()).isEqualTo(source.bytes());
        Observed first = reader.read(source).of(DEVICE);
        assertThat(reader.read(kept).of(DEVICE).readings()).isEqualTo(first.readings());
    }
}
