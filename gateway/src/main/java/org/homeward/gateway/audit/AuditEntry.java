package org.homeward.gateway.audit;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.UUID;
import org.homeward.events.Decimals;
import org.homeward.events.Uuids;
import org.homeward.events.v1.AccessAudited;
import org.jspecify.annotations.Nullable;

/// One access: who, in which role, what, about whom, and whether it was let through.
///
/// @param ground the relationship that granted it, or why it was denied
record AuditEntry(UUID id, Instant at, Who who, What what, String decision, String ground) {
    record Who(String actor, String role, String purpose) {}

    /// The request.
    ///
    /// @param route the route's template, never the path itself
    record What(
            String method, String route, @Nullable UUID patientId, String resourceId, int status) {}

    AccessAudited toEvent() {
        UUID patient = what.patientId();
        return AccessAudited.newBuilder()
                .setId(Uuids.toBytes(id))
                .setAt(Decimals.toWire(at))
                .setActor(who.actor())
                .setRole(who.role())
                .setPurpose(who.purpose())
                .setMethod(what.method())
                .setRoute(what.route())
                .setPatientId(patient == null ? ByteString.EMPTY : Uuids.toBytes(patient))
                .setResourceId(what.resourceId())
                .setDecision(decision)
                .setGround(ground)
                .setStatus(what.status())
                .build();
    }
}
