package org.homeward.gateway.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MergeTest {
    private static List<TimelineItem> items(String name, int count, int step) {
        return IntStream.range(0, count)
                .mapToObj(
                        i ->
                                new TimelineItem(
                                        Instant.ofEpochSecond(10_000 - (long) i * step),
                                        name,
                                        name + i,
                                        Map.of()))
                .toList();
    }

    /// A service's paged list, newest first, its cursor being the index.
    private static Page<TimelineItem> page(
            List<TimelineItem> all, MergeCursor.Position at, int limit) {
        if (at.done()) {
            return new Page<>(List.of(), null);
        }
        int from = at.cursor() == null ? 0 : Integer.parseInt(at.cursor());
        int to = Math.min(all.size(), from + limit);
        return new Page<>(all.subList(from, to), to < all.size() ? Integer.toString(to) : null);
    }

    @ParameterizedTest
    @CsvSource({"7,3", "10,10", "1,25", "4,0", "50,7", "3,40"})
    void everyItemOfBothComesOnceAndInOrder(int limit, int second) {
        List<TimelineItem> a = items("a", 23, 7);
        List<TimelineItem> b = items("b", second, 11);
        List<TimelineItem> seen = new ArrayList<>();
        String next = null;
        int pages = 0;
        do {
            MergeCursor at = MergeCursor.parse(next, limit);
            Page<TimelineItem> page =
                    Merge.newestFirst(
                            page(a, at.first(), at.limit()), page(b, at.second(), at.limit()), at);
            seen.addAll(page.items());
            next = page.next();
            assertThat(++pages).isLessThan(200);
        } while (next != null);
        assertThat(seen).hasSize(a.size() + b.size()).doesNotHaveDuplicates();
        assertThat(seen).isSortedAccordingTo(Comparator.comparing(TimelineItem::at).reversed());
    }

    @Test
    void aCursorThatIsNotOursIsABadRequest() {
        assertThatThrownBy(() -> MergeCursor.parse("bm9wZQ", 10))
                .isInstanceOfSatisfying(Problem.class, p -> assertThat(p.status()).isEqualTo(400));
    }
}
