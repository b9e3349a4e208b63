package org.homeward.simulator.bench;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.homeward.simulator.bench.meter.Lag;
import org.homeward.simulator.bench.meter.Rows;
import org.homeward.simulator.bench.meter.StoredProbe;
import org.homeward.simulator.platform.Place;
import org.jspecify.annotations.Nullable;

/// The end of a run: everything acknowledged is stored and evaluated, and the store's rows are as
/// many as were acknowledged. A run that does not settle so is no run.
final class Settling implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofMinutes(2);

    private final StoredProbe probe;
    private final Lag lag;
    private final Rows rows;
    private final BenchFleet fleet;
    private final @Nullable FloorProcess floor;

    Settling(Place place, BenchFleet fleet, @Nullable FloorProcess floor) {
        this.probe = StoredProbe.start(place.kafka());
        this.lag = new Lag(place.kafka());
        this.rows = new Rows(place);
        this.fleet = fleet;
        this.floor = floor;
    }

    StoredProbe probe() {
        return probe;
    }

    void begin(Work work) {
        if (work.isFloor() && floor != null) {
            floor.reset();
        }
        probe.reset();
    }

    /// Waits and counts.
    ///
    /// @throws IllegalStateException if a post was refused, or rows are missing or too many
    void end(Work work, long fromMillis, long failed, long readings) {
        if (failed > 0) {
            throw new IllegalStateException(
                    "%s: %d posts were not acknowledged".formatted(work.label(), failed));
        }
        long stored = work.isFloor() ? bare(readings) : stack(work, fromMillis, readings);
        if (stored != readings) {
            throw new IllegalStateException(
                    "%s: %d readings were acknowledged, but %d rows are in the store"
                            .formatted(work.label(), readings, stored));
        }
    }

    private long bare(long readings) {
        if (floor == null) {
            return 0;
        }
        long end = System.nanoTime() + LIMIT.toNanos();
        long stored = floor.stats().path("rows").asLong();
        while (stored < readings && System.nanoTime() - end < 0) {
            LockSupport.parkNanos(20_000_000);
            stored = floor.stats().path("rows").asLong();
        }
        return stored;
    }

    private long stack(Work work, long fromMillis, long readings) {
        probe.await(readings, LIMIT);
        if (!lag.awaitNone(LIMIT)) {
            throw new IllegalStateException("the evaluation does not catch up");
        }
        return rows.since(
                fromMillis,
                work.way() == Work.Way.CROWD ? fleet.crowd().devices() : fleet.devices());
    }

    @Override
    public void close() {
        probe.close();
        lag.close();
    }
}
