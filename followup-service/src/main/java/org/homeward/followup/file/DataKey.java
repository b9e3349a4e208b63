package org.homeward.followup.file;

/// One patient's data key, in clear for as long as a request lasts.
public interface DataKey {
    /// The key as it is stored.
    byte[] wrapped();

    /// Encrypts a column's text; the same text gives other bytes each time.
    byte[] seal(String column, String text);

    /// Decrypts a column.
    ///
    /// @throws IllegalStateException if the bytes were sealed for another column or patient, or
    ///   changed
    String open(String column, byte[] sealed);
}
