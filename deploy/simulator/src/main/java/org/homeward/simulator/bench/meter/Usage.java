package org.homeward.simulator.bench.meter;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// CPU seconds at a moment, or between two.
///
/// @param generator this process's
public record Usage(Map<String, Double> components, double generator) {
    /// The key of all components together.
    public static final String TOTAL = "total";

    private static final Set<String> FLOORS = Set.of("floor", "kafka", "postgres");
    private static final Set<String> NOT_THE_STACK = Set.of("floor", "ward");

    public static Usage now(Processes processes) {
        return new Usage(processes.cpuSeconds(), Processes.ownCpuSeconds());
    }

    /// What was used since, per 10 000 readings, with a total.
    ///
    /// @param floor whether only what the bare pipeline uses counts
    public Usage since(Usage before, boolean floor, long readings) {
        double scale = 10_000.0 / readings;
        Map<String, Double> used = new TreeMap<>();
        double total = 0;
        for (Map.Entry<String, Double> now : components.entrySet()) {
            String name = now.getKey();
            if (floor ? FLOORS.contains(name) : !NOT_THE_STACK.contains(name)) {
                double spent = now.getValue() - before.components().getOrDefault(name, 0.0);
                used.put(name, spent * scale);
                total += spent * scale;
            }
        }
        used.put(TOTAL, total);
        return new Usage(used, (generator - before.generator()) * scale);
    }
}
