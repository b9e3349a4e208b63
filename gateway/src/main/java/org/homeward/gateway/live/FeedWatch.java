package org.homeward.gateway.live;

import io.quarkus.logging.Log;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.homeward.gateway.access.Access;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Reach;

/// Looks after the clients of the feed: closes one whose right has gone or whose token has ended,
/// lets one see the patients it has gained, and keeps the connections warm. When relationships
/// cannot be read for some seconds, nobody is shown anything.
@ApplicationScoped
class FeedWatch {
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final LiveLog log;
    private final Access access;
    private final Pool pool;
    private final Clock clock = Clock.systemUTC();
    private long revision = -1;
    private long ticks;
    private Instant checkedAt = Instant.MAX;

    @Inject
    FeedWatch(LiveLog log, Access access, Pool pool) {
        this.log = log;
        this.access = access;
        this.pool = pool;
    }

    @Scheduled(
            every = "${homeward.gateway.feed.access-check:1s}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    Uni<Void> check() {
        Instant now = clock.instant();
        List<Feed> feeds = log.all();
        feeds.stream().filter(f -> !now.isBefore(f.caller().validUntil())).forEach(Feed::close);
        if (feeds.isEmpty()) {
            revision = -1;
            checkedAt = now;
            return Uni.createFrom().voidItem();
        }
        ticks++;
        return pool.query("select revision from access_revision")
                .execute()
                .map(rows -> rows.iterator().next().getLong("revision"))
                .chain(current -> refresh(feeds, current))
                .ifNoItem()
                .after(Duration.ofSeconds(2))
                .fail()
                .invoke(() -> checkedAt = now)
                .onFailure()
                .recoverWithUni(e -> failed(feeds, now, e));
    }

    private Uni<Void> failed(List<Feed> feeds, Instant now, Throwable cause) {
        Log.warnf("the feed's access check waits: %s", cause.getClass().getSimpleName());
        if (checkedAt.plus(PATIENCE).isBefore(now)) {
            feeds.forEach(Feed::close);
        }
        return Uni.createFrom().voidItem();
    }

    private Uni<Void> refresh(List<Feed> feeds, long current) {
        boolean changed = current != revision;
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Feed feed : feeds) {
            if (changed || (mayLapse(feed) && ticks % 3 == 0)) {
                chain =
                        chain.chain(
                                () ->
                                        access.visible(feed.caller(), Permission.FEED_READ)
                                                .invoke(ids -> feed.reach(Set.copyOf(ids)))
                                                .replaceWithVoid());
            }
        }
        return chain.invoke(() -> revision = current);
    }

    /// Shares and delegations end by the clock, without any event.
    private static boolean mayLapse(Feed feed) {
        return !Reach.of(feed.caller(), Permission.FEED_READ).kinds().isEmpty();
    }

    @Scheduled(every = "${homeward.gateway.feed.heartbeat:15s}")
    void heartbeat() {
        log.position()
                .ifPresent(
                        at ->
                                log.live()
                                        .forEach(
                                                feed ->
                                                        feed.offer(
                                                                new Feed.Line(
                                                                        at.toString(), "", null))));
    }
}
