package org.homeward.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.homeward.kit.problem.EarlyProblems;
import org.homeward.kit.problem.Problem;

/// What is settled on a request's line alone: paths that two parts could read differently or that
/// nobody serves, a query that no store could hold, and the dashboard's own, which are all its one
/// page.
@ApplicationScoped
public class HttpRoutes {
    private static final int FIRST = 10_000;
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%2f|%5c|%00|%2e|%3b|%25");

    /// No store takes it in a text.
    private static final String NUL = "%00";

    private static final List<String> SERVED =
            List.of("/api", "/fhir", "/q", "/login", "/logout", "/assets");

    private final EarlyProblems problems;

    @Inject
    HttpRoutes(EarlyProblems problems) {
        this.problems = problems;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    void routes(@Observes Router router) {
        router.route(HttpMethod.GET, "/*").order(-1).handler(HttpRoutes::dashboard);
        router.route().order(Integer.MAX_VALUE).handler(this::unknown);
    }

    private void check(RoutingContext request) {
        String path = request.request().path();
        String query = request.request().query();
        if (path == null || AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find()) {
            problems.answer(
                    request,
                    new Problem(400, "AMBIGUOUS_PATH", "The path can be read in two ways."));
        } else if (query != null && query.contains(NUL)) {
            problems.answer(
                    request,
                    new Problem(400, "BAD_PARAMETER", "A query parameter cannot be read."));
        } else {
            request.next();
        }
    }

    private static void dashboard(RoutingContext request) {
        String path = request.normalizedPath();
        if (path.equals("/")
                || path.indexOf('.') >= 0
                || SERVED.stream().anyMatch(s -> path.equals(s) || path.startsWith(s + "/"))) {
            request.next();
        } else {
            request.reroute("/");
        }
    }

    private void unknown(RoutingContext request) {
        if (Tenants.isApi(request.normalizedPath())) {
            problems.answer(request, Problem.notFound());
        } else {
            request.next();
        }
    }
}
