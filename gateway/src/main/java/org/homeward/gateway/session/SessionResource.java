package org.homeward.gateway.session;

import io.quarkus.security.AuthenticationCompletionException;
import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/// Signing in and out. Only `/login` starts the code flow; `/logout` ends the session here and at
/// Keycloak.
@Path("/")
public class SessionResource {
    private final CurrentIdentityAssociation identity;

    @Inject
    SessionResource(CurrentIdentityAssociation identity) {
        this.identity = identity;
    }

    @GET
    @Path("login")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> login(@RestQuery @Nullable String to, RoutingContext request) {
        return identity.getDeferredIdentity()
                .chain(
                        who ->
                                who.isAnonymous()
                                        ? challenge(request)
                                        : Uni.createFrom()
                                                .item(Response.seeOther(local(to)).build()))
                .onFailure(AuthenticationCompletionException.class)
                .recoverWithItem(() -> Response.seeOther(URI.create("/?signin=failed")).build());
    }

    /// The redirect to Keycloak. The shared mapping of an unauthenticated request never is one.
    private static Uni<Response> challenge(RoutingContext request) {
        HttpAuthenticator authenticator = request.get(HttpAuthenticator.class.getName());
        return authenticator
                .getChallenge(request)
                .map(
                        challenge -> {
                            Response.ResponseBuilder response = Response.status(challenge.status);
                            challenge
                                    .getHeaders()
                                    .forEach((k, v) -> response.header(k.toString(), v));
                            return response.build();
                        });
    }

    /// With a session, the deferred identity ends it and redirects to Keycloak; without one there
    /// is nothing to end.
    @GET
    @Path("logout")
    @PermitAll
    @Operation(hidden = true)
    public Uni<Response> logout() {
        return identity.getDeferredIdentity()
                .map(who -> Response.seeOther(URI.create("/")).build());
    }

    /// A path of our own and nothing else, or the sign-in could send people anywhere.
    static URI local(@Nullable String to) {
        boolean ours =
                to != null
                        && to.startsWith("/")
                        && !to.startsWith("//")
                        && to.indexOf('\\') < 0
                        && to.chars().allMatch(c -> c > ' ' && c < 127);
        try {
            return ours ? URI.create(to) : URI.create("/");
        } catch (IllegalArgumentException e) {
            throw new Problem(400, "BAD_PARAMETER", "A query parameter cannot be read.");
        }
    }
}
