package org.homeward.alert.episode;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// What is kept about a patient beside the measures: the episode, open technical alerts, and the
/// last ids of device events and of persons' actions, by which repeated deliveries are known.
public record PatientState(Episode episode, List<TechnicalAlert> technical, List<UUID> handled) {
    public static final PatientState NEW = new PatientState(Episode.NONE, List.of(), List.of());

    private static final int MOST_HANDLED = 64;

    public PatientState {
        technical = List.copyOf(technical);
        handled = List.copyOf(handled);
    }

    public boolean hasHandled(UUID eventId) {
        return handled.contains(eventId);
    }

    public PatientState handled(UUID eventId) {
        List<UUID> next = new ArrayList<>(handled);
        next.add(eventId);
        if (next.size() > MOST_HANDLED) {
            next.removeFirst();
        }
        return new PatientState(episode, technical, next);
    }

    public PatientState with(Episode next) {
        return new PatientState(next, technical, handled);
    }

    public Optional<TechnicalAlert> technical(TechnicalAlert.Kind kind, UUID device) {
        return technical.stream()
                .filter(t -> t.kind() == kind && t.device().equals(device))
                .findFirst();
    }

    public Optional<TechnicalAlert> technical(UUID alertId) {
        return technical.stream().filter(t -> t.id().equals(alertId)).findFirst();
    }

    public PatientState opened(TechnicalAlert alert) {
        List<TechnicalAlert> next = new ArrayList<>(technical);
        next.add(alert);
        return new PatientState(episode.opened(alert.id()), next, handled);
    }

    public PatientState closed(TechnicalAlert alert) {
        List<TechnicalAlert> next = new ArrayList<>(technical);
        next.remove(alert);
        return new PatientState(episode.closed(alert.id()), next, handled);
    }
}
