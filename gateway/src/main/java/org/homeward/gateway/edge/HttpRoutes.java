package org.homeward.gateway.edge;

import io.quarkus.arc.All;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.homeward.kit.problem.Problem;
import org.jspecify.annotations.Nullable;

/// What is settled on a request's line and headers alone: paths that two parts could read
/// differently, bodies that are too large, and the dashboard's own paths, which are all its one
/// page.
@ApplicationScoped
public class HttpRoutes {
    private static final int FIRST = 10_000;
    static final int MAX_BODY = 256 * 1024;
    private static final Pattern AMBIGUOUS =
            Pattern.compile(";|//|\\\\|/\\.{1,2}(/|$)|%2f|%5c|%00|%2e|%3b|%25");
    private static final List<String> SERVED =
            List.of("/api", "/fhir", "/q", "/login", "/logout", "/assets");

    private final List<ProblemForm> forms;

    @Inject
    HttpRoutes(@All List<ProblemForm> forms) {
        this.forms = forms;
    }

    void filters(@Observes Filters filters) {
        filters.register(this::check, FIRST);
    }

    void routes(@Observes Router router) {
        router.route(HttpMethod.GET, "/*").order(-1).handler(HttpRoutes::dashboard);
        router.route().order(Integer.MAX_VALUE).handler(this::unknown);
    }

    private void check(RoutingContext request) {
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
            return WholeBody.tooLarge();
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

    private void unknown(RoutingContext request) {
        if (Tenants.isApi(request.normalizedPath())) {
            answer(request, Problem.notFound());
        } else {
            request.next();
        }
    }

    private void answer(RoutingContext request, Problem problem) {
        String path = String.valueOf(request.request().path());
        Optional<ProblemForm> form = forms.stream().filter(f -> f.covers(path)).findFirst();
        request.response()
                .setStatusCode(problem.status())
                .putHeader(
                        HttpHeaders.CONTENT_TYPE,
                        form.map(ProblemForm::mediaType).orElse(Problem.MEDIA_TYPE))
                .end(form.map(f -> f.encode(problem)).orElseGet(() -> problem.toJson().encode()));
    }
}
