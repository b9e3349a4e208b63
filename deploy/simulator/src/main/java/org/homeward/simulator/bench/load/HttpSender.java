package org.homeward.simulator.bench.load;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.net.URI;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/// Posts over a pool of kept-alive connections.
public final class HttpSender implements Sender {
    private static final int CONNECTIONS = 240;
    private static final long TIMEOUT_MILLIS = 15_000;

    /// Where and what is posted.
    ///
    /// @param tokens one per device; empty where none is needed
    public record Route(
            URI target, String type, List<String> tokens, Function<Post, Buffer> body) {}

    private final HttpClient client;
    private final Route route;

    public HttpSender(Vertx vertx, Route route) {
        this.route = route;
        this.client =
                vertx.createHttpClient(
                        new HttpClientOptions()
                                .setMaxPoolSize(CONNECTIONS)
                                .setKeepAlive(true)
                                .setTcpNoDelay(true));
    }

    @Override
    public void send(Post post, Consumer<Boolean> done) {
        RequestOptions options =
                new RequestOptions()
                        .setMethod(HttpMethod.POST)
                        .setHost(route.target().getHost())
                        .setPort(route.target().getPort())
                        .setURI(route.target().getPath())
                        .setTimeout(TIMEOUT_MILLIS)
                        .putHeader("Content-Type", route.type());
        if (!route.tokens().isEmpty()) {
            int device = (int) (post.number() % route.tokens().size());
            options.putHeader("Authorization", "Bearer " + route.tokens().get(device));
        }
        client.request(options)
                .compose(request -> request.send(route.body().apply(post)))
                .compose(answer -> answer.body().map(_ -> answer.statusCode() / 100 == 2))
                .onComplete(result -> done.accept(result.succeeded() && result.result()));
    }

    @Override
    public int devices() {
        return route.tokens().isEmpty() ? Integer.MAX_VALUE : route.tokens().size();
    }

    @Override
    public void close() {
        client.close();
    }
}
