package org.homeward.gateway.edge;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What is settled on a request's line and headers alone: paths that two parts could read
/// differently, bodies that are too large, and the dashboard's own paths, which are all its one
/// page.
@ApplicationScoped
public class HttpRoutes {
    private static final int FIRST = 10_000;
    private static final long MAX_BODY = 256 * 1024;
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%2f|%5c|%00|%2e|%3b|%25");
    private static final List<String> SERVED =
            List.of("/api", "/fhir", "/q", "/login", "/logout", "/assets");

    void filters(@Observes Filters filters) {
        filters.register(HttpRoutes::check, FIRST);
    }

    void routes(@Observes Router router) {
        router.route(HttpMethod.GET, "/*").order(-1).handler(HttpRoutes::dashboard);
        router.route().order(Integer.MAX_VALUE).handler(HttpRoutes::unknown);
    }

    private static void check(RoutingContext request) {
        Problem problem = problem(request);
        if (problem == null) {
            request.next();
        } else {
            answer(request, problem);
        }
    }

    private static @Nullable Problem problem(RoutingContext request) {
        String path = request.request().path();
        if (path == null || AMBIGUOUS.matcher(path.toLowerCase(Locale.ROOT)).find()) {
            return new Problem(400, "AMBIGUOUS_PATH", "The path can be read in two ways.");
        }
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length != null && (length.length() > 9 || Long.parseLong(length) > MAX_BODY)) {
            return new Problem(413, "TOO_LARGE", "The body is larger than is accepted here.");
        }
        return null;
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

    private static void unknown(RoutingContext request) {
        if (Tenants.isApi(request.normalizedPath())) {
            answer(request, Problem.notFound());
        } else {
            request.next();
        }
    }

    private static void answer(RoutingContext request, Problem problem) {
        request.response()
                .setStatusCode(problem.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .end(problem.toJson().encode());
    }
}
