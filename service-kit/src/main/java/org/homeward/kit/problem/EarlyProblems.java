package org.homeward.kit.problem;

import io.quarkus.arc.All;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/// Refuses a request on its line and headers alone, before a resource is found and its mappers
/// apply, in the form that is spoken below its path.
@ApplicationScoped
public class EarlyProblems {
    private final List<ProblemForm> forms;

    @Inject
    EarlyProblems(@All List<ProblemForm> forms) {
        this.forms = forms;
    }

    public void answer(RoutingContext request, Problem problem) {
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
