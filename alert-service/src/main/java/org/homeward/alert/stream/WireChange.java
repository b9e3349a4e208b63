package org.homeward.alert.stream;

import com.google.protobuf.ByteString;
import java.util.List;
import org.homeward.events.v1.AlertSourceChanged;
import org.homeward.events.v1.ReadingChange;
import org.homeward.events.v1.ReadingRecorded;
import org.homeward.events.v1.ReadingVoided;

/// What people said of a reading, as the alerts that it was evidence of are told it.
final class WireChange {
    private WireChange() {}

    static List<AlertSourceChanged> of(ReadingRecorded event) {
        if (!event.hasChange()) {
            return List.of();
        }
        return of(
                event.getChange(),
                AlertSourceChanged.newBuilder()
                        .setPatientId(event.getPatientId())
                        .setReadingId(event.getReadingId())
                        .setVersion(event.getVersion())
                        .setWhat("corrected"));
    }

    static List<AlertSourceChanged> of(ReadingVoided event) {
        if (!event.hasChange()) {
            return List.of();
        }
        return of(
                event.getChange(),
                AlertSourceChanged.newBuilder()
                        .setPatientId(event.getPatientId())
                        .setReadingId(event.getReadingId())
                        .setVersion(event.getVersion())
                        .setWhat("voided"));
    }

    private static List<AlertSourceChanged> of(
            ReadingChange change, AlertSourceChanged.Builder told) {
        told.setBy(change.getBy()).setConfirmedBy(change.getConfirmedBy()).setAt(change.getAt());
        return change.getCriticalAlertIdsList().stream()
                .filter(WireChange::isId)
                .map(alert -> told.setAlertId(alert).build())
                .toList();
    }

    private static boolean isId(ByteString id) {
        return id.size() == 16;
    }
}
