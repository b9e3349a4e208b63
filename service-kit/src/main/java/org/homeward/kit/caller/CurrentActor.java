package org.homeward.kit.caller;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.homeward.kit.problem.Problem;

/// The actor of the current request, for methods that record an author.
@RequestScoped
public class CurrentActor {
    private final CurrentIdentityAssociation identities;

    @Inject
    CurrentActor(CurrentIdentityAssociation identities) {
        this.identities = identities;
    }

    /// The actor; to be used in methods that carry a role annotation, so that the identity is
    /// already there.
    ///
    /// @throws Problem 403 if the request names none
    public Actor get() {
        Actor actor = identities.getIdentity().getAttribute(ActorAugmentor.ATTRIBUTE);
        if (actor == null) {
            throw Problem.forbidden();
        }
        return actor;
    }

    public Uni<Actor> later() {
        return identities
                .getDeferredIdentity()
                .map(
                        identity -> {
                            Actor actor = identity.getAttribute(ActorAugmentor.ATTRIBUTE);
                            if (actor == null) {
                                throw Problem.forbidden();
                            }
                            return actor;
                        });
    }
}
