package org.homeward.followup.crypt;

import java.nio.charset.StandardCharsets;
import javax.crypto.SecretKey;
import org.homeward.followup.file.DataKey;
import org.homeward.followup.patient.PatientId;

/// A patient's data key. Each value is bound to its patient and column, so that a row's bytes moved
/// elsewhere do not open.
final class AesDataKey implements DataKey {
    private final PatientId patient;
    private final SecretKey key;
    private final byte[] wrapped;

    AesDataKey(PatientId patient, SecretKey key, byte[] wrapped) {
        this.patient = patient;
        this.key = key;
        this.wrapped = wrapped.clone();
    }

    @Override
    public byte[] wrapped() {
        return wrapped.clone();
    }

    @Override
    public byte[] seal(String column, String text) {
        return Primitives.seal(key, text.getBytes(StandardCharsets.UTF_8), context(column));
    }

    @Override
    public String open(String column, byte[] sealed) {
        return new String(Primitives.open(key, sealed, context(column)), StandardCharsets.UTF_8);
    }

    private byte[] context(String column) {
        return (patient + "/" + column).getBytes(StandardCharsets.UTF_8);
    }
}
