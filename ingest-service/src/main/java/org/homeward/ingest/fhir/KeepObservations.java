package org.homeward.ingest.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.homeward.ingest.door.AdmitReadings;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.Verdict;

/// Judges a body and keeps it, each part as its device's: a transaction is taken whole or not at
/// all.
@ApplicationScoped
class KeepObservations {
    private final AdmitReadings admit;

    @Inject
    KeepObservations(AdmitReadings admit) {
        this.admit = admit;
    }

    private record Fate(AdmitReadings.Request request, AdmitReadings.Outcome outcome) {}

    /// What is to become of a body.
    ///
    /// @param refusedWhole a transaction of which not all can be taken
    record Judged(List<Fate> fates, boolean refusedWhole) {
        private boolean isClean() {
            return fates.stream().allMatch(fate -> fate.outcome().turned().isEmpty());
        }

        private Judged withNothingTaken() {
            return new Judged(
                    fates.stream()
                            .map(
                                    fate ->
                                            new Fate(
                                                    fate.request(),
                                                    new AdmitReadings.Outcome(
                                                            List.of(), fate.outcome().turned())))
                            .toList(),
                    true);
        }

        /// The verdicts of all its parts.
        AdmitReadings.Outcome together() {
            if (fates.size() == 1) {
                return fates.getFirst().outcome();
            }
            List<Verdict.Admitted> admitted = new ArrayList<>();
            List<Verdict.Turned> turned = new ArrayList<>();
            for (Fate fate : fates) {
                admitted.addAll(fate.outcome().admitted());
                turned.addAll(fate.outcome().turned());
            }
            turned.sort(Comparator.comparingInt(Verdict.Turned::index));
            return new AdmitReadings.Outcome(admitted, turned);
        }
    }

    /// Judges without promising anything.
    Judged judge(BundleJson body, List<Parts.Part> parts) {
        Judged judged = new Judged(parts.stream().map(part -> judge(body, part)).toList(), false);
        return body.kind() == BundleJson.Kind.TRANSACTION && !judged.isClean()
                ? judged.withNothingTaken()
                : judged;
    }

    private Fate judge(BundleJson body, Parts.Part part) {
        AdmitReadings.Request request =
                new AdmitReadings.Request(
                        part.sent(),
                        part.observed().readings(),
                        part.observed().faults(),
                        part.observed().report(),
                        true,
                        "",
                        body::fragment);
        return new Fate(request, admit.judge(request));
    }

    /// Makes all of it durable, and says what became of it: what the log cannot take is refused
    /// after all. The stage fails if that is not certain. A transaction that is refused is kept as
    /// one, its good entries too, unless it is too large for that.
    ///
    /// @param sent the body as it came from its sender
    CompletableFuture<AdmitReadings.Outcome> keep(Judged judged, Refusal.Sent sent) {
        if (judged.refusedWhole() && sent.body().length <= Refusal.MOST_BYTES) {
            boolean ofOne = judged.fates().size() == 1;
            return admit.refuse(
                            ofOne ? judged.fates().getFirst().request().sent() : sent,
                            judged.together().turned())
                    .thenApply(_ -> judged.together());
        }
        List<CompletableFuture<Fate>> kept = judged.fates().stream().map(this::keep).toList();
        return CompletableFuture.allOf(kept.toArray(CompletableFuture<?>[]::new))
                .thenApply(
                        _ ->
                                new Judged(
                                                kept.stream().map(CompletableFuture::join).toList(),
                                                judged.refusedWhole())
                                        .together());
    }

    private CompletableFuture<Fate> keep(Fate fate) {
        return admit.keep(fate.request(), fate.outcome())
                .thenApply(outcome -> new Fate(fate.request(), outcome));
    }
}
