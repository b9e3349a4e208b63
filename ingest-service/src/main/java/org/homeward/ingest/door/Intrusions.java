package org.homeward.ingest.door;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.homeward.ingest.reading.Concern;
import org.jboss.logging.Logger;

/// Attempts to speak as somebody else, by whatever protocol. Each is counted. The event that tells
/// of them leaves once in five minutes for a device and a kind of attempt, and at most thirty times
/// a minute in all, so that trying tokens cannot flood the topic.
@ApplicationScoped
public class Intrusions {
    private static final Logger LOG = Logger.getLogger(Intrusions.class);
    private static final Duration AGAIN = Duration.ofMinutes(5);
    private static final int A_MINUTE = 30;
    private static final int MOST_DEVICES = 10_000;

    /// Stands for the device where nobody knows which it was.
    private static final UUID NOBODY = new UUID(0, 0);

    private final ReadingLog log;
    private final Counts counts;
    private final Cache<Attempt, Boolean> told =
            Caffeine.newBuilder().maximumSize(MOST_DEVICES).expireAfterWrite(AGAIN).build();
    private final Bucket bucket =
            Bucket.builder()
                    .addLimit(
                            limit ->
                                    limit.capacity(A_MINUTE)
                                            .refillGreedy(A_MINUTE, Duration.ofMinutes(1)))
                    .build();

    @Inject
    Intrusions(ReadingLog log, Counts counts) {
        this.log = log;
        this.counts = counts;
    }

    private record Attempt(UUID device, String detail) {}

    /// A device's credential came with another device's id.
    public void otherDevice(UUID device) {
        meet(new Attempt(device, "credential: came with another device's id"));
    }

    /// A credential came that was revoked or replaced, or ended when its device was disabled.
    public void ended(UUID device) {
        meet(new Attempt(device, "credential: has ended"));
    }

    /// A credential came that is nobody's.
    public void unknown() {
        meet(new Attempt(NOBODY, "credential: is nobody's"));
    }

    /// A claim code came that is nobody's.
    public void unknownCode() {
        meet(new Attempt(NOBODY, "claim code: is nobody's"));
    }

    /// What came as a claim code was mistyped; nobody meant any harm.
    public void noCode() {
        counts.unauthorized();
    }

    /// Nothing came that could prove anything.
    public void nothingShown() {
        counts.unauthorized();
    }

    /// A claim code came that was used, has expired or is of a disabled device.
    public void endedCode(UUID device) {
        meet(new Attempt(device, "claim code: has ended"));
    }

    private void meet(Attempt attempt) {
        counts.unauthorized();
        if (told.getIfPresent(attempt) == null && bucket.tryConsume(1)) {
            told.put(attempt, true);
            tell(attempt);
        }
    }

    private void tell(Attempt attempt) {
        Concern concern =
                Concern.ofDevice(
                        attempt.device(), Concern.Kind.SECURITY, Instant.now(), attempt.detail());
        var _ =
                log.report(List.of(concern))
                        .exceptionally(
                                e -> {
                                    told.invalidate(attempt);
                                    LOG.warnf("device %s: an attempt is not told: %s", attempt, e);
                                    return null;
                                });
    }
}
