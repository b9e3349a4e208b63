package org.homeward.alert.http;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.homeward.alert.Alert;
import org.homeward.alert.Alerts;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What callers send.
final class Bodies {
    private static final int DEFAULT_LIMIT = 50;
    private static final int MOST = 200;

    private Bodies() {}

    record Search(
            @Nullable List<UUID> patientIds,
            @Nullable String status,
            @Nullable Integer limit,
            @Nullable String cursor) {

        Alerts.Query toQuery() {
            int size = limit == null ? DEFAULT_LIMIT : limit;
            if (size < 1 || size > MOST) {
                throw new Problem(400, "BAD_LIMIT", "limit: from 1 to " + MOST);
            }
            if (patientIds != null && patientIds.stream().anyMatch(Objects::isNull)) {
                throw new Problem(400, "BAD_PATIENT", "patientIds: one is null");
            }
            return new Alerts.Query(
                    patientIds, wanted(), size, cursor == null ? null : Cursor.position(cursor));
        }

        private Alert.@Nullable Status wanted() {
            if (status == null) {
                return null;
            }
            try {
                return Alert.Status.valueOf(status.toUpperCase(Locale.ROOT));
            } catch (IllegalArgumentException e) {
                throw new Problem(400, "BAD_STATUS", "status: not one that alerts have");
            }
        }
    }

    record Noted(@Nullable String note) {}

    record Assign(@Nullable String assignee, @Nullable String note) {}

    record Snooze(@Nullable Instant until, @Nullable String note) {}

    record Resolve(@Nullable String outcome, @Nullable String note) {}
}
