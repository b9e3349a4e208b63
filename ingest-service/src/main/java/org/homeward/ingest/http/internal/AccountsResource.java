package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;
import org.homeward.ingest.Accounts;
import org.homeward.kit.caller.CurrentActor;
import org.jspecify.annotations.Nullable;

/// What became of everything that was sent, for the gateway.
@Path("/internal/v1")
public class AccountsResource {
    private static final int MOST = 200;

    private final Accounts accounts;
    private final CurrentActor actor;

    @Inject
    AccountsResource(Accounts accounts, CurrentActor actor) {
        this.accounts = accounts;
        this.actor = actor;
    }

    /// The account of the log; nothing is unaccounted for when all is well.
    public record Conservation(List<Accounts.Partition> partitions, long unaccounted) {}

    @GET
    @Path("/conservation")
    @RolesAllowed({"ops-admin", "device-admin"})
    public Uni<Conservation> conservation() {
        return accounts.conservation()
                .map(
                        partitions ->
                                new Conservation(
                                        partitions,
                                        partitions.stream()
                                                .mapToLong(Accounts.Partition::unaccounted)
                                                .sum()));
    }

    @GET
    @Path("/refusals")
    @RolesAllowed({"device-admin", "auditor"})
    public Uni<ListView<RefusalView>> refusals(
            @QueryParam("deviceId") @Nullable String deviceId,
            @QueryParam("reason") @Nullable String reason,
            @QueryParam("limit") @Nullable String limit,
            @QueryParam("cursor") @Nullable String cursor) {
        boolean withPayload = actor.get().role().equals("device-admin");
        return accounts.refusals(
                        Params.uuid(deviceId, "deviceId"),
                        Params.word(reason, "reason"),
                        Params.limit(limit, MOST),
                        Params.cursor(cursor))
                .map(page -> ListView.of(page, r -> RefusalView.of(r, withPayload)));
    }
}
