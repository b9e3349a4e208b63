package org.homeward.ingest.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ReadingsJsonTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final String GOOD =
            """
            {"readings":[
              {"id":"m-1","code":"8867-4","value":72,"unit":"/min","sequence":3,
               "takenAt":"2026-11-22T10:00:00+01:00","context":{"posture":"sitting","n":1}},
              {"code":"8867-4","special":"not-a-number","takenAt":"2026-11-22T10:00:00Z"},
              {"code":"85354-9","takenAt":"2026-11-22T10:00:00Z","components":[
                {"code":"8480-6","value":128,"unit":"mm[Hg]"},
                {"code":"8462-4","special":"above-range"}]}],
             "battery":80,"deviceId":"00000000-0000-0001-0000-000000000001"}""";

    private final ReadingsJson json = new ReadingsJson(1000);

    @Test
    void theGoodOneIsTakenWhole() throws Refused {
        assertThat(json.decode(GOOD.getBytes(StandardCharsets.UTF_8), DEVICE).readings())
                .hasSize(3);
    }

    @Test
    void whateverStandsInAFieldTheAnswerIsAVerdict() {
        List<Integer> verdicts = Mutations.of(GOOD).map(this::verdicts).toList();
        assertThat(verdicts).hasSizeGreaterThan(400).contains(0, 1, -1);
    }

    /// Whoever writes our own JSON knows what its instrument can say.
    @Test
    void moreThanFifteenDigitsAreRefused() {
        String printed = GOOD.replace("\"value\":72", "\"value\":36.599999999999994");
        assertThat(verdicts(printed.getBytes(StandardCharsets.UTF_8))).isOne();
    }

    /// How many readings were turned away; -1 if the body was. Anything else that is thrown fails
    /// the test.
    private int verdicts(byte[] body) {
        try {
            Decoded decoded = json.decode(body, DEVICE);
            return decoded.faults().size();
        } catch (Refused e) {
            assertThat(e.status()).isBetween(400, 499);
            return -1;
        }
    }
}
