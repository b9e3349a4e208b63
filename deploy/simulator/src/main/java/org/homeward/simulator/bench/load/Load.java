package org.homeward.simulator.bench.load;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/// An open-loop load: posts are due at a fixed rate whatever the answers do, and each latency
/// counts from when the post was due, so that a stall is seen by every post it delays.
public final class Load {
    private static final int CLOSED_LOOP = 180;

    /// Fewer, or a device's next hundred would be measured at the times of its last.
    private static final int CLOSED_LOOP_OF_BATCHES = 48;

    /// How a load is shaped.
    ///
    /// @param perSecond posts
    /// @param alarmEvery every how manieth post carries an alarm; 0: none
    public record Shape(double perSecond, Duration time, int readings, int alarmEvery) {}

    /// What came of it.
    ///
    /// @param fromMillis no reading of this load is measured before
    public record Sent(long posts, long failed, long fromMillis, long nanos, Histogram ackMillis) {}

    private final Context context;
    private final Vertx vertx;
    private final Sender sender;
    private final Shape shape;
    private final ConcurrentHistogram acks = new ConcurrentHistogram(60_000, 3);
    private final AtomicLong done = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final CompletableFuture<Void> finished = new CompletableFuture<>();
    private long startMillis;
    private long startNanos;
    private long next;
    private long last = -1;

    public Load(Vertx vertx, Sender sender, Shape shape) {
        this.vertx = vertx;
        this.context = vertx.getOrCreateContext();
        this.sender = sender;
        this.shape = shape;
    }

    /// Runs at the fixed rate and waits for all answers.
    public Sent open() {
        begin();
        long total = Math.max(1, Math.round(shape.perSecond() * shape.time().toNanos() / 1e9));
        context.runOnContext(_ -> vertx.setPeriodic(1, timer -> tick(timer, total)));
        return end();
    }

    /// Sends as fast as answers come, to find out what is possible.
    public Sent closed() {
        begin();
        context.runOnContext(
                _ -> {
                    int most = shape.readings() == 1 ? CLOSED_LOOP : CLOSED_LOOP_OF_BATCHES;
                    int underWay = (int) Math.min(most, sender.devices() * 3L / 4);
                    for (int i = 0; i < underWay; i++) {
                        again();
                    }
                });
        return end();
    }

    private void begin() {
        startMillis = System.currentTimeMillis();
        startNanos = System.nanoTime();
    }

    private Sent end() {
        finished.join();
        long nanos = System.nanoTime() - startNanos;
        return new Sent(done.get(), failed.get(), startMillis - shape.readings(), nanos, acks);
    }

    private void tick(long timer, long total) {
        double elapsed = (System.nanoTime() - startNanos) / 1e9;
        long due = Math.min(total, (long) (elapsed * shape.perSecond()) + 1);
        while (next < due) {
            long millis = startMillis + Math.round(next * 1000 / shape.perSecond());
            if (next == total - 1) {
                last = total;
                vertx.cancelTimer(timer);
            }
            post(millis, this::check);
        }
    }

    private void again() {
        if (System.nanoTime() - startNanos > shape.time().toNanos()) {
            last = next;
            check();
            return;
        }
        post(
                Math.max(System.currentTimeMillis(), startMillis),
                () -> {
                    context.runOnContext(_ -> again());
                });
    }

    private void post(long dueMillis, Runnable then) {
        long number = next++;
        boolean alarm = shape.alarmEvery() > 0 && number % shape.alarmEvery() == 0;
        sender.send(
                new Sender.Post(number, dueMillis, shape.readings(), alarm),
                ok -> {
                    long taken = Math.max(0, System.currentTimeMillis() - dueMillis);
                    acks.recordValue(Math.min(60_000, taken));
                    if (!ok) {
                        failed.incrementAndGet();
                    }
                    done.incrementAndGet();
                    then.run();
                });
    }

    private void check() {
        if (last >= 0 && done.get() >= last) {
            finished.complete(null);
        }
    }
}
