package org.homeward.simulator.bench;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.LockSupport;
import org.homeward.simulator.bench.load.Load;
import org.homeward.simulator.bench.load.Sender;
import org.homeward.simulator.bench.meter.Processes;
import org.homeward.simulator.bench.meter.Usage;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;

/// From the device, by MQTT, to the alert on the live feed, while 1 000 other readings a second go
/// by.
final class AlertLatency {
    private static final double STEADY_PER_SECOND = 1_000;
    private static final double ALARM_POSTS_PER_SECOND = 20;

    private final Vertx vertx;
    private final Place place;
    private final BenchFleet fleet;
    private final Settling settling;
    private final Http http = new Http();

    AlertLatency(Vertx vertx, Place place, BenchFleet fleet, Settling settling) {
        this.vertx = vertx;
        this.place = place;
        this.fleet = fleet;
        this.settling = settling;
    }

    /// One run.
    ///
    /// @throws IllegalStateException if an alert is missing on the feed
    Run run(Processes processes, Duration time) {
        Senders senders = new Senders(vertx, place, fleet, null);
        closeWhatIsOpen(senders);
        settling.begin(Work.ALERT_LATENCY);
        Usage before = Usage.now(processes);
        Gateway gateway = new Gateway(http, place);
        try (AlertWatch watch = AlertWatch.open(http, gateway, place);
                Sender steady = senders.json();
                Sender alarms = watch.noting(senders.mqtt(), fleet.withAlarms())) {
            Load load = new Load(vertx, steady, new Load.Shape(STEADY_PER_SECOND, time, 1, 0));
            CompletableFuture<Load.Sent> running = CompletableFuture.supplyAsync(load::open);
            Load.Shape shape = new Load.Shape(ALARM_POSTS_PER_SECOND, time, 1, 2);
            Load.Sent alarmed = new Load(vertx, alarms, shape).open();
            Load.Sent sent = running.join();
            awaitAlerts(watch, (alarmed.posts() + 1) / 2);
            long readings = sent.posts() + alarmed.posts();
            long failed = sent.failed() + alarmed.failed();
            long from = Math.min(sent.fromMillis(), alarmed.fromMillis());
            settling.end(Work.ALERT_LATENCY, from, failed, readings);
            Usage used = Usage.now(processes).since(before, false, readings);
            double[] latency = {
                watch.latencyMillis().getValueAtPercentile(50),
                watch.latencyMillis().getValueAtPercentile(99)
            };
            return Run.steady(
                    Work.ALERT_LATENCY, STEADY_PER_SECOND, latency, used, processes.residentMb());
        }
    }

    /// A reading within the limits from each device: an alert that is open already is not raised.
    private void closeWhatIsOpen(Senders senders) {
        settling.begin(Work.ALERT_LATENCY);
        int devices = fleet.withAlarms().size();
        try (Sender mends = senders.mqtt()) {
            Load.Shape shape = new Load.Shape(devices, Duration.ofSeconds(1), 1, 0);
            Load.Sent sent = new Load(vertx, mends, shape).open();
            settling.end(Work.ALERT_LATENCY, sent.fromMillis(), sent.failed(), sent.posts());
        }
    }

    private static void awaitAlerts(AlertWatch watch, long expected) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (watch.raised() < expected) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException(
                        "%d alerts were due on the feed, %d came"
                                .formatted(expected, watch.raised()));
            }
            LockSupport.parkNanos(10_000_000);
        }
    }
}
