package org.homeward.gateway.patient;

import java.util.ArrayList;
import java.util.List;
import org.homeward.gateway.patient.MergeCursor.Position;
import org.homeward.gateway.upstream.Page;

/// Two lists, each newest first, as one.
final class Merge {
    private Merge() {}

    /// The next items of both, and where the page after them begins.
    static Page<TimelineItem> newestFirst(
            Page<TimelineItem> one, Page<TimelineItem> two, MergeCursor at) {
        int a = Math.min(at.first().taken(), one.items().size());
        int b = Math.min(at.second().taken(), two.items().size());
        List<TimelineItem> merged = new ArrayList<>();
        while (merged.size() < at.limit()) {
            boolean hasA = a < one.items().size();
            boolean hasB = b < two.items().size();
            if ((!hasA && !isLast(one)) || (!hasB && !isLast(two)) || (!hasA && !hasB)) {
                break;
            }
            boolean takeA =
                    hasA && (!hasB || !one.items().get(a).at().isBefore(two.items().get(b).at()));
            merged.add(takeA ? one.items().get(a++) : two.items().get(b++));
        }
        Position first = after(at.first(), one, a);
        Position second = after(at.second(), two, b);
        boolean end = first.done() && second.done();
        return new Page<>(merged, end ? null : new MergeCursor(at.limit(), first, second).text());
    }

    private static boolean isLast(Page<?> page) {
        return page.next() == null;
    }

    private static Position after(Position at, Page<?> page, int taken) {
        if (taken < page.items().size()) {
            return new Position(at.cursor(), taken, false);
        }
        return new Position(page.next(), 0, page.next() == null);
    }
}
