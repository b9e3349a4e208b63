package org.homeward.gateway.live;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.homeward.gateway.RealGateway;

/// A client of the live feed that notes what it gets.
final class FeedClient implements AutoCloseable {
    record Message(String id, String event, String data) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Message> messages = new CopyOnWriteArrayList<>();
    private final Stream<String> lines;
    private final Thread reader;
    private volatile boolean ended;

    FeedClient(URI gateway, String user, String lastEventId)
            throws IOException, InterruptedException {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway.resolve("/api/v1/feed"))
                        .header("Authorization", "Bearer " + RealGateway.token(user))
                        .header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        HttpResponse<Stream<String>> response =
                http.send(request.build(), HttpResponse.BodyHandlers.ofLines());
        if (response.statusCode() != 200) {
            throw new IOException("the feed answered " + response.statusCode());
        }
        lines = response.body();
        reader = Thread.ofVirtual().start(this::read);
    }

    private void read() {
        String id = "";
        String event = "";
        String data = "";
        try {
            for (String line : (Iterable<String>) lines::iterator) {
                if (line.isEmpty()) {
                    if (!data.isEmpty()) {
                        messages.add(new Message(id, event, data));
                    }
                    event = "";
                    data = "";
                } else if (line.startsWith("id:")) {
                    id = line.substring(3).trim();
                } else if (line.startsWith("event:")) {
                    event = line.substring(6).trim();
                } else if (line.startsWith("data:")) {
                    data = line.substring(5).trim();
                }
            }
        } catch (RuntimeException e) {
            data = "";
        }
        ended = true;
    }

    boolean isEnded() {
        return ended;
    }

    List<Message> messages() {
        return messages;
    }

    List<String> data(String event) {
        return messages.stream().filter(m -> m.event().equals(event)).map(Message::data).toList();
    }

    boolean has(String id) {
        return messages.stream().anyMatch(m -> m.data().contains(id));
    }

    String lastId() {
        return messages.getLast().id();
    }

    @Override
    public void close() {
        http.shutdownNow();
        reader.interrupt();
    }
}
