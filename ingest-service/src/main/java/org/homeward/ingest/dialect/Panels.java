package org.homeward.ingest.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentTime;
import org.homeward.ingest.sent.SentValue;

/// Puts the components of a panel that were measured together into one reading: systolic and
/// diastolic pressure of one instant are one blood pressure, in whatever way they were said.
final class Panels {
    private final List<SentReading> readings = new ArrayList<>();
    private final Map<Integer, List<Integer>> joined = new HashMap<>();

    private record Group(String panel, SentTime time) {}

    private Panels() {}

    /// @param sent single values, in their order
    static Panels of(List<SentReading> sent) {
        Panels panels = new Panels();
        Map<Group, Map<String, SentReading>> groups = new LinkedHashMap<>();
        for (SentReading reading : sent) {
            Optional<Code> panel = panel(reading);
            Map<String, SentReading> group =
                    panel.isEmpty()
                            ? new LinkedHashMap<>()
                            : groups.computeIfAbsent(
                                    new Group(panel.get().loinc(), reading.time()),
                                    _ -> new LinkedHashMap<>());
            if (panel.isEmpty() || group.putIfAbsent(canonical(reading), reading) != null) {
                panels.readings.add(reading);
            }
        }
        groups.forEach((group, members) -> panels.add(group, List.copyOf(members.values())));
        return panels;
    }

    private void add(Group group, List<SentReading> members) {
        SentReading first = members.getFirst();
        if (members.size() == 1) {
            readings.add(first);
            return;
        }
        joined.put(first.index(), members.stream().skip(1).map(SentReading::index).toList());
        readings.add(
                new SentReading(
                        first.index(),
                        "",
                        SentCode.loinc(group.panel()),
                        SentValue.PANEL,
                        members.stream().map(m -> new SentComponent(m.code(), m.value())).toList(),
                        group.time(),
                        null,
                        Map.of()));
    }

    private static Optional<Code> panel(SentReading reading) {
        return CodeTable.standard().panelOf(canonical(reading));
    }

    private static String canonical(SentReading reading) {
        return CodeTable.standard()
                .loinc(reading.code().value())
                .map(Code::loinc)
                .orElse(reading.code().value());
    }

    /// The readings, panels last. What a device without a clock says twice in one body was measured
    /// twice, though both have the time of receipt: a sequence tells them apart.
    List<SentReading> readings() {
        Map<Said, Long> before = new HashMap<>();
        return readings.stream()
                .map(
                        reading -> {
                            Said said = new Said(canonical(reading), reading.time());
                            long times = before.merge(said, 1L, Long::sum) - 1;
                            return times == 0 || hasClock(reading)
                                    ? reading
                                    : again(reading, times);
                        })
                .toList();
    }

    private record Said(String code, SentTime time) {}

    private static boolean hasClock(SentReading reading) {
        SentTime.Precision said = reading.time().precision();
        return said != SentTime.Precision.RECEIVED && said != SentTime.Precision.RELATIVE;
    }

    private static SentReading again(SentReading r, long times) {
        return new SentReading(
                r.index(),
                r.messageId(),
                r.code(),
                r.value(),
                r.components(),
                r.time(),
                times,
                r.context());
    }

    /// See [Body#joined].
    Map<Integer, List<Integer>> joined() {
        return Map.copyOf(joined);
    }
}
