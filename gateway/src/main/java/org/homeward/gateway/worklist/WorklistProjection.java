package org.homeward.gateway.worklist;

import com.google.protobuf.Message;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.homeward.gateway.projection.Event.Known;
import org.homeward.gateway.projection.Projection;

/// Keeps one row a patient from the events. A row is computed anew from the open alerts and tasks,
/// so an open alert stays on the list until it is closed, however long ago it arose.
@ApplicationScoped
class WorklistProjection {
    /// What one kind of event changes.
    private interface Change {
        Uni<Void> apply(SqlConnection connection, UUID patientId, Message event);
    }

    private final Projection projection;

    @Inject
    WorklistProjection(Projection projection) {
        this.projection = projection;
    }

    @Incoming("alerts-in")
    Uni<Void> alerts(ConsumerRecords<byte[], byte[]> records) {
        return projection.apply(records, (c, events) -> change(c, events, AlertChanges::apply));
    }

    @Incoming("follow-ups-in")
    Uni<Void> followUps(ConsumerRecords<byte[], byte[]> records) {
        return projection.apply(records, (c, events) -> change(c, events, TaskChanges::apply));
    }

    @Incoming("readings-in")
    Uni<Void> readings(ConsumerRecords<byte[], byte[]> records) {
        return projection.apply(records, LastReadings::apply);
    }

    /// Locks the rows first, so that two topics' changes of one patient come one after the other.
    private static Uni<Void> change(SqlConnection connection, List<Known> events, Change change) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        UUID[] patients = events.stream().map(Known::key).distinct().sorted().toArray(UUID[]::new);
        Uni<Void> chain = lock(connection, patients);
        for (Known event : events) {
            chain = chain.chain(() -> change.apply(connection, event.key(), event.message()));
        }
        return chain.chain(
                () ->
                        connection
                                .preparedQuery("select refresh_rows($1)")
                                .execute(Tuple.of(patients))
                                .replaceWithVoid());
    }

    private static Uni<Void> lock(SqlConnection connection, UUID[] patients) {
        return connection
                .preparedQuery(
                        "insert into patient_row (patient_id) select unnest($1::uuid[]) on conflict do nothing")
                .execute(Tuple.of(patients))
                .chain(
                        () ->
                                connection
                                        .preparedQuery(
                                                "select 1 from patient_row where patient_id = any($1)"
                                                        + " order by patient_id for update")
                                        .execute(Tuple.of(patients)))
                .replaceWithVoid();
    }
}
