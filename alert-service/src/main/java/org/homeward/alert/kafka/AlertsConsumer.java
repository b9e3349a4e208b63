package org.homeward.alert.kafka;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.alert.db.AlertProjection;
import org.homeward.events.EventType;
import org.homeward.events.Topics;

/// Feeds the projection from `alerts`, a batch in a transaction. What cannot be read goes to
/// `dead-letters`; an unreachable database is waited for.
@ApplicationScoped
public class AlertsConsumer {
    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final AlertProjection projection;
    private final MutinyEmitter<byte[]> deadLetters;

    @Inject
    AlertsConsumer(
            AlertProjection projection,
            @Channel("dead-letters-out") MutinyEmitter<byte[]> deadLetters) {
        this.projection = projection;
        this.deadLetters = deadLetters;
    }

    @Incoming("alerts-in")
    public Uni<Void> follow(ConsumerRecords<byte[], byte[]> records) {
        List<Message> events = new ArrayList<>();
        Uni<Void> unreadable = Uni.createFrom().voidItem();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            Optional<Message> event = read(record);
            if (event.isPresent()) {
                events.add(event.get());
            } else {
                unreadable =
                        unreadable.chain(
                                () -> deadLetters.sendMessage(DeadLetter.of(record, "UNREADABLE")));
            }
        }
        return unreadable.chain(() -> untilDone(projection.apply(events)));
    }

    /// Tries again until the database or the broker is back.
    private static Uni<Void> untilDone(Uni<Void> work) {
        return work.onFailure()
                .invoke(AlertsConsumer::warn)
                .onFailure()
                .retry()
                .withBackOff(FIRST, LONGEST)
                .indefinitely();
    }

    private static Optional<Message> read(ConsumerRecord<byte[], byte[]> record) {
        Optional<EventType> type =
                EventType.of(record.headers()).filter(t -> t.topic().equals(Topics.ALERTS));
        if (type.isEmpty() || record.value() == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(type.get().parse(record.value()));
        } catch (InvalidProtocolBufferException e) {
            return Optional.empty();
        }
    }

    private static void warn(Throwable failure) {
        Log.warnf("projection: waiting after %s", (Object) failure.getClass().getSimpleName());
    }
}
