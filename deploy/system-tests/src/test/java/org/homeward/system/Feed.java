package org.homeward.system;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/// A live feed, listened to as one of the demo users.
final class Feed implements AutoCloseable {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final CompletableFuture<HttpResponse<Stream<String>>> response;

    private Feed(CompletableFuture<HttpResponse<Stream<String>>> response) {
        this.response = response;
    }

    static Feed open(TheStack stack, String user) {
        HttpRequest request =
                HttpRequest.newBuilder(stack.place().gateway().resolve("/api/v1/feed"))
                        .header("Accept", "text/event-stream")
                        .header("Authorization", "Bearer " + stack.gateway().login().token(user))
                        .build();
        Feed feed =
                new Feed(
                        stack.http()
                                .client()
                                .sendAsync(request, HttpResponse.BodyHandlers.ofLines()));
        HttpResponse<Stream<String>> answer = feed.response.join();
        if (answer.statusCode() != 200) {
            throw new AssertionError("the feed answered " + answer.statusCode());
        }
        Thread.ofVirtual().start(() -> feed.listen(answer));
        return feed;
    }

    private void listen(HttpResponse<Stream<String>> answer) {
        try (Stream<String> body = answer.body()) {
            body.forEach(lines::add);
        } catch (RuntimeException e) {
            lines.add(": closed");
        }
    }

    /// The data lines that contain all the words.
    List<String> data(String... words) {
        return lines.stream()
                .filter(line -> line.startsWith("data:"))
                .filter(line -> Stream.of(words).allMatch(line::contains))
                .toList();
    }

    @Override
    public void close() {
        if (response.isDone()) {
            response.join().body().close();
        }
    }
}
