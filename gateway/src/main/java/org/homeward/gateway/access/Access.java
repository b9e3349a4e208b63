package org.homeward.gateway.access;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.homeward.gateway.role.AccessDecision;
import org.homeward.gateway.role.AccessDecision.Forbidden;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.AccessDecision.OutOfScope;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Decider;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.role.Reach;
import org.homeward.kit.problem.Problem;

/// The one place where access is decided: roles from the token, relationships from the projection,
/// read anew at each request, so that a change counts from the next one on.
@ApplicationScoped
public class Access {
    private final Relationships relationships;
    private final CurrentAccess current;

    @Inject
    Access(Relationships relationships, CurrentAccess current) {
        this.relationships = relationships;
        this.current = current;
    }

    /// Decides about one patient. Fails only when the projection cannot be read.
    public Uni<AccessDecision> decide(Caller caller, Permission permission, UUID patientId) {
        if (Decider.function(caller, permission) instanceof Forbidden forbidden) {
            return Uni.createFrom().item(forbidden);
        }
        return relationships
                .between(caller.subject(), patientId)
                .map(relationship -> Decider.patient(caller, permission, relationship));
    }

    /// The current request's right to this patient: 404 when out of scope, 403 when the function is
    /// not the caller's. Notes the decision for the audit.
    public Uni<Granted> require(Permission permission, UUID patientId) {
        return decide(current.caller(), permission, patientId)
                .map(decision -> current.note(decision, patientId))
                .map(Access::granted);
    }

    /// The current request's right to a function that is about no single patient, or whose patient
    /// is known only later.
    public Granted require(Permission permission) {
        return granted(current.note(Decider.function(current.caller(), permission), null));
    }

    /// The patients a permission reaches for the caller, for lists and for the feed.
    public Uni<List<UUID>> visible(Caller caller, Permission permission) {
        return relationships.visible(caller.subject(), Reach.of(caller, permission));
    }

    private static Granted granted(AccessDecision decision) {
        return switch (decision) {
            case Granted granted -> granted;
            case OutOfScope _ -> throw Problem.notFound();
            case Forbidden _ -> throw Problem.forbidden();
        };
    }
}
