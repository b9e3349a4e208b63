package org.homeward.ingest.fault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.door.Counts;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.redrive.Way;
import org.homeward.kit.kafka.Failures;
import org.jboss.logging.Logger;

/// What we ourselves fail on while a body is read or judged. The same body would meet the same
/// fault however often it came, so it is refused for good, but only if it is kept such that it goes
/// again once the fault is mended: of all else the sender keeps its copy and sends again. It is
/// logged by the kind and the place of the fault, and nothing of the body.
@ApplicationScoped
public class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final int FRAMES = 8;

    private static final Refusal.Reason REASON =
            new Refusal.Reason(
                    "DOOR_FAULT",
                    "The fault is ours and the same body meets it again; it is not to be sent"
                            + " again.",
                    null);

    private final AdmitReadings admit;
    private final Counts counts;
    private final Impairments impairments;
    private final Predicate<Refusal> goesAgain;

    @Inject
    Faults(AdmitReadings admit, Counts counts, Impairments impairments, @Any Instance<Way> ways) {
        this(admit, counts, impairments, kept -> ways.stream().anyMatch(way -> way.takes(kept)));
    }

    Faults(
            AdmitReadings admit,
            Counts counts,
            Impairments impairments,
            Predicate<Refusal> goesAgain) {
        this.admit = admit;
        this.counts = counts;
        this.impairments = impairments;
        this.goesAgain = goesAgain;
    }

    /// The code and the detail that the sender of what is refused is told.
    public static Refusal.Reason reason() {
        return REASON;
    }

    /// Refuses what could not be read or judged; the stage completes when the refusal is durable.
    /// It fails if the same is to be sent again.
    ///
    /// @param sent what was read, as it may be kept
    public CompletableFuture<Void> refuse(Refusal.Sent sent, Throwable fault) {
        log(sent, fault);
        tell(sent);
        boolean isFinal =
                Failures.isOurs(fault) && goesAgain.test(Refusal.of(sent, REASON, sent.body()));
        if (!isFinal) {
            return CompletableFuture.failedFuture(fault);
        }
        counts.refused(sent.path());
        return admit.refuse(sent, REASON);
    }

    /// Notes what may have kept from the log what was sent, and is answered as if it had: a client
    /// that fails is not a fault of ours.
    public void note(Refusal.Sent sent, Throwable fault) {
        log(sent, fault);
        if (Failures.isOurs(fault)) {
            tell(sent);
        }
    }

    private void tell(Refusal.Sent sent) {
        counts.setAside();
        impairments.note(sent.deviceId(), sent.received());
    }

    /// Logs a fault that keeps nothing from the log.
    public void log(Refusal.Sent sent, Throwable fault) {
        LOG.errorf(
                "device %s, %s: a fault of ours: %s at %s",
                sent.deviceId(), sent.path(), fault.getClass().getSimpleName(), where(fault));
    }

    private static String where(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
