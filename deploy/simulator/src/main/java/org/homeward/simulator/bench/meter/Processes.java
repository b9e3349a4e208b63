package org.homeward.simulator.bench.meter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// CPU time and memory of the stack's processes, as the operating system counts them. A process's
/// children belong to it, those that have ended too: PostgreSQL works in children.
public final class Processes {
    private static final double TICKS_PER_SECOND = 100;

    private final Map<String, Long> pids;

    public Processes(Map<String, Long> pids) {
        this.pids = new TreeMap<>(pids);
    }

    public Processes with(String name, long pid) {
        Map<String, Long> more = new HashMap<>(pids);
        more.put(name, pid);
        return new Processes(more);
    }

    /// User and system seconds so far, by component.
    public Map<String, Double> cpuSeconds() {
        Map<String, Double> seconds = new TreeMap<>();
        pids.forEach(
                (name, pid) -> seconds.put(name, family(pid).mapToDouble(Processes::cpu).sum()));
        return seconds;
    }

    /// Resident megabytes, shared pages counted by share, by component.
    public Map<String, Double> residentMb() {
        Map<String, Double> mb = new TreeMap<>();
        pids.forEach(
                (name, pid) ->
                        mb.put(name, family(pid).mapToDouble(Processes::residentKb).sum() / 1024));
        return mb;
    }

    /// This process's own seconds: what the generator takes.
    public static double ownCpuSeconds() {
        return cpu(ProcessHandle.current().pid());
    }

    private static LongStream family(long pid) {
        Stream<Long> children =
                ProcessHandle.of(pid).stream()
                        .flatMap(ProcessHandle::descendants)
                        .map(ProcessHandle::pid);
        return Stream.concat(Stream.of(pid), children).mapToLong(Long::longValue);
    }

    private static double cpu(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            double ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Long.parseLong(fields[i]);
            }
            return ticks / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }

    private static double residentKb(long pid) {
        try (Stream<String> lines =
                Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D+", "")))
                    .sum();
        } catch (IOException e) {
            return 0;
        }
    }
}
