package org.homeward.alert.stream;

import com.google.protobuf.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.homeward.alert.episode.Effect;
import org.homeward.alert.episode.Episode;
import org.homeward.alert.episode.PatientState;
import org.homeward.alert.episode.TechnicalAlert;
import org.homeward.alert.rulebook.PatientPlan;
import org.homeward.events.EventType;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AlertActionTaken;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.AlertStatus;
import org.jspecify.annotations.Nullable;

/// Makes effects known on `alerts` and keeps the patient's episode in step. The evaluator is the
/// only writer of that topic; what people do passes through here too.
final class Bulletin {
    static final String SOURCE = "/homeward/alert-service";

    private final ProcessorContext<byte[], byte[]> context;
    private final Ward ward;

    Bulletin(ProcessorContext<byte[], byte[]> context, Ward ward) {
        this.context = context;
        this.ward = ward;
    }

    void announce(UUID patient, List<Effect> effects, @Nullable PatientPlan plan, Instant now) {
        if (effects.isEmpty()) {
            return;
        }
        PatientState state = ward.patient(patient);
        Episode episode = state.episode();
        for (Effect effect : effects) {
            UUID alert = effect.alert().id();
            Episode after = after(episode, effect);
            UUID id = after.isOver() ? episode.idOr(alert) : after.idOr(alert);
            send(patient, alert, event(patient, id, effect, plan, after.isOver()), now);
            episode = after;
        }
        if (!episode.equals(state.episode())) {
            ward.keep(patient, state.with(episode));
        }
    }

    private static Episode after(Episode episode, Effect effect) {
        UUID alert = effect.alert().id();
        return switch (effect) {
            case Effect.Raised _ -> episode.opened(alert);
            case Effect.Cleared _ -> episode.closed(alert);
            case Effect.Found _, Effect.Updated _ -> episode;
        };
    }

    private static Message event(
            UUID patient, UUID episode, Effect effect, @Nullable PatientPlan plan, boolean over) {
        return switch (effect) {
            case Effect.Raised raised -> WireAlert.raised(patient, episode, raised.alert(), plan);
            case Effect.Found found ->
                    WireAlert.raised(patient, found.alert().id(), found.alert(), plan);
            case Effect.Updated updated -> WireAlert.updated(patient, updated, plan);
            case Effect.Cleared cleared -> WireAlert.cleared(patient, episode, cleared, over);
        };
    }

    /// Opens a technical alert unless one of its kind is open for the device.
    void raise(UUID patient, TechnicalAlert alert, List<UUID> about) {
        PatientState state = ward.patient(patient).handled(alert.onset());
        if (state.technical(alert.kind(), alert.device()).isEmpty()) {
            state = state.opened(alert);
            UUID episode = state.episode().idOr(alert.id());
            send(patient, alert.id(), WireAlert.raised(patient, episode, alert, about), alert.at());
        }
        ward.keep(patient, state);
    }

    void clear(UUID patient, TechnicalAlert alert, Effect.Reason reason, Instant at) {
        PatientState state = ward.patient(patient);
        UUID episode = state.episode().idOr(alert.id());
        PatientState after = state.closed(alert);
        ward.keep(patient, after);
        send(
                patient,
                alert.id(),
                WireAlert.cleared(patient, episode, alert.id(), at)
                        .setReason(reason.wire())
                        .setEpisodeClosed(after.episode().isOver())
                        .build(),
                at);
    }

    /// Passes on what a person did.
    ///
    /// @param status the human state as far as the evaluator agrees
    void pass(AlertActionTaken action, AlertStatus status, Instant now) {
        AlertActionTaken said = action.toBuilder().setStatus(status).build();
        UUID patient = Uuids.fromBytes(action.getPatientId());
        Message event = WireAction.event(said);
        forward(patient, Uuids.fromBytes(action.getId()), event, now);
    }

    /// Passes on what became of a reading that an alert stood on.
    void tell(UUID patient, AlertSourceChanged event, Instant now) {
        UUID alert = Uuids.fromBytes(event.getAlertId());
        UUID reading = Uuids.fromBytes(event.getReadingId());
        String version = Integer.toString(event.getVersion());
        UUID id = Uuids.v5(alert, "AlertSourceChanged", reading.toString(), version);
        forward(patient, id, event, now);
    }

    private void send(UUID patient, UUID alert, Message event, Instant now) {
        forward(patient, WireAlert.eventId(alert, event), event, now);
    }

    private void forward(UUID patient, UUID id, Message event, Instant now) {
        EventType type =
                EventType.named(event.getDescriptorForType().getName())
                        .orElseThrow(() -> new IllegalStateException("an event without a name"));
        context.forward(
                new Record<>(
                        Uuids.toKey(patient),
                        event.toByteArray(),
                        now.toEpochMilli(),
                        new RecordHeaders(type.headers(id, SOURCE, now))),
                AlertTopology.ALERTS_SINK);
    }
}
