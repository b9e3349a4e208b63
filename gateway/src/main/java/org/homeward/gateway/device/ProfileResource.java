package org.homeward.gateway.device;

import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponseSchema;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.access.Requires;
import org.homeward.gateway.edge.Etags;
import org.homeward.gateway.role.Permission;
import org.homeward.gateway.upstream.Page;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/// What the keys of a kind of device mean, written by the device desk.
@Path("/api/v1/device-profiles")
@Produces(MediaType.APPLICATION_JSON)
@Cancellable(false)
@Authenticated
public class ProfileResource {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");

    private final ProfileClient profiles;
    private final CurrentAccess access;

    @Inject
    ProfileResource(@RestClient ProfileClient profiles, CurrentAccess access) {
        this.profiles = profiles;
        this.access = access;
    }

    @GET
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "The device profiles, by id")
    public Uni<Page<ProfileView>> list() {
        return profiles.list(access.actor());
    }

    @GET
    @Path("{id}")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "One device profile")
    @APIResponseSchema(ProfileView.class)
    public Uni<Response> get(@RestPath String id) {
        return profiles.get(access.actor(), known(id))
                .map(profile -> Etags.tagged(profile, profile.tag()));
    }

    @POST
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Add a device profile")
    @APIResponseSchema(value = ProfileView.class, responseCode = "201")
    public Uni<Response> add(@Nullable ProfileView profile) {
        if (profile == null || profile.id() == null || !ID.matcher(profile.id()).matches()) {
            String cause = "is not 1 to 64 of a to z, 0 to 9 and -";
            throw new Problem(400, "INVALID_PARAMETER", "id: " + cause).field("id", cause);
        }
        return profiles.put(access.actor(), null, profile.id(), profile)
                .map(
                        made ->
                                Response.created(URI.create("/api/v1/device-profiles/" + made.id()))
                                        .entity(made)
                                        .build())
                .onFailure(e -> e instanceof Problem p && p.status() == 428)
                .transform(_ -> new Problem(409, "ALREADY_THERE", "There is such a profile."));
    }

    @PUT
    @Path("{id}")
    @Requires(Permission.DEVICE_WRITE)
    @Operation(summary = "Change a device profile; its devices are understood by it at once")
    @APIResponseSchema(ProfileView.class)
    public Uni<Response> put(
            @RestPath String id,
            @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch,
            ProfileView profile) {
        return profiles.put(access.actor(), Etags.required(ifMatch), known(id), profile)
                .map(changed -> Etags.tagged(changed, changed.tag()));
    }

    /// The id itself, so that no path of another kind leaves from here.
    private static String known(String id) {
        if (!ID.matcher(id).matches()) {
            throw Problem.notFound();
        }
        return id;
    }
}
