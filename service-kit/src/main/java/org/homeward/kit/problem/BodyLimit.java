package org.homeward.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Refuses a body that says it is too large, before the platform does so with an empty answer.
@ApplicationScoped
public class BodyLimit {
    private static final int EARLY = 5_000;

    private final long most;
    private final EarlyProblems problems;

    @Inject
    BodyLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize most,
            EarlyProblems problems) {
        this.most = most.asLongValue();
        this.problems = problems;
    }

    /// What a body may have, in bytes.
    public long most() {
        return most;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, EARLY);
    }

    private void check(RoutingContext request) {
        if (size(request) > most) {
            problems.answer(request, Problem.tooLarge());
        } else {
            request.next();
        }
    }

    private static long size(RoutingContext request) {
        String size = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return size == null ? 0 : Long.parseLong(size);
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }
}
