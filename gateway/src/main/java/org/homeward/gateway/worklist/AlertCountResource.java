package org.homeward.gateway.worklist;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.role.Permission;

/// Counts for managers, who see no patient and no decision to make.
@Path("/api/v1/alerts/counts")
@Authenticated
public class AlertCountResource {
    private final Pool pool;

    @Inject
    AlertCountResource(Pool pool) {
        this.pool = pool;
    }

    @GET
    @Requires(Permission.ALERT_COUNT)
    @Operation(summary = "How many alerts are open, without patients")
    public Uni<AlertCounts> counts() {
        return pool.query(
                        "select priority, count(*)::int as n, (select count(distinct patient_id)::int"
                                + " from open_alert) as patients from open_alert group by priority")
                .execute()
                .map(
                        rows -> {
                            Map<String, Integer> counts = new HashMap<>();
                            int patients = 0;
                            for (var row : rows) {
                                counts.put(row.getString("priority"), row.getInteger("n"));
                                patients = row.getInteger("patients");
                            }
                            return new AlertCounts(counts, patients);
                        })
                .ifNoItem()
                .after(Duration.ofSeconds(3))
                .fail();
    }
}
