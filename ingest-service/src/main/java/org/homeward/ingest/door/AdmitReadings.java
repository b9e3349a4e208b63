package org.homeward.ingest.door;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.homeward.events.CodeTable;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Admission;
import org.homeward.ingest.sent.ForeignUnits;
import org.homeward.ingest.sent.SelfReport;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.Verdict;
import org.homeward.ingest.unit.Units;

/// The door: judges each reading of a request, puts the admitted into the log and the refused
/// beside it, and answers only when both are durable.
@ApplicationScoped
public class AdmitReadings {
    private static final Refusal.Reason TOO_LARGE =
            new Refusal.Reason(
                    "BODY_TOO_LARGE",
                    "The body and what it says are more than one record may be; send it in parts.",
                    null);

    private final ReadingLog log;
    private final Intrusions intrusions;
    private final Admission admission;

    @Inject
    AdmitReadings(ReadingLog log, Intrusions intrusions, Units units) {
        this.log = log;
        this.intrusions = intrusions;
        this.admission = new Admission(CodeTable.standard(), units);
    }

    /// A decoded request.
    ///
    /// @param faults readings that could not even be decoded
    /// @param fragment the bytes of one reading, for its refusal
    public record Request(
            Refusal.Sent sent,
            List<SentReading> readings,
            List<Verdict.Turned> faults,
            SelfReport report,
            boolean keepSource,
            String enteredBy,
            IntFunction<byte[]> fragment) {}

    /// What became of a request, in its order.
    public record Outcome(List<Verdict.Admitted> admitted, List<Verdict.Turned> turned) {}

    /// Judges without promising anything.
    public Outcome judge(Request request) {
        List<Verdict.Admitted> admitted = new ArrayList<>(request.readings().size());
        List<Verdict.Turned> turned = new ArrayList<>(request.faults());
        ForeignUnits foreign = admission.foreignUnits();
        for (SentReading reading : request.readings()) {
            switch (admission.admit(request.sent().deviceId(), reading, foreign)) {
                case Verdict.Admitted a -> admitted.add(a);
                case Verdict.Turned t -> turned.add(t);
            }
        }
        turned.sort(Comparator.comparingInt(Verdict.Turned::index));
        return new Outcome(admitted, turned);
    }

    /// Makes an outcome durable; what the log cannot take is refused after all. The stage fails if
    /// nothing is certain.
    public CompletableFuture<Outcome> keep(Request request, Outcome outcome) {
        CompletableFuture<Outcome> appended =
                outcome.admitted().isEmpty()
                        ? CompletableFuture.completedFuture(outcome)
                        : append(request, outcome);
        if (outcome.turned().isEmpty()) {
            return appended;
        }
        outcome.turned().forEach(turned -> watch(request.sent(), turned.code()));
        return appended.thenCombine(
                log.refuse(refusals(request, outcome.turned())), (kept, _) -> kept);
    }

    private CompletableFuture<Outcome> append(Request request, Outcome outcome) {
        return log.append(submission(request, outcome))
                .toCompletableFuture()
                .thenApply(_ -> outcome)
                .exceptionallyCompose(
                        error ->
                                isTooLarge(error)
                                        ? refuseUnkept(request.sent(), TOO_LARGE)
                                                .thenApply(_ -> tooLarge(outcome))
                                        : CompletableFuture.failedFuture(error));
    }

    private static boolean isTooLarge(Throwable error) {
        return error instanceof ReadingLog.TooLarge
                || error.getCause() instanceof ReadingLog.TooLarge;
    }

    private static Outcome tooLarge(Outcome outcome) {
        List<Verdict.Turned> turned = new ArrayList<>(outcome.turned());
        for (Verdict.Admitted a : outcome.admitted()) {
            turned.add(new Verdict.Turned(a.index(), 413, TOO_LARGE.code(), TOO_LARGE.detail()));
        }
        turned.sort(Comparator.comparingInt(Verdict.Turned::index));
        return new Outcome(List.of(), turned);
    }

    /// Refuses a whole body; the stage completes when the refusal is durable.
    public CompletableFuture<Void> refuse(Refusal.Sent sent, Refusal.Reason reason) {
        watch(sent, reason.code());
        return log.refuse(List.of(Refusal.of(sent, reason, sent.body()))).toCompletableFuture();
    }

    /// Refuses a whole body for what is wrong with some of it.
    public CompletableFuture<Void> refuse(Refusal.Sent sent, List<Verdict.Turned> turned) {
        turned.forEach(t -> watch(sent, t.code()));
        return log.refuse(List.of(Refusal.ofWhole(sent, reasons(turned)))).toCompletableFuture();
    }

    private static List<Refusal.Reason> reasons(List<Verdict.Turned> turned) {
        return turned.stream().map(t -> new Refusal.Reason(t.code(), t.detail(), null)).toList();
    }

    /// Refuses a body that is not kept: only its beginning was taken, or whom it names cannot be
    /// told.
    public CompletableFuture<Void> refuseUnkept(Refusal.Sent start, Refusal.Reason reason) {
        return log.refuse(List.of(Refusal.withoutPayload(start, reason))).toCompletableFuture();
    }

    private void watch(Refusal.Sent sent, String code) {
        if (code.equals(Refusal.OTHER_DEVICE) || code.equals(Refusal.NOT_AUTHORISED_FOR_DEVICE)) {
            intrusions.otherDevice(sent.deviceId());
        }
    }

    private static Submission submission(Request request, Outcome outcome) {
        return new Submission(
                request.sent().deviceId(),
                request.sent().path(),
                request.sent().received(),
                outcome.admitted(),
                request.report(),
                request.keepSource() ? request.sent().body() : new byte[0],
                request.keepSource() ? request.sent().type() : "",
                request.enteredBy(),
                request.sent().relayedBy());
    }

    private static List<Refusal> refusals(Request request, List<Verdict.Turned> turned) {
        List<Refusal.Part> parts =
                turned.stream()
                        .map(
                                t ->
                                        new Refusal.Part(
                                                new Refusal.Reason(t.code(), t.detail(), t.index()),
                                                request.fragment().apply(t.index())))
                        .toList();
        return Refusal.ofParts(request.sent(), parts);
    }
}
