package org.homeward.ingest.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.zip.GZIPInputStream;

/// Reads a body up to a limit and not a byte further into memory. What is too large is handed over
/// by its beginning and then drained without being kept, so that the sender sees the answer; what
/// will not end is cut off.
final class BodyReader {
    private static final long MOST_DRAINED = 16L * 1024 * 1024;

    private final HttpServerRequest request;
    private final int limit;
    private final Room room;
    private Buffer body = Buffer.buffer();
    private long seen;
    private boolean refused;

    private BodyReader(HttpServerRequest request, int limit, Room room) {
        this.request = request;
        this.limit = limit;
        this.room = room;
    }

    /// Where bodies are held.
    ///
    /// @param takes whether there is room for so many bytes more
    /// @param full called once, when there is none
    record Room(IntPredicate takes, Runnable full) {
        /// For what is small or not kept.
        static final Room FREE = new Room(_ -> true, () -> {});
    }

    static void read(
            HttpServerRequest request,
            int limit,
            Consumer<byte[]> done,
            Consumer<byte[]> tooLarge) {
        read(request, limit, Room.FREE, done, tooLarge);
    }

    static void read(
            HttpServerRequest request,
            int limit,
            Room room,
            Consumer<byte[]> done,
            Consumer<byte[]> tooLarge) {
        new BodyReader(request, limit, room).start(done, tooLarge);
    }

    private void start(Consumer<byte[]> done, Consumer<byte[]> tooLarge) {
        request.handler(chunk -> take(chunk, tooLarge));
        request.endHandler(
                _ -> {
                    if (!refused) {
                        byte[] all = body.getBytes();
                        body = Buffer.buffer();
                        done.accept(all);
                    }
                });
        request.resume();
    }

    private void take(Buffer chunk, Consumer<byte[]> tooLarge) {
        seen += chunk.length();
        if (seen > MOST_DRAINED) {
            request.connection().close();
        } else if (!refused && seen > limit) {
            refused = true;
            byte[] start = body.appendBuffer(chunk.slice(0, limit - body.length())).getBytes();
            body = Buffer.buffer();
            tooLarge.accept(start);
        } else if (!refused && !room.takes().test(chunk.length())) {
            refused = true;
            body = Buffer.buffer();
            room.full().run();
        } else if (!refused) {
            body.appendBuffer(chunk);
        }
    }

    /// The content of a gzip body.
    ///
    /// @return null if it is larger than the limit
    /// @throws IOException if it is not gzip
    static byte @org.jspecify.annotations.Nullable [] inflate(byte[] body, int limit)
            throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            byte[] out = in.readNBytes(limit + 1);
            return out.length > limit ? null : out;
        }
    }
}
