package org.homeward.gateway.audit;

import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.Method;
import java.time.Clock;
import java.util.UUID;
import java.util.stream.Stream;
import org.homeward.gateway.access.CurrentAccess;
import org.homeward.gateway.role.AccessDecision;
import org.homeward.gateway.role.AccessDecision.Granted;
import org.homeward.gateway.role.Caller;
import org.homeward.gateway.role.Role;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/// Holds every answer of the API until its access is written down; denials too. Without that the
/// answer is 503.
public class AuditFilter {
    private static final String DONE = AuditFilter.class.getName();

    private static final int OPENED = 200;
    private static final MediaType PROBLEM = MediaType.valueOf(Problem.MEDIA_TYPE);

    private final AuditLog log;
    private final CurrentAccess access;
    private final Clock clock = Clock.systemUTC();

    @Inject
    AuditFilter(AuditLog log, CurrentAccess access) {
        this.log = log;
        this.access = access;
    }

    /// Before a refusal gets the form that is spoken below its path.
    @ServerResponseFilter(priority = Priorities.USER + 100)
    public @Nullable Uni<Void> write(
            ContainerRequestContext request,
            ContainerResponseContext response,
            @Nullable SimpleResourceInfo info,
            RoutingContext routing) {
        String path = routing.normalizedPath();
        if (!isAudited(path) || routing.get(DONE) != null) {
            return null;
        }
        routing.put(DONE, true);
        AuditEntry entry = entry(request.getMethod(), route(info, path), response.getStatus());
        return log.write(entry)
                .onFailure(Problem.class)
                .recoverWithUni(
                        e -> {
                            response.setStatus(503);
                            response.setEntity(e.toJson().encode(), null, PROBLEM);
                            return Uni.createFrom().voidItem();
                        });
    }

    /// An answer that has no end meets no response filter: its opening is written down before.
    @ServerRequestFilter(priority = Priorities.USER + 100)
    public @Nullable Uni<Void> open(
            ContainerRequestContext request, SimpleResourceInfo info, RoutingContext routing) {
        return isStream(info)
                ? log.write(
                        entry(request.getMethod(), route(info, routing.normalizedPath()), OPENED))
                : null;
    }

    private static boolean isStream(SimpleResourceInfo info) {
        return Stream.of(info.getResourceClass().getDeclaredMethods())
                .filter(method -> method.getName().equals(info.getMethodName()))
                .anyMatch(method -> method.isAnnotationPresent(RestStreamElementType.class));
    }

    private static boolean isAudited(String path) {
        return path.startsWith("/api/v1") || path.startsWith("/fhir/R4");
    }

    private AuditEntry entry(String method, String route, int status) {
        Caller caller = access.caller();
        AccessDecision decision = access.decision();
        boolean granted = decision instanceof Granted && status != 401 && status != 403;
        String resource = access.resourceId();
        return new AuditEntry(
                UUID.randomUUID(),
                clock.instant(),
                who(caller, decision),
                new AuditEntry.What(
                        method,
                        route,
                        access.patientId(),
                        resource == null ? "" : resource,
                        status),
                granted ? "granted" : "denied",
                ground(decision, status));
    }

    private static AuditEntry.Who who(Caller caller, @Nullable AccessDecision decision) {
        if (decision instanceof Granted granted) {
            return new AuditEntry.Who(
                    caller.subject(), granted.role().wireName(), granted.purpose());
        }
        String roles =
                String.join(" ", caller.roles().stream().map(Role::wireName).sorted().toList());
        return new AuditEntry.Who(caller.subject(), roles, "");
    }

    private static String ground(@Nullable AccessDecision decision, int status) {
        if (status == 401) {
            return "no-valid-token";
        }
        return decision == null ? "refused-at-the-door" : decision.ground();
    }

    private static String route(@Nullable SimpleResourceInfo info, String path) {
        if (info == null || info.getResourceClass() == null) {
            return Routes.ofPath(path);
        }
        Path onClass = info.getResourceClass().getAnnotation(Path.class);
        for (Method method : info.getResourceClass().getDeclaredMethods()) {
            if (method.getName().equals(info.getMethodName())) {
                Path onMethod = method.getAnnotation(Path.class);
                return Routes.template(
                        onClass == null ? null : onClass.value(),
                        onMethod == null ? null : onMethod.value());
            }
        }
        return Routes.ofPath(path);
    }
}
