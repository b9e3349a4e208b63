package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.homeward.ingest.CpuTime;
import org.junit.jupiter.api.Test;

class GzipBombTest {
    private static final int MOST_BYTES = 1_048_576;

    @Test
    void isUnpackedUpToTheLimitAndNoFurther() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        byte[] body = bomb.toByteArray();
        assertThat(CpuTime.millis(_ -> body, b -> assertThat(inflated(b)).isNull()))
                .isLessThan(CpuTime.MOST_MILLIS);
    }

    @Test
    void thousandsOfEmptyMembersCostLittleAndAreNotUnpacked() throws IOException {
        byte[] empty = packed("");
        byte[] body = new byte[MOST_BYTES];
        for (int i = 0; i + empty.length <= body.length; i += empty.length) {
            System.arraycopy(empty, 0, body, i, empty.length);
        }
        assertThat(CpuTime.millis(_ -> body, GzipBombTest::isRefused))
                .isLessThan(CpuTime.MOST_MILLIS);
    }

    @Test
    void whatIsWholeIsUnpackedAndWhatIsNotIsRefused() throws IOException {
        String text = "readings ".repeat(2000);
        byte[] body = packed(text);
        assertThat(inflated(body)).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
        assertThat(inflated(packed(""))).isEmpty();
        for (int length : new int[] {0, 5, 12, body.length / 2, body.length - 1}) {
            isRefused(Arrays.copyOf(body, length));
        }
        isRefused(Arrays.copyOf(body, body.length + 1));
        for (int at : new int[] {0, body.length - 1, body.length - 5}) {
            byte[] damaged = body.clone();
            damaged[at] ^= 1;
            isRefused(damaged);
        }
    }

    private static void isRefused(byte[] body) {
        assertThatThrownBy(() -> BodyReader.inflate(body, MOST_BYTES))
                .isInstanceOf(IOException.class);
    }

    private static byte[] packed(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] inflated(byte[] body) {
        try {
            return BodyReader.inflate(body, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
