package org.homeward.ingest.http.internal;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.homeward.ingest.Accounts;

/// What became of everything that was sent, for the gateway.
@Path("/internal/v1")
public class AccountsResource {
    private final Accounts accounts;

    @Inject
    AccountsResource(Accounts accounts) {
        this.accounts = accounts;
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
}
