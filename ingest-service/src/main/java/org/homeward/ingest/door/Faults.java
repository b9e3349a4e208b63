package org.homeward.ingest.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Path;
import org.jboss.logging.Logger;

/// What we ourselves fail on while a body is read. The same body would meet the same fault however
/// often it came, so it is refused for good: kept, so that it goes again once the fault is mended,
/// and logged by the kind and the place of the fault, and nothing of the body.
@ApplicationScoped
public class Faults {
    private static final Logger LOG = Logger.getLogger(Faults.class);
    private static final int FRAMES = 8;

    private static final Refusal.Reason REASON =
            new Refusal.Reason(
                    "INTERNAL_FAULT",
                    "The fault is ours and the same body meets it again; it is not to be sent"
                            + " again.",
                    null);

    private final AdmitReadings admit;
    private final Counts counts;

    @Inject
    Faults(AdmitReadings admit, Counts counts) {
        this.admit = admit;
        this.counts = counts;
    }

    /// The code and the detail that the sender is told.
    public static Refusal.Reason reason() {
        return REASON;
    }

    /// Refuses a body; the stage completes when the refusal is durable. Whom a FHIR body names that
    /// could not be read cannot be taken out of it: it is not kept.
    public CompletableFuture<Void> refuse(Refusal.Sent sent, Throwable fault) {
        Throwable cause =
                fault instanceof CompletionException && fault.getCause() != null
                        ? fault.getCause()
                        : fault;
        LOG.errorf(
                "device %s, %s: a fault of ours: %s at %s",
                sent.deviceId(), sent.path(), cause.getClass().getSimpleName(), where(cause));
        counts.refused(sent.path());
        return sent.path() == Path.FHIR
                ? admit.refuseUnkept(sent, REASON)
                : admit.refuse(sent, REASON);
    }

    private static String where(Throwable fault) {
        return Arrays.stream(fault.getStackTrace())
                .limit(FRAMES)
                .map(StackTraceElement::toString)
                .collect(Collectors.joining(" < "));
    }
}
