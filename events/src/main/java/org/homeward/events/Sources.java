package org.homeward.events;

import com.google.protobuf.ByteString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.homeward.events.v1.TelemetryReceived;

/// The source bytes of a request in its event. They are written with every request, sent to every
/// reader of the topic and hardly ever read: those of a Bundle shrink to a thirtieth, those of a
/// single reading are not worth it.
public final class Sources {
    private static final String GZIP = "gzip";
    private static final int WORTH_IT = 2_048;

    private Sources() {}

    /// Puts the bytes into the event, smaller where that pays.
    public static void put(TelemetryReceived.Builder event, byte[] source) {
        if (source.length < WORTH_IT) {
            event.setSource(ByteString.copyFrom(source));
        } else {
            event.setSource(zipped(source)).setSourceEncoding(GZIP);
        }
    }

    /// The bytes as they were sent.
    ///
    /// @throws IllegalArgumentException if they are written in a way that is not known here
    public static byte[] of(TelemetryReceived event) {
        return switch (event.getSourceEncoding()) {
            case "" -> event.getSource().toByteArray();
            case GZIP -> unzipped(event.getSource());
            default ->
                    throw new IllegalArgumentException(
                            "a source encoded as " + event.getSourceEncoding());
        };
    }

    private static ByteString zipped(byte[] source) {
        ByteString.Output out = ByteString.newOutput(source.length / 16);
        try (GZIPOutputStream zip = new FastGzip(out)) {
            zip.write(source);
        } catch (IOException e) {
            throw new UncheckedIOException("memory does not fail", e);
        }
        return out.toByteString();
    }

    private static byte[] unzipped(ByteString zipped) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPInputStream in = new GZIPInputStream(zipped.newInput())) {
            in.transferTo(out);
        } catch (IOException e) {
            throw new IllegalArgumentException("a source that is no gzip", e);
        }
        return out.toByteArray();
    }

    /// Structured text repeats itself so much that the first level finds nearly all of it.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(ByteString.Output out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
