package org.homeward.ingest.redrive;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.homeward.ingest.Regular;
import org.jboss.logging.Logger;

/// Sends all refusals of a filter again, a bounded number, one after the other and beside
/// everything else. An interrupted job is taken up by housekeeping.
@ApplicationScoped
public class RedriveByFilter implements Regular {
    private static final Logger LOG = Logger.getLogger(RedriveByFilter.class);

    /// What a filter may ask for at once.
    public static final int MOST = 10_000;

    private static final int AT_ONCE = 20;

    /// How often one refusal may fail before the job goes on without it. The attempts are minutes
    /// apart, so that a store or a broker that is away for a while costs nothing.
    private static final int ATTEMPTS = 3;

    private final RedriveJobs jobs;
    private final RedriveRefusals refusals;

    /// How often the refusals that are being tried have failed here.
    private final Map<UUID, Integer> failed = new ConcurrentHashMap<>();

    @Inject
    RedriveByFilter(RedriveJobs jobs, RedriveRefusals refusals) {
        this.jobs = jobs;
        this.refusals = refusals;
    }

    /// As what a refusal that was done counts.
    public enum Count {
        ACCEPTED,
        REFUSED,
        SKIPPED
    }

    /// Begins a job; empty if there is too much.
    public Uni<Optional<RedriveJob>> start(RefusalFilter filter, String by) {
        return jobs.open(UUID.randomUUID(), filter, by, MOST)
                .invoke(made -> made.ifPresent(this::soon));
    }

    private void soon(RedriveJob job) {
        turn().subscribe()
                .with(_ -> {}, e -> LOG.warnf("redrive %s: goes on later: %s", job.id(), e));
    }

    public Uni<Optional<RedriveJob>> find(UUID id) {
        return jobs.find(id);
    }

    @Override
    public String title() {
        return "redrive";
    }

    /// Goes on until no job is left that nobody else works at.
    @Override
    public Uni<Void> turn() {
        return Multi.createBy()
                .repeating()
                .uni(
                        () ->
                                jobs.next(AT_ONCE)
                                        .call(
                                                p ->
                                                        p.map(this::work)
                                                                .orElseGet(
                                                                        RedriveByFilter::nothing)))
                .whilst(Optional::isPresent)
                .collect()
                .last()
                .replaceWithVoid();
    }

    private static Uni<Void> nothing() {
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> work(RedriveJobs.Portion portion) {
        if (portion.refusals().isEmpty()) {
            return jobs.leave(portion.job(), true);
        }
        return Multi.createFrom()
                .iterable(portion.refusals())
                .onItem()
                .transformToUniAndConcatenate(id -> one(portion, id))
                .collect()
                .last()
                .chain(() -> jobs.leave(portion.job(), false));
    }

    private Uni<Void> one(RedriveJobs.Portion portion, UUID id) {
        return Uni.createFrom()
                .deferred(() -> refusals.redrive(id, portion.by()))
                .map(RedriveByFilter::count)
                .onFailure()
                .recoverWithUni(e -> failed(id, e))
                .chain(as -> jobs.count(portion.job(), id, as))
                .invoke(() -> failed.remove(id));
    }

    /// Fails too while the refusal may be tried again.
    private Uni<Count> failed(UUID id, Throwable e) {
        int times = failed.merge(id, 1, Integer::sum);
        if (times < ATTEMPTS) {
            return Uni.createFrom().failure(e);
        }
        LOG.errorf(e, "redrive: refusal %s fails for the %dth time", id, (Object) times);
        return refusals.giveUp(id, e).replaceWith(Count.REFUSED);
    }

    private static Count count(RedriveRefusals.Result result) {
        return switch (result) {
            case RedriveRefusals.Result.Unknown _ -> Count.SKIPPED;
            case RedriveRefusals.Result.Never _ -> Count.SKIPPED;
            case RedriveRefusals.Result.Done done ->
                    done.refusal().isAccepted() ? Count.ACCEPTED : Count.REFUSED;
        };
    }
}
