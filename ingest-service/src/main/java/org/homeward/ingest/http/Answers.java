package org.homeward.ingest.http;

import io.vertx.ext.web.RoutingContext;
import org.homeward.kit.problem.Problem;

/// How an edge words its refusals.
public interface Answers {
    void refuse(RoutingContext ctx, Problem problem);

    /// Problem details, for our own JSON.
    Answers PROBLEM =
            (ctx, problem) -> {
                if (!ctx.response().ended()) {
                    ctx.response()
                            .setStatusCode(problem.status())
                            .putHeader("Content-Type", Problem.MEDIA_TYPE)
                            .end(problem.toJson().toBuffer());
                }
            };
}
