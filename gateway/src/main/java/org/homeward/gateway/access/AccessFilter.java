package org.homeward.gateway.access;

import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.lang.reflect.Method;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.homeward.gateway.role.Permission;
import org.homeward.kit.problem.Problem;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.SimpleResourceInfo;
import org.jspecify.annotations.Nullable;

/// Asks for the permission of the method about to run. A method that names none is refused, so that
/// a forgotten annotation closes a door instead of leaving it open.
public class AccessFilter {
    private static final String PATIENT = "patientId";

    private final Access access;
    private final ConcurrentMap<String, Rule> rules = new ConcurrentHashMap<>();

    @Inject
    AccessFilter(Access access) {
        this.access = access;
    }

    /// What a method asks for: nothing, a permission, or a refusal because it says neither.
    private record Rule(boolean open, @Nullable Permission permission) {}

    @ServerRequestFilter
    public @Nullable Uni<Void> require(SimpleResourceInfo info, ContainerRequestContext request) {
        Rule rule =
                rules.computeIfAbsent(
                        info.getResourceClass().getName() + "#" + info.getMethodName(),
                        k -> rule(info));
        if (rule.open()) {
            return null;
        }
        Permission permission = rule.permission();
        if (permission == null) {
            throw Problem.forbidden();
        }
        List<String> patient = request.getUriInfo().getPathParameters().get(PATIENT);
        if (patient == null || patient.isEmpty()) {
            access.require(permission);
            return null;
        }
        return access.require(permission, id(patient.getFirst())).replaceWithVoid();
    }

    private static Rule rule(SimpleResourceInfo info) {
        for (Method method : info.getResourceClass().getDeclaredMethods()) {
            if (method.getName().equals(info.getMethodName())) {
                Requires requires = method.getAnnotation(Requires.class);
                return new Rule(
                        requires == null && method.isAnnotationPresent(PermitAll.class),
                        requires == null ? null : requires.value());
            }
        }
        return new Rule(false, null);
    }

    /// The id in a path; anything that is none is as unknown as an unknown one.
    private static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (id.toString().equalsIgnoreCase(text)) {
                return id;
            }
            throw Problem.notFound();
        } catch (IllegalArgumentException e) {
            throw Problem.notFound();
        }
    }
}
