package org.homeward.system.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.homeward.simulator.device.Ledger;
import org.homeward.simulator.device.Measurement;
import org.junit.jupiter.api.Test;

class LedgerCheckTest {
    private static final UUID DEVICE = new UUID(1, 1);
    private static final Instant AT = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aFaithfulStoreHasNoFault() {
        assertThat(LedgerCheck.faults(lines(), rows())).isEmpty();
    }

    @Test
    void aDroppedReadingIsCaught() {
        List<StoredRow> rows = rows();
        rows.remove(2);

        assertThat(LedgerCheck.faults(lines(), rows))
                .singleElement()
                .asString()
                .startsWith("acknowledged but lost");
    }

    @Test
    void aDoubledReadingIsCaught() {
        List<StoredRow> rows = rows();
        rows.add(rows.get(1));

        assertThat(LedgerCheck.faults(lines(), rows))
                .singleElement()
                .asString()
                .startsWith("stored twice");
    }

    @Test
    void anAlteredValueTimeOrScaleIsCaught() {
        for (StoredRow altered :
                List.of(row(0, "73", 0), row(0, "70.0", 0), row(0, "70", 1), row(0, "70", -1))) {
            List<StoredRow> rows = rows();
            rows.set(0, altered);
            assertThat(LedgerCheck.faults(lines(), rows))
                    .singleElement()
                    .asString()
                    .startsWith("altered");
        }
    }

    @Test
    void aRowThatNobodySentIsCaught() {
        List<StoredRow> rows = rows();
        rows.add(row(99, "70", 0));

        assertThat(LedgerCheck.faults(lines(), rows))
                .singleElement()
                .asString()
                .startsWith("stored but never sent");
    }

    @Test
    void aRefusedReadingMustNotBeThereAndAnUnknownOneMay() {
        List<Ledger.Line> lines = List.of(line(0, Ledger.Mark.FAIL), line(1, Ledger.Mark.UNKNOWN));

        assertThat(LedgerCheck.faults(lines, List.of(row(0, "70", 0), row(1, "71", 0))))
                .singleElement()
                .asString()
                .startsWith("refused but stored");
        assertThat(LedgerCheck.faults(lines, List.of())).isEmpty();
    }

    private static List<Ledger.Line> lines() {
        return IntStream.range(0, 5).mapToObj(i -> line(i, Ledger.Mark.OK)).toList();
    }

    private static List<StoredRow> rows() {
        return new ArrayList<>(IntStream.range(0, 5).mapToObj(i -> row(i, "7" + i, 0)).toList());
    }

    private static Ledger.Line line(int i, Ledger.Mark mark) {
        Measurement.Value value = new Measurement.Value("8867-4", new BigDecimal("7" + i), "/min");
        Measurement measurement = Measurement.of("m" + i, value, AT.plusSeconds(i));
        return new Ledger.Line(DEVICE, measurement, mark, 1);
    }

    private static StoredRow row(int i, String value, int shift) {
        return new StoredRow(
                LedgerCheck.readingId(line(i, Ledger.Mark.OK)),
                new UUID(2, 2),
                DEVICE,
                "8867-4",
                AT.plusSeconds(i).plusMillis(shift),
                Map.of("8867-4", new BigDecimal(value)));
    }
}
