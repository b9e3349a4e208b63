package org.homeward.ingest.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.http.Requests;
import org.homeward.ingest.json.ReadingsJson;
import org.homeward.ingest.json.Refused;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.homeward.ingest.sent.Verdict;
import org.junit.jupiter.api.Test;

class AdmitReadingsTest {
    private static final UUID DEVICE = new UUID(0, 1);
    private static final Instant NOW = Instant.parse("2026-05-06T07:08:09Z");

    private final List<Refusal> refused = new ArrayList<>();

    private CompletableFuture<AdmitReadings.Outcome> kept(RuntimeException failure) throws Refused {
        AdmitReadings admit = Doors.over(new RefusalLog(refused, failure));
        byte[] body =
                ("{\"readings\":[" + reading("8867-4") + "," + reading("1234-5") + "]}")
                        .getBytes(StandardCharsets.UTF_8);
        Refusal.Sent sent = new Refusal.Sent(DEVICE, Path.HTTP, "application/json", body, NOW);
        AdmitReadings.Request request =
                Requests.of(sent, new ReadingsJson(10).decode(body, DEVICE), false, "");
        return admit.keep(request, admit.judge(request));
    }

    private static String reading(String code) {
        return "{\"code\":\""
                + code
                + "\",\"value\":72,\"unit\":\"/min\",\"takenAt\":\""
                + NOW
                + "\"}";
    }

    @Test
    void whatNoRecordTakesIsRefusedForGood() throws Refused {
        AdmitReadings.Outcome outcome = kept(new ReadingLog.TooLarge()).join();
        assertThat(outcome.admitted()).isEmpty();
        assertThat(outcome.turned())
                .extracting(Verdict.Turned::index, Verdict.Turned::status)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, 413),
                        org.assertj.core.groups.Tuple.tuple(1, 422));
        assertThat(refused)
                .flatExtracting(Refusal::reasons)
                .containsExactlyInAnyOrder("BODY_TOO_LARGE", "UNKNOWN_CODE");
    }

    @Test
    void whatMayBeThereIsNotKnown() throws Refused {
        assertThat(kept(new IllegalStateException("no answer"))).isCompletedExceptionally();
        assertThat(refused).flatExtracting(Refusal::reasons).containsExactly("UNKNOWN_CODE");
    }
}
