package org.homeward.followup.kafka;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.followup.episode.AlertFact;
import org.homeward.followup.work.OpenFollowUp;

/// Topic `alerts` to tasks: one transaction per batch. An unreachable store or broker blocks and is
/// tried again without end; a record that fails by itself goes to the dead letters and the others
/// move on.
@ApplicationScoped
class AlertsConsumer {
    private record Heard(ConsumerRecord<byte[], byte[]> record, AlertFact fact) {}

    private record Unread(ConsumerRecord<byte[], byte[]> record, String error) {}

    private static final Duration FIRST_WAIT = Duration.ofMillis(200);
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

    private final OpenFollowUp openFollowUp;
    private final DeadLetters deadLetters;

    @Inject
    AlertsConsumer(OpenFollowUp openFollowUp, DeadLetters deadLetters) {
        this.openFollowUp = openFollowUp;
        this.deadLetters = deadLetters;
    }

    @Incoming("alerts-in")
    Uni<Void> consume(ConsumerRecords<byte[], byte[]> records) {
        List<Heard> heard = new ArrayList<>();
        List<Unread> unread = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            try {
                AlertFacts.read(record).ifPresent(fact -> heard.add(new Heard(record, fact)));
            } catch (UnreadableRecord e) {
                unread.add(new Unread(record, String.valueOf(e.getMessage())));
            }
        }
        Uni<Void> done = handle(heard);
        for (Unread bad : unread) {
            done = done.chain(() -> refuse(bad.record(), bad.error()));
        }
        return done;
    }

    private Uni<Void> handle(List<Heard> heard) {
        if (heard.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        return untilReachable(openFollowUp.after(heard.stream().map(Heard::fact).toList()))
                .onFailure()
                .recoverWithUni(e -> apart(heard, e));
    }

    private Uni<Void> apart(List<Heard> heard, Throwable failure) {
        if (heard.size() == 1) {
            return refuse(heard.getFirst().record(), failure.getClass().getSimpleName());
        }
        Uni<Void> chain = Uni.createFrom().voidItem();
        for (Heard one : heard) {
            chain = chain.chain(() -> handle(List.of(one)));
        }
        return chain;
    }

    private Uni<Void> refuse(ConsumerRecord<byte[], byte[]> record, String error) {
        Log.warnf(
                "alerts: a record cannot be handled; topic=%s partition=%d offset=%d error=%s",
                record.topic(), record.partition(), record.offset(), error);
        return deadLetters
                .send(record, error)
                .onFailure()
                .invoke(AlertsConsumer::waiting)
                .onFailure()
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static Uni<Void> untilReachable(Uni<Void> work) {
        return work.onFailure(Failures::willPass)
                .invoke(AlertsConsumer::waiting)
                .onFailure(Failures::willPass)
                .retry()
                .withBackOff(FIRST_WAIT, LONGEST_WAIT)
                .indefinitely();
    }

    private static void waiting(Throwable e) {
        Log.warnf("alerts: trying again after %s", e.getClass().getSimpleName());
    }
}
