package org.homeward.gateway.edge;

import io.quarkus.security.identity.CurrentIdentityAssociation;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.io.ByteArrayInputStream;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.homeward.gateway.access.Callers;
import org.homeward.gateway.role.Caller;
import org.homeward.kit.problem.BodyLimit;
import org.homeward.kit.problem.Problem;
import org.homeward.kit.problem.ProblemMappers;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/// The first thing a request to `/api` or `/fhir` meets: who is it, may a browser's page have sent
/// it, and is it one too many. Whatever is wrong with a token or a session, the answer is 401. A
/// change's body is taken in meanwhile, so that it survives its connection.
public class Door {
    /// A page of another origin cannot send it without being asked first.
    public static final String CSRF_HEADER = "X-Homeward";

    private static final Set<HttpMethod> READS =
            Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> OPEN = Set.of("/api/openapi", "/fhir/R4/metadata");

    private final CurrentIdentityAssociation identity;
    private final Callers callers;
    private final RateLimits limits;
    private final BodyLimit bodies;

    @Inject
    Door(
            CurrentIdentityAssociation identity,
            Callers callers,
            RateLimits limits,
            BodyLimit bodies) {
        this.identity = identity;
        this.callers = callers;
        this.limits = limits;
        this.bodies = bodies;
    }

    @ServerRequestFilter(preMatching = true)
    public Uni<@Nullable Response> enter(RoutingContext request, ContainerRequestContext context) {
        String path = request.normalizedPath();
        if (!Tenants.isApi(path) || OPEN.contains(path)) {
            return Uni.createFrom().nullItem();
        }
        if (!isChange(request)) {
            return admit(request);
        }
        CompletableFuture<byte[]> body = WholeBody.read(request.request(), bodies.most());
        return admit(request)
                .chain(
                        refusal ->
                                refusal == null
                                        ? handOver(body, context)
                                        : Uni.createFrom().item(refusal));
    }

    private static Uni<@Nullable Response> handOver(
            CompletableFuture<byte[]> body, ContainerRequestContext context) {
        return Uni.createFrom()
                .completionStage(body)
                .invoke(BodyText::check)
                .invoke(bytes -> context.setEntityStream(new ByteArrayInputStream(bytes)))
                .map(bytes -> (@Nullable Response) null)
                .onFailure(Problem.class)
                .recoverWithItem(ProblemMappers::response);
    }

    private Uni<@Nullable Response> admit(RoutingContext request) {
        return identity.getDeferredIdentity()
                .map(callers::enter)
                .onFailure()
                .recoverWithItem(Caller.ANONYMOUS)
                .map(caller -> refusal(caller, request));
    }

    private @Nullable Response refusal(Caller caller, RoutingContext request) {
        if (caller.isAnonymous()) {
            return Response.fromResponse(ProblemMappers.response(Problem.unauthorized()))
                    .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                    .build();
        }
        if (isForgeable(request)) {
            return ProblemMappers.response(
                    new Problem(
                            403,
                            "CSRF_HEADER_MISSING",
                            "A change by a browser's session needs the header X-Homeward."));
        }
        return limits.admits(caller.subject()) ? null : ProblemMappers.response(tooMany());
    }

    static boolean isChange(RoutingContext request) {
        return !READS.contains(request.request().method());
    }

    private static boolean isForgeable(RoutingContext request) {
        return isChange(request)
                && request.request().getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.request().getHeader(CSRF_HEADER) == null;
    }

    private static Problem tooMany() {
        return new Problem(429, "TOO_MANY_REQUESTS", "Too many requests; slow down.");
    }
}
