package org.homeward.simulator.ward;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.homeward.simulator.body.Body;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Closing;
import org.homeward.simulator.device.Measurement;
import org.homeward.simulator.device.SimulatedDevice;

/// One device at one bedside: its history first, then live measurements until the end of the run.
///
/// @param sent counts what was acknowledged, for the log
record Bedside(
        WardPatient.Device kind,
        SimulatedDevice device,
        Body body,
        Clock clock,
        Closing closing,
        AtomicLong sent) {

    private static final int BATCH = 100;

    /// The same bedside, where a sudden story begins at the instant; a slow one began long ago.
    Bedside telling(Instant storyBegins) {
        if (body.scenario() != Scenario.DETERIORATING_RESPIRATORY) {
            return this;
        }
        Body told = new Body(body.seed(), body.scenario(), storyBegins);
        return new Bedside(kind, device, told, clock, closing, sent);
    }

    void history(Instant from, Instant to) {
        List<Measurement> all = History.of(body, kind.codes(), from, to);
        for (int i = 0; i < all.size() && !closing.isClosed(); i += BATCH) {
            List<Measurement> batch = all.subList(i, Math.min(all.size(), i + BATCH));
            device.send(batch);
            sent.addAndGet(batch.size());
        }
    }

    /// Sends until the run is closed. Devices start spread over their rhythm.
    void live() {
        long millis = kind.liveSeconds() * 1000L;
        Duration first = Duration.ofMillis(Math.floorMod(body.seed() * 7919, millis));
        boolean closed = closing.within(first);
        while (!closed) {
            Instant now = clock.instant();
            List<Measurement> measurements =
                    kind.codes().stream()
                            .map(code -> body.measure(code, id(code, now), now))
                            .toList();
            device.send(measurements);
            sent.addAndGet(measurements.size());
            closed = closing.within(Duration.ofMillis(millis));
        }
    }

    private static String id(String code, Instant now) {
        return "l-" + code + "-" + now.toEpochMilli();
    }
}
