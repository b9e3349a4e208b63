package org.homeward.gateway.access;

import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.homeward.gateway.role.AccessDecision;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.Caller;
import org.jspecify.annotations.Nullable;

/// What is known of the current request's caller and decision. The filter fills it, resources read
/// the actor from it, the audit writes it down.
@RequestScoped
public class CurrentAccess {
    private Caller caller = Caller.ANONYMOUS;
    private @Nullable AccessDecision decision;
    private @Nullable UUID patientId;
    private @Nullable String resourceId;

    public Caller caller() {
        return caller;
    }

    void caller(Caller caller) {
        this.caller = caller;
    }

    AccessDecision note(AccessDecision decision, @Nullable UUID patientId) {
        this.decision = decision;
        if (patientId != null) {
            this.patientId = patientId;
        }
        return decision;
    }

    /// Names the one thing the request is about, for the audit.
    public void about(UUID resourceId) {
        this.resourceId = resourceId.toString();
    }

    /// The grant the request runs under.
    ///
    /// @throws IllegalStateException if nothing has been granted
    public Granted granted() {
        if (decision instanceof Granted granted) {
            return granted;
        }
        throw new IllegalStateException("no access has been granted to this request");
    }

    /// The `Homeward-Actor` header of the request's grant.
    public String actor() {
        return granted().actor();
    }

    public @Nullable AccessDecision decision() {
        return decision;
    }

    public @Nullable UUID patientId() {
        return patientId;
    }

    public @Nullable String resourceId() {
        return resourceId;
    }
}
