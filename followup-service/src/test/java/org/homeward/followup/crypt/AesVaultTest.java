package org.homeward.followup.crypt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.patient.PatientId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AesVaultTest {
    private static final PatientId ANNA = new PatientId(new UUID(1, 1));
    private static final PatientId BRUNO = new PatientId(new UUID(1, 2));

    private final AesVault vault = new AesVault(MasterKey.of(key(1)));

    private static byte[] key(int seed) {
        byte[] key = new byte[32];
        java.util.Arrays.fill(key, (byte) seed);
        return key;
    }

    @Test
    void whatIsSealedOpensWithTheStoredKey() {
        DataKey key = vault.newKey(ANNA);
        byte[] sealed = key.seal("family", "Noël");
        assertThat(vault.unwrap(ANNA, key.wrapped()).open("family", sealed)).isEqualTo("Noël");
    }

    @Test
    void theSameTextNeverGivesTheSameBytes() {
        DataKey key = vault.newKey(ANNA);
        assertThat(key.seal("family", "Noël")).isNotEqualTo(key.seal("family", "Noël"));
    }

    @Test
    void sealedBytesDoNotHoldTheText() {
        byte[] sealed = vault.newKey(ANNA).seal("family", "MARTINEAU");
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("MARTINEAU");
    }

    @Test
    void aColumnMovedToAnotherColumnDoesNotOpen() {
        DataKey key = vault.newKey(ANNA);
        byte[] sealed = key.seal("family", "Noël");
        assertThatThrownBy(() -> key.open("phone", sealed))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aKeyMovedToAnotherPatientDoesNotUnwrap() {
        byte[] wrapped = vault.newKey(ANNA).wrapped();
        assertThatThrownBy(() -> vault.unwrap(BRUNO, wrapped))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void anAlteredByteDoesNotOpen() {
        DataKey key = vault.newKey(ANNA);
        byte[] sealed = key.seal("family", "Noël");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> key.open("family", sealed))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageNotContaining("Noël");
    }

    @Test
    void anotherMasterKeyOpensNothingAndFindsNothing() {
        AesVault other = new AesVault(MasterKey.of(key(2)));
        byte[] wrapped = vault.newKey(ANNA).wrapped();
        assertThatThrownBy(() -> other.unwrap(ANNA, wrapped))
                .isInstanceOf(IllegalStateException.class);
        assertThat(other.blind("family", "noel")).isNotEqualTo(vault.blind("family", "noel"));
    }

    @Test
    void equalValuesOfDifferentKindsHaveDifferentIndexes() {
        assertThat(vault.blind("family", "noel")).isEqualTo(vault.blind("family", "noel"));
        assertThat(vault.blind("family", "noel")).isNotEqualTo(vault.blind("identifier", "noel"));
    }

    @Test
    void rawBase64AndHexadecimalFilesGiveTheSameKey(@TempDir Path folder) throws IOException {
        Path raw = Files.write(folder.resolve("raw"), key(1));
        Path base64 =
                Files.writeString(
                        folder.resolve("b64"), Base64.getEncoder().encodeToString(key(1)) + "\n");
        Path hex = Files.writeString(folder.resolve("hex"), HexFormat.of().formatHex(key(1)));
        for (Path file : new Path[] {raw, base64, hex}) {
            AesVault read = new AesVault(MasterKey.read(Optional.of(file.toString())));
            assertThat(read.blind("x", "y")).isEqualTo(vault.blind("x", "y"));
        }
    }

    @Test
    void aMissingFileOrAKeyOfAnotherLengthStopsTheStart(@TempDir Path folder) throws IOException {
        Path shortKey = Files.write(folder.resolve("short"), new byte[16]);
        assertThatThrownBy(() -> MasterKey.read(Optional.empty()))
                .hasMessageContaining("master-key-file");
        assertThatThrownBy(() -> MasterKey.read(Optional.of(folder.resolve("none").toString())))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> MasterKey.read(Optional.of(shortKey.toString())))
                .hasMessageContaining("32 bytes");
    }
}
