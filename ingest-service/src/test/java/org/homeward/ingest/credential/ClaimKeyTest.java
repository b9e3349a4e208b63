package org.homeward.ingest.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import org.homeward.ingest.Settings;
import org.homeward.ingest.device.ClaimCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClaimKeyTest {
    private static final ClaimCode CODE = ClaimCode.of(new int[ClaimCode.RANDOM]);

    @TempDir Path folder;

    private static ClaimKey of(Path file) {
        return new ClaimKey(Settings.of(Map.of("homeward.ingest.claim.key-file", file.toString())));
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(folder.resolve(name), content);
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void aKeyIsReadHoweverItIsWritten() throws IOException {
        byte[] key = new byte[32];
        key[3] = 5;
        var raw = of(file("raw", key)).hash(CODE);
        assertThat(raw).isPresent();
        assertThat(of(file("b64", Base64.getEncoder().encodeToString(key) + "\n")).hash(CODE))
                .isEqualTo(raw);
        assertThat(of(file("hex", HexFormat.of().formatHex(key))).hash(CODE)).isEqualTo(raw);
        assertThat(of(file("other", new byte[32])).hash(CODE)).isPresent().isNotEqualTo(raw);
    }

    @Test
    void withoutAKeyNoCodeIsKept() {
        assertThat(new ClaimKey(Settings.of(Map.of())).hash(CODE)).isEmpty();
    }

    @Test
    void aKeyThatCannotBeReadIsNoKey() throws IOException {
        for (Path bad :
                new Path[] {
                    folder.resolve("none"), file("short", new byte[31]), file("text", "no key")
                }) {
            assertThatThrownBy(() -> of(bad))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("claim.key-file");
        }
    }
}
