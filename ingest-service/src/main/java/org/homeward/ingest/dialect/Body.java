package org.homeward.ingest.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.json.Decoded;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;

/// A body that was read.
///
/// @param joined of a reading that was put together, by its index: the indices of the other items
/// @param keepSource whether its bytes go into the log
public record Body(Decoded decoded, Map<Integer, List<Integer>> joined, boolean keepSource) {
    /// The context of what nobody promised to deliver.
    public static final String DELIVERY = "delivery";

    public static final String BEST_EFFORT = "best-effort";

    public Body {
        joined = Map.copyOf(joined);
    }

    static Body own(Decoded decoded) {
        return new Body(decoded, Map.of(), false);
    }

    /// The same, each reading marked as sent without waiting for an acknowledgement, so that nobody
    /// takes a gap in such readings for one of ours.
    Body bestEffort() {
        List<SentReading> marked = decoded.readings().stream().map(Body::marked).toList();
        Decoded all = new Decoded(marked, decoded.faults(), decoded.report(), decoded.fragment());
        return new Body(all, joined, keepSource);
    }

    private static SentReading marked(SentReading r) {
        Map<String, String> context = new HashMap<>(r.context());
        context.put(DELIVERY, BEST_EFFORT);
        return changed(r, r.index(), context);
    }

    /// An outcome with a verdict for each item, also for those that are one reading together.
    public AdmitReadings.Outcome each(AdmitReadings.Outcome outcome) {
        if (joined.isEmpty()) {
            return outcome;
        }
        List<Verdict.Admitted> admitted = new ArrayList<>(outcome.admitted());
        for (Verdict.Admitted a : outcome.admitted()) {
            others(a.index()).forEach(i -> admitted.add(at(a, i)));
        }
        List<Verdict.Turned> turned = new ArrayList<>(outcome.turned());
        for (Verdict.Turned t : outcome.turned()) {
            others(t.index()).forEach(i -> turned.add(at(t, i)));
        }
        admitted.sort(Comparator.comparingInt(Verdict.Admitted::index));
        turned.sort(Comparator.comparingInt(Verdict.Turned::index));
        return new AdmitReadings.Outcome(admitted, turned);
    }

    private static Verdict.Turned at(Verdict.Turned t, int index) {
        return new Verdict.Turned(index, t.status(), t.code(), t.detail());
    }

    private List<Integer> others(int index) {
        return joined.getOrDefault(index, List.of());
    }

    private static Verdict.Admitted at(Verdict.Admitted a, int index) {
        return new Verdict.Admitted(a.id(), changed(a.sent(), index, a.sent().context()));
    }

    private static SentReading changed(SentReading r, int index, Map<String, String> context) {
        return new SentReading(
                index,
                r.messageId(),
                r.code(),
                r.value(),
                r.components(),
                r.time(),
                r.sequence(),
                context);
    }
}
