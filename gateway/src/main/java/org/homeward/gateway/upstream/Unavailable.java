package org.homeward.gateway.upstream;

import io.quarkus.logging.Log;
import io.smallrye.mutiny.TimeoutException;
import io.vertx.core.http.HttpClosedException;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import org.homeward.kit.problem.Problem;
import org.homeward.kit.problem.ProblemMappers;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// A service or database that does not answer: 503, never a hanging request.
public class Unavailable {
    public static Problem problem() {
        return new Problem(
                503, "SERVICE_UNAVAILABLE", "A part of the platform does not answer; try again.");
    }

    @ServerExceptionMapper
    public Response processing(ProcessingException e) {
        return e.getCause() instanceof Problem problem
                ? ProblemMappers.response(problem)
                : unavailable(e);
    }

    @ServerExceptionMapper({
        TimeoutException.class,
        java.util.concurrent.TimeoutException.class,
        IOException.class,
        HttpClosedException.class
    })
    public Response unanswered(Exception e) {
        return unavailable(e);
    }

    private static Response unavailable(Exception e) {
        Log.warnf("a service does not answer: %s", e.getClass().getSimpleName());
        return ProblemMappers.response(problem());
    }
}
