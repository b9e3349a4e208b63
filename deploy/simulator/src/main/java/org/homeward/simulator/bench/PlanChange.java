package org.homeward.simulator.bench;

import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.homeward.simulator.SimulatedPatients.Admitted;
import org.homeward.simulator.bench.load.Sender;
import org.homeward.simulator.bench.meter.Processes;
import org.homeward.simulator.bench.meter.Usage;
import org.homeward.simulator.platform.Gateway;
import org.homeward.simulator.platform.Http;
import org.homeward.simulator.platform.Place;

/// From a physician's change of a threshold to the first alert by it on the live feed: after each
/// change the patient's device sends, again and again, what only the new threshold does not allow.
final class PlanChange {
    private static final int CHANGES = 20;
    private static final int UNTIL_CLOSED = 4;
    private static final long REPEAT_NANOS = 20_000_000;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int BELOW_WHAT_IS_SENT = 60;
    private static final int NO_LIMIT = 200;

    private final Place place;
    private final Senders senders;
    private final BenchFleet fleet;
    private final Settling settling;
    private final Http http = new Http();
    private final Gateway gateway;
    private final AtomicLong failed = new AtomicLong();
    private long posts;

    /// Goes on where the last run ended, at a device of which nobody knows: an alert that was just
    /// closed is not raised again at once.
    private int next = (int) (System.nanoTime() & 0xffff);

    PlanChange(Place place, Senders senders, BenchFleet fleet, Settling settling) {
        this.place = place;
        this.senders = senders;
        this.fleet = fleet;
        this.settling = settling;
        this.gateway = new Gateway(http, place);
    }

    /// One run.
    ///
    /// @throws IllegalStateException if a change has no effect
    Run run(Processes processes) {
        posts = 0;
        failed.set(0);
        settling.begin(Work.PLAN_CHANGE);
        Usage before = Usage.now(processes);
        long from = System.currentTimeMillis();
        try (AlertWatch watch = AlertWatch.open(http, gateway, place);
                Sender devices = senders.json()) {
            for (int i = 0; i < CHANGES; i++) {
                change(watch, devices, next++ % fleet.withJson().size());
            }
            settling.end(Work.PLAN_CHANGE, from, failed.get(), posts);
            Usage used = Usage.now(processes).since(before, false, posts);
            double[] latency = {
                watch.latencyMillis().getValueAtPercentile(50),
                watch.latencyMillis().getValueAtPercentile(99)
            };
            double seconds = (System.currentTimeMillis() - from) / 1e3;
            return Run.steady(
                    Work.PLAN_CHANGE, posts / seconds, latency, used, processes.residentMb());
        }
    }

    private void change(AlertWatch watch, Sender devices, int number) {
        Admitted member = fleet.withJson().get(number);
        limit(member.patientId(), NO_LIMIT);
        long raised = watch.raised();
        watch.expect(member.patientId(), System.currentTimeMillis());
        limit(member.patientId(), BELOW_WHAT_IS_SENT);
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (watch.raised() == raised) {
            if (System.nanoTime() - end > 0) {
                throw new IllegalStateException("a changed threshold has no effect");
            }
            send(devices, number);
            LockSupport.parkNanos(REPEAT_NANOS);
        }
        limit(member.patientId(), NO_LIMIT);
        for (int i = 0; i < UNTIL_CLOSED; i++) {
            send(devices, number);
        }
    }

    private void send(Sender devices, int number) {
        CountDownLatch answered = new CountDownLatch(1);
        posts++;
        devices.send(
                new Sender.Post(number, System.currentTimeMillis(), 1, false),
                ok -> {
                    failed.addAndGet(ok ? 0 : 1);
                    answered.countDown();
                });
        try {
            answered.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void limit(UUID patientId, int high) {
        BenchFleet.limit(gateway, patientId, high);
    }
}
