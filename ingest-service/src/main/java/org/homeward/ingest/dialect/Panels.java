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

    /// The readings, panels last.
    List<SentReading> readings() {
        return List.copyOf(readings);
    }

    /// See [Body#joined].
    Map<Integer, List<Integer>> joined() {
        return Map.copyOf(joined);
    }
}
