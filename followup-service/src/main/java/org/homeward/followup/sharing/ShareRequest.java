package org.homeward.followup.sharing;

import java.time.Instant;
import org.homeward.followup.share.RelationKind;
import org.jspecify.annotations.Nullable;

/// Who is to see a patient.
///
/// @param from null: from now on
/// @param until null: until it is ended
public record ShareRequest(
        RelationKind kind,
        String subject,
        String purpose,
        @Nullable Instant from,
        @Nullable Instant until) {}
