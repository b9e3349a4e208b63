package org.homeward.simulator.bench;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.homeward.simulator.bench.meter.Usage;

/// One measured run, or the median of several.
///
/// @param cpuPer10k seconds per 10 000 readings by component, and their `total`
/// @param generator what the load generator took, not part of the total
record Run(
        Work work,
        double perSecond,
        double p50Ms,
        double p99Ms,
        Map<String, Double> cpuPer10k,
        double generator,
        Map<String, Double> residentMb,
        FlatOut flatOut) {

    /// The same work as fast as it goes: what it costs where nothing waits for the next poll.
    ///
    /// @param perSecond readings stored and evaluated
    /// @param cpuPer10k seconds of the whole stack per 10 000 readings
    record FlatOut(double perSecond, double cpuPer10k) {
        static final FlatOut NONE = new FlatOut(0, 0);
    }

    /// A run without a flat-out one beside it.
    static Run steady(
            Work work,
            double perSecond,
            double[] p50AndP99,
            Usage used,
            Map<String, Double> residentMb) {
        return new Run(
                work,
                perSecond,
                p50AndP99[0],
                p50AndP99[1],
                used.components(),
                used.generator(),
                residentMb,
                FlatOut.NONE);
    }

    Run with(FlatOut measured) {
        return new Run(work, perSecond, p50Ms, p99Ms, cpuPer10k, generator, residentMb, measured);
    }

    double cpu() {
        return cpuPer10k.getOrDefault(Usage.TOTAL, 0.0);
    }

    /// Each figure's median by itself.
    static Run median(List<Run> runs) {
        Run first = runs.getFirst();
        return new Run(
                first.work(),
                median(runs, Run::perSecond),
                median(runs, Run::p50Ms),
                median(runs, Run::p99Ms),
                medians(runs.stream().map(Run::cpuPer10k).toList()),
                median(runs, Run::generator),
                medians(runs.stream().map(Run::residentMb).toList()),
                new FlatOut(
                        median(runs, run -> run.flatOut().perSecond()),
                        median(runs, run -> run.flatOut().cpuPer10k())));
    }

    private static double median(List<Run> runs, ToDoubleFunction<Run> figure) {
        return middle(runs.stream().map(figure::applyAsDouble));
    }

    private static Map<String, Double> medians(List<Map<String, Double>> maps) {
        Map<String, Double> medians = new TreeMap<>();
        maps.getFirst()
                .keySet()
                .forEach(
                        key ->
                                medians.put(
                                        key,
                                        middle(maps.stream().map(m -> m.getOrDefault(key, 0.0)))));
        return medians;
    }

    private static double middle(Stream<Double> figures) {
        List<Double> sorted = figures.sorted(Comparator.naturalOrder()).toList();
        int half = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? sorted.get(half)
                : (sorted.get(half - 1) + sorted.get(half)) / 2;
    }
}
