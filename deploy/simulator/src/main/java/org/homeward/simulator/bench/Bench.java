package org.homeward.simulator.bench;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.Histogram;
import org.homeward.simulator.bench.load.Load;
import org.homeward.simulator.bench.load.Sender;
import org.homeward.simulator.bench.meter.Processes;
import org.homeward.simulator.bench.meter.Usage;
import org.homeward.simulator.platform.Place;
import org.jspecify.annotations.Nullable;

/// Finds a rate for each work, then runs all works in turn, round after round, so that what slows
/// the machine down for a while slows all of them.
final class Bench implements AutoCloseable {
    /// How long, how often, and how slow a reading may be.
    ///
    /// @param warmUps rounds before anything counts: a service just started compiles for minutes,
    ///   at the cost of what it should do
    /// @param boundMillis the p99 from device to store within which a rate counts as sustained
    record Plan(int warmUps, int rounds, Duration probe, Duration run, long boundMillis) {
        static final Plan FULL =
                new Plan(4, 3, Duration.ofSeconds(4), Duration.ofSeconds(8), 1_000);
        static final Plan QUICK =
                new Plan(0, 1, Duration.ofSeconds(2), Duration.ofSeconds(3), 5_000);
    }

    private static final double SHARE_OF_CAPACITY = 0.6;
    private static final double SLOWER = 0.7;
    private static final double STILL_WARMING = 1.15;
    private static final int TRIES = 3;

    private static final int ALARM_EVERY = 100;

    private final Plan plan;
    private final PrintWriter log;
    private final @Nullable FloorProcess floor;
    private final Vertx vertx = Vertx.vertx();
    private final Processes processes;
    private final Settling settling;
    private final Senders senders;
    private final AlertLatency alertLatency;
    private final PlanChange planChange;
    private final Map<Work, Double> rates = new EnumMap<>(Work.class);

    Bench(Place place, BenchFleet fleet, Plan plan, PrintWriter log, @Nullable FloorProcess floor) {
        this.plan = plan;
        this.log = log;
        this.floor = floor;
        Processes stack = new Processes(place.pids());
        this.processes = floor == null ? stack : stack.with("floor", floor.pid());
        this.settling = new Settling(place, fleet, floor);
        this.senders = new Senders(vertx, place, fleet, floor);
        this.alertLatency = new AlertLatency(vertx, place, fleet, settling);
        this.planChange = new PlanChange(place, senders, fleet, settling);
    }

    /// The median run of each work.
    ///
    /// @throws IllegalStateException if a run's rows are not those that were acknowledged
    List<Run> run(List<Work> works) {
        for (int i = 0; i < plan.warmUps(); i++) {
            works.forEach(this::warmUp);
        }
        works.forEach(this::warm);
        Map<Work, List<Run>> runs = new EnumMap<>(Work.class);
        for (int round = 1; round <= plan.rounds(); round++) {
            for (Work work : works) {
                Run run = measure(work);
                if (work.isLoad()) {
                    run = run.with(flatOut(work));
                }
                say("round %d of %d: %s".formatted(round, plan.rounds(), line(run)));
                runs.computeIfAbsent(work, _ -> new ArrayList<>()).add(run);
            }
        }
        return runs.values().stream().map(Run::median).toList();
    }

    private void warmUp(Work work) {
        if (work.isLoad() && !work.isFloor()) {
            say(
                    "warming up: %-14s %.0f readings/s"
                            .formatted(work.label(), capacity(work) * work.batch()));
        }
    }

    /// Runs the work until its rate is one that can be sustained.
    private void warm(Work work) {
        if (!work.isLoad()) {
            measure(work);
            return;
        }
        double possible = capacity(work);
        double better = capacity(work);
        for (int i = 0; i < TRIES && better > possible * STILL_WARMING; i++) {
            possible = better;
            better = capacity(work);
        }
        possible = Math.max(possible, better);
        rates.put(work, possible * SHARE_OF_CAPACITY);
        Run run = measure(work);
        for (int i = 0; i < TRIES && run.p99Ms() > plan.boundMillis(); i++) {
            rates.computeIfPresent(work, (_, rate) -> rate * SLOWER);
            run = measure(work);
        }
        say(
                "warm: %s (as fast as possible: %.0f readings/s)"
                        .formatted(line(run), possible * work.batch()));
    }

    /// Posts a second that the whole pipeline takes with everything stored and evaluated.
    private double capacity(Work work) {
        return flatOut(work).perSecond() / work.batch();
    }

    /// As fast as answers come; the time counts until everything is stored and evaluated.
    private Run.FlatOut flatOut(Work work) {
        settling.begin(work);
        Usage before = Usage.now(processes);
        long begin = System.nanoTime();
        try (Sender sender = senders.of(work)) {
            Load.Shape shape = new Load.Shape(1, plan.probe(), work.batch(), 0);
            Load.Sent sent = new Load(vertx, sender, shape).closed();
            long readings = sent.posts() * work.batch();
            settling.end(work, sent.fromMillis(), sent.failed(), readings);
            double seconds = (System.nanoTime() - begin) / 1e9;
            Usage used = Usage.now(processes).since(before, work.isFloor(), readings);
            return new Run.FlatOut(
                    readings / seconds, used.components().getOrDefault(Usage.TOTAL, 0.0));
        }
    }

    private Run measure(Work work) {
        if (work == Work.ALERT_LATENCY) {
            return alertLatency.run(processes, plan.run());
        }
        if (work == Work.PLAN_CHANGE) {
            return planChange.run(processes);
        }
        int alarms = work == Work.MQTT_1_ALARMS ? ALARM_EVERY : 0;
        double posts = rates.getOrDefault(work, 1.0);
        Load.Shape shape = new Load.Shape(posts, plan.run(), work.batch(), alarms);
        settling.begin(work);
        try (Sender sender = senders.of(work)) {
            Usage before = Usage.now(processes);
            Load.Sent sent = new Load(vertx, sender, shape).open();
            long readings = sent.posts() * work.batch();
            settling.end(work, sent.fromMillis(), sent.failed(), readings);
            Usage used = Usage.now(processes).since(before, work.isFloor(), readings);
            return Run.steady(
                    work, posts * work.batch(), latency(work, sent), used, processes.residentMb());
        }
    }

    private double[] latency(Work work, Load.Sent sent) {
        if (work.isFloor() && floor != null) {
            var stats = floor.stats();
            return new double[] {stats.path("p50").asDouble(), stats.path("p99").asDouble()};
        }
        Histogram histogram =
                work == Work.EDGE_ONLY ? sent.ackMillis() : settling.probe().latencyMillis();
        return new double[] {
            histogram.getValueAtPercentile(50), histogram.getValueAtPercentile(99)
        };
    }

    private static String line(Run run) {
        String steady =
                "%-14s %6.0f readings/s, p50 %.0f, p99 %.0f ms, %.2f CPU-s/10k"
                        .formatted(
                                run.work().label(),
                                run.perSecond(),
                                run.p50Ms(),
                                run.p99Ms(),
                                run.cpu());
        Run.FlatOut flat = run.flatOut();
        return flat.perSecond() == 0
                ? steady
                : "%s; flat out %.0f/s, %.2f".formatted(steady, flat.perSecond(), flat.cpuPer10k());
    }

    private void say(String text) {
        log.println(text);
        log.flush();
    }

    @Override
    public void close() {
        settling.close();
        vertx.close();
    }
}
