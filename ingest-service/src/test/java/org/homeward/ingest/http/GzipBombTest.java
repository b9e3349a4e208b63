package org.homeward.ingest.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
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

    private static byte[] inflated(byte[] body) {
        try {
            return BodyReader.inflate(body, MOST_BYTES);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
