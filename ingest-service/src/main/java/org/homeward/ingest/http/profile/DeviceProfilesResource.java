package org.homeward.ingest.http.profile;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.homeward.ingest.profile.KeepProfiles;
import org.homeward.ingest.profile.ProfileStore;
import org.homeward.kit.caller.CurrentActor;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What the keys of a kind of device mean, for the gateway.
@Path("/internal/v1/device-profiles")
@RolesAllowed("device-admin")
public class DeviceProfilesResource {
    /// All there are.
    public record Listed(List<ProfileView> items) {}

    private final ProfileStore store;
    private final KeepProfiles keep;
    private final CurrentActor actor;

    @Inject
    DeviceProfilesResource(ProfileStore store, KeepProfiles keep, CurrentActor actor) {
        this.store = store;
        this.keep = keep;
        this.actor = actor;
    }

    @GET
    public Uni<Listed> all() {
        return store.all()
                .map(found -> found.stream().map(ProfileView::of).toList())
                .map(Listed::new);
    }

    @GET
    @Path("/{id}")
    public Uni<Response> one(@PathParam("id") String id) {
        return store.find(id).map(found -> answer(200, found.orElseThrow(Problem::notFound)));
    }

    /// Adds a profile, or replaces the version that `If-Match` names.
    @PUT
    @Path("/{id}")
    public Uni<Response> put(
            @PathParam("id") String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            @Nullable ProfileView body) {
        if (body == null) {
            throw ProfileView.invalid("name", "is missing");
        }
        int version = ifMatch == null || ifMatch.isBlank() ? 0 : version(ifMatch);
        return keep.put(body.profile(id), version, actor.get().subject())
                .map(
                        put ->
                                answer(
                                        version == 0 ? 201 : 200,
                                        put.orElseThrow(() -> stale(version))));
    }

    private static Response answer(int status, ProfileStore.Kept kept) {
        return Response.status(status)
                .header(HttpHeaders.ETAG, "\"" + kept.version() + "\"")
                .entity(ProfileView.of(kept))
                .build();
    }

    /// A version that never is, if it is not a tag of ours.
    private static int version(String ifMatch) {
        String digits = ifMatch.strip().replaceFirst("^W/", "").replace("\"", "");
        try {
            int version = Integer.parseInt(digits);
            return version > 0 ? version : -1;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static Problem stale(int version) {
        return version == 0
                ? new Problem(
                        428,
                        "IF_MATCH_NEEDED",
                        "A change needs If-Match with the version it is of.")
                : new Problem(412, "STALE", "Another version stands there.");
    }
}
