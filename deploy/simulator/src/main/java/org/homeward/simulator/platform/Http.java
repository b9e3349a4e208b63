package org.homeward.simulator.platform;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/// Requests that wait when they are asked to: 429 and 503 are answered by sending the same again
/// after `Retry-After`, and so is a refused connection, until the patience is at an end.
public final class Http {
    public static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final HttpClient client =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(Duration.ofSeconds(5))
                    .build();

    public HttpClient client() {
        return client;
    }

    /// Sends until the answer is neither 429 nor 503.
    ///
    /// @throws Unreachable if no answer came while the patience lasted
    public HttpResponse<String> send(HttpRequest request) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                HttpResponse<String> answer =
                        client.send(request, HttpResponse.BodyHandlers.ofString());
                Duration pause = retryAfter(answer).orElse(Duration.ZERO);
                if (pause.isZero() || System.nanoTime() + pause.toNanos() > deadline) {
                    return answer;
                }
                LockSupport.parkNanos(pause.toNanos());
            } catch (IOException e) {
                if (System.nanoTime() > deadline) {
                    throw new Unreachable(request.uri().getAuthority(), e);
                }
                LockSupport.parkNanos(Duration.ofSeconds(1).toNanos());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new Unreachable(request.uri().getAuthority(), e);
            }
        }
    }

    /// How long the other side asks to wait; empty if it did not ask.
    public static Optional<Duration> retryAfter(HttpResponse<?> answer) {
        if (answer.statusCode() != 429 && answer.statusCode() != 503) {
            return Optional.empty();
        }
        String seconds = answer.headers().firstValue("Retry-After").orElse("1");
        boolean number = seconds.matches("\\d{1,4}");
        return Optional.of(Duration.ofSeconds(number ? Math.max(1, Long.parseLong(seconds)) : 1));
    }

    /// Nobody answered.
    public static final class Unreachable extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Unreachable(String authority, Exception cause) {
            super(authority + " does not answer; is the stack up? (./homeward status)", cause);
        }
    }
}
