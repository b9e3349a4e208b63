package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.homeward.events.CodeTable;
import org.homeward.ingest.sent.Admission;
import org.homeward.ingest.sent.ForeignUnits;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;
import org.homeward.ingest.ucum.TestUnits;

/// What must hold of whatever bytes come: each item is read or refused, a refusal names a fault of
/// the sender's, and it costs little.
public final class Fuzzed {
    private static final Admission DOOR = new Admission(CodeTable.standard(), TestUnits.UCUM);

    /// Instrumented code is slower.
    private static final int MOST_MILLIS =
            System.getenv("JAZZER_FUZZ") == null ? CpuTime.MOST_MILLIS : 8 * CpuTime.MOST_MILLIS;

    private static final int TRIES = 20;
    private static final int NANOS = 1_000_000;

    private Fuzzed() {}

    /// Runs it, once more where it seems to cost much: the first time pays for what is loaded.
    public static void costsLittle(Runnable work) {
        long least = Long.MAX_VALUE;
        for (int i = 0; i < TRIES && least >= MOST_MILLIS; i++) {
            least = Math.min(least, millis(work));
        }
        assertThat(least).as("milliseconds of CPU").isLessThan(MOST_MILLIS);
    }

    private static long millis(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return (threads.getCurrentThreadCpuTime() - before) / NANOS;
    }

    public static void isTheSenders(int status, String code, String detail) {
        assertThat(status).isBetween(400, 499);
        assertThat(code).matches("[A-Z_]+");
        assertThat(detail).isNotBlank().doesNotContain("Exception", "org.homeward");
    }

    /// Each reading and each fault, by its index, and all of a body together.
    ///
    /// @param beside indices that are neither
    public static void isWhole(
            List<SentReading> readings, List<Verdict.Turned> faults, List<Integer> beside) {
        faults.forEach(f -> isTheSenders(f.status(), f.code(), f.detail()));
        List<Integer> indices =
                Stream.of(
                                readings.stream().map(SentReading::index),
                                faults.stream().map(Verdict.Turned::index),
                                beside.stream())
                        .flatMap(i -> i)
                        .sorted()
                        .toList();
        assertThat(indices)
                .containsExactlyElementsOf(IntStream.range(0, indices.size()).boxed().toList());
        isJudged(readings);
    }

    /// The door has a verdict on each, and the same one again.
    private static void isJudged(List<SentReading> readings) {
        assertThat(verdicts(readings)).isEqualTo(verdicts(readings));
        verdicts(readings).stream()
                .filter(Verdict.Turned.class::isInstance)
                .map(Verdict.Turned.class::cast)
                .forEach(t -> isTheSenders(t.status(), t.code(), t.detail()));
    }

    private static List<Verdict> verdicts(List<SentReading> readings) {
        ForeignUnits foreign = DOOR.foreignUnits();
        return readings.stream().map(r -> DOOR.admit(new UUID(1, 1), r, foreign)).toList();
    }

    /// Those that the door lets in.
    public static List<Verdict.Admitted> admitted(List<SentReading> readings) {
        return verdicts(readings).stream()
                .filter(Verdict.Admitted.class::isInstance)
                .map(Verdict.Admitted.class::cast)
                .toList();
    }
}
