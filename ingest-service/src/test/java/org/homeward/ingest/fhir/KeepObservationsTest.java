package org.homeward.ingest.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Doors;
import org.homeward.ingest.door.ReadingLog;
import org.homeward.ingest.door.RefusalLog;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Verdict;
import org.junit.jupiter.api.Test;

class KeepObservationsTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

    private final List<Refusal> refused = new ArrayList<>();

    @Test
    void whatNoRecordTakesIsNotSaidToBeTaken() throws Refused {
        AdmitReadings.Outcome outcome = kept("batch", "72", "73");
        assertThat(outcome.admitted()).isEmpty();
        assertThat(outcome.turned()).extracting(Verdict.Turned::status).containsExactly(413, 413);
    }

    @Test
    void aRefusedTransactionIsOneRefusalWithAllThatIsWrong() throws Refused {
        AdmitReadings.Outcome outcome = kept("transaction", "72", "\"x\"", "\"y\"");
        assertThat(outcome.turned()).hasSize(2);
        assertThat(refused).hasSize(1);
        assertThat(refused.getFirst().detail()).contains("entry[1]", "; entry[2]");
        assertThat(refused.getFirst().truncated()).isFalse();
    }

    @Test
    void oneThatIsLargerThanARefusalIsKeptByItsBadEntries() throws Refused {
        kept("transaction", "72", "\"x\"", "\"" + "y".repeat(Refusal.MOST_BYTES) + "\"");
        assertThat(refused).extracting(Refusal::index).containsExactly(1, 2);
    }

    private AdmitReadings.Outcome kept(String type, String... values) throws Refused {
        byte[] bytes = FhirPost.bundle(type, NOW, values).getBytes(StandardCharsets.UTF_8);
        Refusal.Sent sent = new Refusal.Sent(DEVICE, Path.FHIR, Outcomes.TYPE, bytes, NOW);
        BundleJson body = BundleJson.bundle(Source.of(bytes), 10);
        KeepObservations keep =
                new KeepObservations(
                        Doors.over(new RefusalLog(refused, new ReadingLog.TooLarge())));
        return keep.keep(keep.judge(body, Parts.own(body, sent)), sent).join();
    }
}
