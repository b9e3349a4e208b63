package org.homeward.kit.kafka;

import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/// Handles a batch of records so that one that can never be handled does not hold up the others:
/// the batch is halved until that one is left, which is set aside with its reason and counted. What
/// cannot be handled now (the store or the broker is away) is tried again without end.
///
/// @param <E> what a record says
public final class Handling<E> {
    private static final Logger LOG = Logger.getLogger(Handling.class);
    private static final String COUNTER = "homeward.set.aside";
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final int FEW = 2;

    private final Reader<E> reader;
    private final Function<List<E>, Uni<Void>> work;
    private final BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> aside;
    private final MeterRegistry meters;

    /// Reads one record.
    @FunctionalInterface
    public interface Reader<E> {
        /// What it says; empty if that concerns nobody here.
        Optional<E> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableRecord;
    }

    private record Heard<E>(ConsumerRecord<byte[], byte[]> record, E event) {}

    /// Says what is done with a batch.
    ///
    /// @param work all or nothing of it, in order; the same however often it is done
    /// @param aside keeps a record that cannot be handled, with the reason: the reader's,
    ///   `STORE_REFUSED` or `INTERNAL_FAULT`
    /// @param meters counts what is set aside as `homeward.set.aside`, by topic and reason
    public Handling(
            Reader<E> reader,
            Function<List<E>, Uni<Void>> work,
            BiFunction<ConsumerRecord<byte[], byte[]>, String, Uni<Void>> aside,
            MeterRegistry meters) {
        this.reader = reader;
        this.work = work;
        this.aside = aside;
        this.meters = meters;
    }

    /// Completes when each record is handled or set aside; does not fail.
    public Uni<Void> handle(Iterable<ConsumerRecord<byte[], byte[]>> records) {
        List<Heard<E>> heard = new ArrayList<>();
        Uni<Void> unread = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                reader.read(record).ifPresent(event -> heard.add(new Heard<>(record, event)));
            } catch (UnreadableRecord e) {
                unread = unread.chain(() -> setAside(record, e.reason()));
            }
        }
        return unread.chain(() -> handle(heard));
    }

    private Uni<Void> handle(List<Heard<E>> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        List<E> events = heard.stream().map(Heard::event).toList();
        return patiently(Uni.createFrom().deferred(() -> work.apply(events)))
                .onFailure()
                .recoverWithUni(e -> apart(heard, e));
    }

    private Uni<Void> apart(List<Heard<E>> heard, Throwable failure) {
        if (heard.size() == 1) {
            LOG.errorf("a record cannot be handled: %s", placeOf(failure));
            String reason = Failures.isOfTheData(failure) ? "STORE_REFUSED" : "INTERNAL_FAULT";
            return setAside(heard.getFirst().record(), reason);
        }
        int middle = heard.size() / 2;
        return handle(heard.subList(0, middle))
                .chain(() -> handle(heard.subList(middle, heard.size())));
    }

    /// What looks like a fault of ours gets a few tries, since a client may stumble over a lost
    /// connection in the same way.
    private static Uni<Void> patiently(Uni<Void> attempt) {
        return attempt.onFailure(Failures::isOurs)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .atMost(FEW)
                .onFailure(Failures::willPass)
                .invoke(Handling::warn)
                .onFailure(Failures::willPass)
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }

    private Uni<Void> setAside(ConsumerRecord<byte[], byte[]> record, String reason) {
        LOG.warnf(
                "%s/%d/%d is set aside: %s",
                record.topic(), record.partition(), record.offset(), reason);
        return Uni.createFrom()
                .deferred(() -> aside.apply(record, reason))
                .onFailure()
                .invoke(Handling::warn)
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely()
                .invoke(() -> count(record.topic(), reason));
    }

    private void count(String topic, String reason) {
        meters.counter(COUNTER, "topic", topic, "reason", reason).increment();
    }

    /// Its class and where it arose: a message may hold data.
    private static String placeOf(Throwable failure) {
        String at = Stream.of(failure.getStackTrace()).findFirst().map(Object::toString).orElse("");
        return failure.getClass().getSimpleName() + " " + at;
    }

    private static void warn(Throwable failure) {
        LOG.warnf("trying again after %s", failure.getClass().getSimpleName());
    }
}
