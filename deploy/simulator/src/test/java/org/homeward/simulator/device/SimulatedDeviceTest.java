package org.homeward.simulator.device;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.UUID;
import org.homeward.simulator.platform.Json;
import org.junit.jupiter.api.Test;

class SimulatedDeviceTest {
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");
    private final Ledger ledger = new Ledger();
    private final Closing closing = new Closing();

    @Test
    void aReadingIsKeptUntilItIsAcknowledged() {
        Script link = new Script(unknown(), unknown(), new Outcome.Acknowledged());

        Ledger.Mark mark = device(link).send(List.of(pulse("a")));

        assertThat(mark).isEqualTo(Ledger.Mark.OK);
        assertThat(link.sent).containsExactly("a", "a", "a");
        assertThat(ledger.lines()).singleElement().extracting(Ledger.Line::sends).isEqualTo(3);
    }

    @Test
    void aRefusedReadingIsNotSentAgain() {
        Script link = new Script(new Outcome.Refused("UNKNOWN_UNIT"));

        assertThat(device(link).send(List.of(pulse("a")))).isEqualTo(Ledger.Mark.FAIL);
        assertThat(link.sent).containsExactly("a");
    }

    @Test
    void aRunThatEndsLeavesTheOutcomeUnknown() {
        closing.close();

        assertThat(device(new Script(unknown())).send(List.of(pulse("a"))))
                .isEqualTo(Ledger.Mark.UNKNOWN);
        assertThat(ledger.count(Ledger.Mark.UNKNOWN)).isEqualTo(1);
    }

    @Test
    void aReadingIsWrittenAsTheDeviceEdgeReadsIt() {
        assertThat(Json.parse(Measurement.body(List.of(pulse("a")))))
                .isEqualTo(
                        Json.parse(
                                """
                                {"readings":[{"id":"a","code":"8867-4","takenAt":"2026-11-22T10:00:00Z",
                                 "value":72,"unit":"/min"}]}"""));
    }

    private SimulatedDevice device(DeviceLink link) {
        return new SimulatedDevice(new UUID(0, 1), link, ledger, closing);
    }

    private static Outcome unknown() {
        return new Outcome.Unknown(Duration.ofMillis(1));
    }

    private static Measurement pulse(String id) {
        return Measurement.of(
                id, new Measurement.Value("8867-4", new BigDecimal("72"), "/min"), AT);
    }

    private static final class Script implements DeviceLink {
        private final Deque<Outcome> outcomes;
        private final List<String> sent = new ArrayList<>();

        Script(Outcome... outcomes) {
            this.outcomes = new ArrayDeque<>(List.of(outcomes));
        }

        @Override
        public Outcome send(List<Measurement> measurements) {
            measurements.forEach(m -> sent.add(m.id()));
            return outcomes.removeFirst();
        }

        @Override
        public void close() {}
    }
}
