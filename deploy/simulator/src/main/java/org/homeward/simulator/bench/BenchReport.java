package org.homeward.simulator.bench;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.homeward.simulator.bench.meter.Usage;
import org.homeward.simulator.platform.Json;

/// The figures as a table for people and as JSON for programs.
final class BenchReport {
    private static final Pattern STARTED = Pattern.compile("started in ([0-9]+[.,][0-9]+)s");
    private static final String REMARKS =
            """
            Remarks
            - One machine runs generator, stack and database; the generator's share is shown apart.
            - Latency counts from when a post was due (open loop), to when its reading is on the topic
              `readings`, after its row was committed; edge-only to the acknowledgement; alert-latency
              to the alert on the live feed, with 1 000 other readings a second; plan-change from the
              physician's PUT to the first alert by the new limit there. The floor's ends at the commit.
            - CPU is that of all the stack's processes, idle ones included, until everything
              acknowledged is stored and evaluated; rows are counted in the store after each run.
            - The first figures are at 60 % of what goes through or less, so that p99 stays bounded; there
              every poll and commit is shared by few readings. Flat out is as fast as answers come.
            - json-1-crowd lets each post be of another device; the crowd stays in the store's registry.
            - Posts carry no message id: the id is derived from code and time.
            - The floor decides nothing: no credentials, no checks, no units, no evaluation. The ratio
              says what those cost here; machines differ, so compare ratios.
            """;

    private final List<Run> runs;
    private final Map<String, Double> startSeconds;

    BenchReport(List<Run> runs, Path state) {
        this.runs = runs;
        this.startSeconds = startSeconds(state.resolve("logs"));
    }

    String table() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%n%-14s %10s %8s %8s %10s %8s %10s %10s %8s   %s%n"
                        .formatted(
                                "work",
                                "readings/s",
                                "p50 ms",
                                "p99 ms",
                                "CPU-s/10k",
                                "x floor",
                                "flat out/s",
                                "CPU-s/10k",
                                "x floor",
                                "where the CPU goes"));
        runs.forEach(run -> text.append(row(run)));
        Map<String, Double> memory = runs.getLast().residentMb();
        text.append("%nResident MB: %s%n".formatted(list(memory, 0)));
        if (!startSeconds.isEmpty()) {
            text.append("Last start, seconds: %s%n".formatted(list(startSeconds, 1)));
        }
        return text.append(System.lineSeparator()).append(REMARKS).toString();
    }

    private String row(Run run) {
        Map<String, Double> parts = new TreeMap<>(run.cpuPer10k());
        parts.remove(Usage.TOTAL);
        parts.values().removeIf(seconds -> seconds < 0.005);
        return "%-14s %10.0f %8.0f %8.0f %10.2f %8s %10.0f %10.2f %8s   %s, generator %.2f%n"
                .formatted(
                        run.work().label(),
                        run.perSecond(),
                        run.p50Ms(),
                        run.p99Ms(),
                        run.cpu(),
                        times(run, Run::cpu),
                        run.flatOut().perSecond(),
                        run.flatOut().cpuPer10k(),
                        times(run, r -> r.flatOut().cpuPer10k()),
                        list(parts, 2),
                        run.generator());
    }

    void write(Path file) {
        ObjectNode report = Json.object();
        ArrayNode array = report.putArray("runs");
        for (Run run : runs) {
            ObjectNode node = array.addObject().put("work", run.work().label());
            node.put("perSecond", rounded(run.perSecond(), 0));
            node.put("p50Ms", rounded(run.p50Ms(), 1)).put("p99Ms", rounded(run.p99Ms(), 1));
            node.set("cpuPer10k", node(run.cpuPer10k(), 3));
            node.put("flatOutPerSecond", rounded(run.flatOut().perSecond(), 0));
            node.put("flatOutCpuPer10k", rounded(run.flatOut().cpuPer10k(), 3));
            ratios(node, run);
            node.set("residentMb", node(run.residentMb(), 0));
            node.put("generatorCpuPer10k", rounded(run.generator(), 3));
        }
        report.set("startSeconds", node(startSeconds, 2));
        try {
            Files.writeString(file, report.toPrettyString());
        } catch (IOException e) {
            throw new UncheckedIOException("the report cannot be written: " + file, e);
        }
    }

    private void ratios(ObjectNode node, Run run) {
        ratio(run, Run::cpu).ifPresent(times -> node.put("ratioToFloor", rounded(times, 2)));
        ratio(run, one -> one.flatOut().cpuPer10k())
                .ifPresent(times -> node.put("flatOutRatioToFloor", rounded(times, 2)));
    }

    /// How many times the floor's cost; nothing where one of the two was not measured.
    private Optional<Double> ratio(Run run, ToDoubleFunction<Run> cost) {
        double own = cost.applyAsDouble(run);
        return runs.stream()
                .filter(other -> other.work() == run.work().floor() && !run.work().isFloor())
                .map(cost::applyAsDouble)
                .filter(floor -> floor > 0 && own > 0)
                .map(floor -> own / floor)
                .findFirst();
    }

    private String times(Run run, ToDoubleFunction<Run> cost) {
        return ratio(run, cost).map("%.1f"::formatted).orElse("-");
    }

    private static String list(Map<String, Double> figures, int scale) {
        return String.join(
                ", ",
                figures.entrySet().stream()
                        .map(e -> e.getKey() + " " + rounded(e.getValue(), scale))
                        .toList());
    }

    private static ObjectNode node(Map<String, Double> figures, int scale) {
        ObjectNode node = Json.object();
        figures.forEach((name, value) -> node.put(name, rounded(value, scale)));
        return node;
    }

    private static BigDecimal rounded(double value, int scale) {
        return BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_UP);
    }

    /// What each service's log says of its last start.
    private static Map<String, Double> startSeconds(Path logs) {
        Map<String, Double> seconds = new TreeMap<>();
        if (!Files.isDirectory(logs)) {
            return seconds;
        }
        try (Stream<Path> files = Files.list(logs)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".log")).toList()) {
                Matcher matcher = STARTED.matcher(Files.readString(file));
                String name = String.valueOf(file.getFileName()).replace(".log", "");
                while (matcher.find()) {
                    seconds.put(name, Double.valueOf(matcher.group(1).replace(',', '.')));
                }
            }
            return seconds;
        } catch (IOException e) {
            return seconds;
        }
    }
}
