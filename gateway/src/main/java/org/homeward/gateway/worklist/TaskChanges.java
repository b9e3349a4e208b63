package org.homeward.gateway.worklist;

import com.google.protobuf.ByteString;
import com.google.protobuf.Message;
import com.google.protobuf.Timestamp;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.TaskChanged;
import org.homeward.events.v1.TaskCompleted;
import org.homeward.events.v1.TaskOpened;
import org.jspecify.annotations.Nullable;

/// What the task events of follow-ups change in the table of open tasks.
final class TaskChanges {
    private TaskChanges() {}

    static Uni<Void> apply(SqlConnection connection, UUID patientId, Message event) {
        return switch (event) {
            case TaskOpened opened when isId(opened.getTaskId()) ->
                    opened(connection, patientId, opened);
            case TaskChanged changed when isId(changed.getTaskId()) ->
                    run(
                            connection,
                            "update open_task set assignee = nullif($2, ''), priority = $3 where task_id = $1",
                            Tuple.of(
                                    Uuids.fromBytes(changed.getTaskId()),
                                    changed.getAssignee(),
                                    changed.getPriority()));
            case TaskCompleted completed when isId(completed.getTaskId()) ->
                    run(
                            connection,
                            "delete from open_task where task_id = $1",
                            Tuple.of(Uuids.fromBytes(completed.getTaskId())));
            default -> Uni.createFrom().voidItem();
        };
    }

    private static Uni<Void> opened(SqlConnection connection, UUID patientId, TaskOpened opened) {
        return run(
                connection,
                "insert into open_task (task_id, patient_id, kind, priority, opened_at, due_at)"
                        + " values ($1, $2, $3, $4, $5, $6) on conflict (task_id) do nothing",
                Tuple.tuple()
                        .addValue(Uuids.fromBytes(opened.getTaskId()))
                        .addValue(patientId)
                        .addValue(opened.getKind())
                        .addValue(opened.getPriority())
                        .addValue(opened.hasOpenedAt() ? at(opened.getOpenedAt()) : null)
                        .addValue(opened.hasDueAt() ? at(opened.getDueAt()) : null));
    }

    private static Uni<Void> run(SqlConnection connection, String sql, Tuple parameters) {
        return connection.preparedQuery(sql).execute(parameters).replaceWithVoid();
    }

    private static boolean isId(ByteString bytes) {
        return bytes.size() == 16;
    }

    private static @Nullable OffsetDateTime at(Timestamp timestamp) {
        return Decimals.fromWire(timestamp).atOffset(ZoneOffset.UTC);
    }
}
