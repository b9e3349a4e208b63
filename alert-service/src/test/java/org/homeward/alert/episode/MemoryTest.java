package org.homeward.alert.episode;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.homeward.alert.rule.Sample;
import org.homeward.alert.rule.Score;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What is remembered, held against a plain reading of what each method promises.
class MemoryTest {
    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");
    private static final int ROUNDS = 5_000;

    private final Random random = new Random(7);

    @Test
    void keepsTheNewestSamplesInOrderWhateverTheOrderOfDelivery() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            Memory memory = Memory.EMPTY;
            List<Sample> all = new ArrayList<>();
            for (int i = 0; i < Memory.SIZE + 10; i++) {
                Sample sample = sample();
                memory = memory.with(sample);
                all.add(sample);
                all.sort(Sample.ORDER);
                if (all.size() > Memory.SIZE) {
                    all.removeFirst();
                }
                assertThat(memory.samples()).isEqualTo(all);
            }
        }
    }

    @Test
    void aLaterVersionTakesThePlaceOfTheEarlierOne() {
        Memory memory = filled();
        Sample old = memory.samples().get(random.nextInt(memory.samples().size()));
        Memory next = memory.with(old.voided(old.version() + 1));
        assertThat(next.samples()).hasSameSizeAs(memory.samples());
        assertThat(next.find(old.readingId()).orElseThrow().version()).isEqualTo(old.version() + 1);
        assertThat(next.samples()).isSortedAccordingTo(Sample.ORDER);
    }

    @Test
    void theWindowHoldsTheNewestJudgedSamplesAfterTheMarkAndWithinTheLimit() {
        for (int round = 0; round < ROUNDS; round++) {
            Memory memory = filled();
            Instant mark = random.nextBoolean() ? null : START.plusSeconds(random.nextInt(100));
            Duration limit = random.nextBoolean() ? null : Duration.ofSeconds(random.nextInt(60));
            int of = 1 + random.nextInt(5);
            assertThat(memory.window(mark, limit, of)).isEqualTo(window(memory, mark, limit, of));
        }
    }

    private static List<Sample> window(
            Memory memory, @Nullable Instant mark, @Nullable Duration limit, int of) {
        List<Sample> judged =
                memory.samples().stream()
                        .filter(s -> s.score() != null && (mark == null || s.at().isAfter(mark)))
                        .toList();
        List<Sample> recent =
                judged.stream()
                        .filter(
                                s ->
                                        limit == null
                                                || Duration.between(s.at(), judged.getLast().at())
                                                                .compareTo(limit)
                                                        <= 0)
                        .toList();
        return recent.subList(Math.max(0, recent.size() - of), recent.size());
    }

    private Memory filled() {
        Memory memory = Memory.EMPTY;
        for (int i = random.nextInt(Memory.SIZE); i >= 0; i--) {
            memory = memory.with(sample());
        }
        return memory;
    }

    /// Within two minutes, so that many are taken at the same instant.
    private Sample sample() {
        Instant at = START.plusSeconds(random.nextInt(120));
        Score score = random.nextInt(4) == 0 ? null : Score.of(BigDecimal.valueOf(90));
        return new Sample(
                new UUID(random.nextLong(), random.nextLong()),
                1,
                at,
                at,
                at.plusSeconds(random.nextInt(3)),
                Sample.Quality.EXACT,
                score,
                "%",
                false);
    }
}
