package org.homeward.ingest.http;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/// Reads a body up to a limit and not a byte further into memory. What is too large is handed over
/// by its beginning and then drained without being kept, so that the sender sees the answer; what
/// will not end is cut off.
final class BodyReader {
    private static final long MOST_DRAINED = 16L * 1024 * 1024;
    private static final int PART = 8 * 1024;

    /// The bytes after a gzip member's content: its checksum and its length.
    private static final int TRAILER = 8;

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

    /// The content of a gzip body of one member: thousands of empty ones would cost much and say
    /// nothing.
    ///
    /// @return null if it is larger than the limit
    /// @throws IOException if it is not gzip
    static byte @Nullable [] inflate(byte[] body, int limit) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(body);
        // Takes the header alone.
        new GZIPInputStream(in, 1).close();
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(body, body.length - in.available(), in.available());
            byte[] content = inflated(inflater, limit);
            if (content.length > limit) {
                return null;
            }
            check(content, ByteBuffer.wrap(body), inflater.getRemaining());
            return content;
        } catch (DataFormatException e) {
            throw new IOException(e);
        } finally {
            inflater.end();
        }
    }

    private static byte[] inflated(Inflater inflater, int limit)
            throws DataFormatException, IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] part = new byte[PART];
        while (!inflater.finished() && out.size() <= limit) {
            int length = inflater.inflate(part);
            if (length == 0 && !inflater.finished()) {
                throw new IOException("cut off");
            }
            out.write(part, 0, length);
        }
        return out.toByteArray();
    }

    private static void check(byte[] content, ByteBuffer body, int rest) throws IOException {
        if (rest != TRAILER) {
            throw new IOException("not one member");
        }
        CRC32 sum = new CRC32();
        sum.update(content);
        body.order(ByteOrder.LITTLE_ENDIAN).position(body.limit() - TRAILER);
        if (body.getInt() != (int) sum.getValue() || body.getInt() != content.length) {
            throw new IOException("damaged");
        }
    }
}
