package org.homeward.gateway.edge;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import java.util.concurrent.CompletableFuture;
import org.homeward.kit.problem.Problem;

/// A change's body, read while it arrives and before anything is asked of anybody. The platform
/// reads it later, when none comes any more out of a connection that has closed meanwhile.
final class WholeBody {
    private static final String EXPECTED = "100-continue";

    private WholeBody() {}

    /// Begins to read.
    ///
    /// @param most bytes; for more it fails with 413
    static CompletableFuture<byte[]> read(HttpServerRequest request, long most) {
        CompletableFuture<byte[]> whole = new CompletableFuture<>();
        Buffer sofar = Buffer.buffer();
        request.exceptionHandler(e -> whole.completeExceptionally(incomplete()));
        request.handler(
                part -> {
                    if (sofar.length() + part.length() > most) {
                        whole.completeExceptionally(Problem.tooLarge());
                    } else {
                        sofar.appendBuffer(part);
                    }
                });
        request.endHandler(end -> whole.complete(sofar.getBytes()));
        if (EXPECTED.equalsIgnoreCase(request.getHeader(HttpHeaders.EXPECT))) {
            request.response().writeContinue();
        }
        request.resume();
        return whole;
    }

    /// Nobody is there to read it.
    private static Problem incomplete() {
        return new Problem(400, "INCOMPLETE_BODY", "The body did not arrive in full.");
    }
}
