package org.homeward.gateway.patient;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.homeward.gateway.role.Caller;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// Whether a caller may register for a team: members only.
@ApplicationScoped
class Memberships {
    private final Pool pool;

    @Inject
    Memberships(Pool pool) {
        this.pool = pool;
    }

    /// Passes for a team of the caller's, and for none named. Fails with 403 otherwise.
    Uni<Void> require(Caller caller, @Nullable UUID teamId) {
        if (teamId == null) {
            return Uni.createFrom().voidItem();
        }
        return pool.preparedQuery("select 1 from team_member where team_id = $1 and subject = $2")
                .execute(Tuple.of(teamId, caller.subject()))
                .invoke(
                        rows -> {
                            if (rows.size() == 0) {
                                throw new Problem(
                                        403, "NOT_YOUR_TEAM", "Only members register for a team.");
                            }
                        })
                .replaceWithVoid();
    }
}
