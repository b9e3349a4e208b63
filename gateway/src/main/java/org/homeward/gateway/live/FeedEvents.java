package org.homeward.gateway.live;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertAcknowledged;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertAssigned;
import org.homeward.events.v1.AlertCleared;
import org.homeward.events.v1.AlertRaised;
import org.homeward.events.v1.AlertReleased;
import org.homeward.events.v1.AlertResolved;
import org.homeward.events.v1.AlertSnoozed;
import org.homeward.events.v1.AlertUpdated;
import org.homeward.events.v1.CarePlanChanged;
import org.homeward.events.v1.Quantity;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;
import org.homeward.events.v1.TaskChanged;
import org.homeward.events.v1.TaskCompleted;
import org.homeward.events.v1.TaskOpened;
import org.homeward.gateway.projection.Event.Known;
import org.jspecify.annotations.Nullable;

/// Turns events of the wire into what the feed says. Events about a human state name neither
/// priority nor sentence: those of the last few thousand alerts are remembered.
@ApplicationScoped
class FeedEvents {
    private record Said(String priority, Map<String, String> sentences) {}

    private final Cache<ByteString, Said> said = Caffeine.newBuilder().maximumSize(4_000).build();

    FeedEvent of(Known event) {
        UUID patient = event.key();
        String what = event.type().wireName();
        return switch (event.message()) {
            case AlertRaised e -> raised(e, patient, what);
            case AlertUpdated e -> updated(e, patient, what);
            case AlertCleared e -> alert(e.getAlertId(), patient, what, e.getClearedAt(), "closed");
            case AlertAcknowledged e -> acted(e.getAction(), patient, what);
            case AlertAssigned e -> acted(e.getAction(), patient, what);
            case AlertSnoozed e -> acted(e.getAction(), patient, what);
            case AlertResolved e -> acted(e.getAction(), patient, what);
            case AlertReleased e -> acted(e.getAction(), patient, what);
            default -> other(event);
        };
    }

    private static FeedEvent other(Known event) {
        UUID patient = event.key();
        String what = event.type().wireName();
        return switch (event.message()) {
            case ReadingRecorded e -> reading(e, patient, what);
            case ReadingVoided e ->
                    FeedEvent.of(
                            "reading",
                            id(e.getReadingId(), patient),
                            patient,
                            what,
                            at(e.getVoidedAt()));
            case TaskOpened e -> task(e.getTaskId(), patient, what, e.getOpenedAt());
            case TaskChanged e -> task(e.getTaskId(), patient, what, e.getChangedAt());
            case TaskCompleted e -> task(e.getTaskId(), patient, what, e.getCompletedAt());
            case CarePlanChanged e ->
                    FeedEvent.of(
                            "plan",
                            id(e.getPlanId(), patient),
                            patient,
                            what,
                            at(e.getChangedAt()));
            default -> FeedEvent.of("patient", patient, patient, what, null);
        };
    }

    private FeedEvent raised(AlertRaised e, UUID patient, String what) {
        String priority = AlertWords.priority(e.getPriority());
        said.put(e.getAlertId(), new Said(priority, e.getSentencesMap()));
        return FeedEvent.of(
                        "alert", id(e.getAlertId(), patient), patient, what, at(e.getRaisedAt()))
                .alert(priority, AlertWords.status(e.getStatus()), e.getSentencesMap());
    }

    private FeedEvent updated(AlertUpdated e, UUID patient, String what) {
        String priority = AlertWords.priority(e.getPriority());
        said.put(e.getAlertId(), new Said(priority, e.getSentencesMap()));
        return alert(e.getAlertId(), patient, what, e.getUpdatedAt(), "open");
    }

    private FeedEvent acted(AlertActionTaken e, UUID patient, String what) {
        return alert(e.getAlertId(), patient, what, e.getAt(), AlertWords.status(e.getStatus()));
    }

    private FeedEvent alert(
            ByteString alertId, UUID patient, String what, Timestamp at, String status) {
        Said before = said.getIfPresent(alertId);
        return FeedEvent.of("alert", id(alertId, patient), patient, what, at(at))
                .alert(
                        before == null ? null : before.priority(),
                        status,
                        before == null ? null : before.sentences());
    }

    private static FeedEvent task(ByteString taskId, UUID patient, String what, Timestamp at) {
        return FeedEvent.of("task", id(taskId, patient), patient, what, at(at));
    }

    private static FeedEvent reading(ReadingRecorded e, UUID patient, String what) {
        List<FeedEvent.Part> parts =
                e.getComponentsList().stream()
                        .filter(c -> c.hasValue())
                        .map(c -> part(c.getCode(), c.getValue()))
                        .toList();
        return new FeedEvent(
                "reading",
                id(e.getReadingId(), patient),
                patient,
                what,
                at(e.getRecordedAt()),
                null,
                null,
                null,
                null,
                e.getCode(),
                e.hasValue() ? Decimals.fromWire(e.getValue().getValue()) : null,
                e.hasValue() ? e.getValue().getUnit() : null,
                parts.isEmpty() ? null : parts,
                at(e.getMeasuredAt()));
    }

    private static FeedEvent.Part part(String code, Quantity value) {
        return new FeedEvent.Part(code, Decimals.fromWire(value.getValue()), value.getUnit());
    }

    /// An id that is no UUID stands for the patient as a whole.
    private static UUID id(ByteString bytes, UUID patient) {
        return bytes.size() == 16 ? Uuids.fromBytes(bytes) : patient;
    }

    private static @Nullable Instant at(Timestamp timestamp) {
        return timestamp.equals(Timestamp.getDefaultInstance())
                ? null
                : Decimals.fromWire(timestamp);
    }
}
