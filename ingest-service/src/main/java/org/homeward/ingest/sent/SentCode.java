package org.homeward.ingest.sent;

/// A code as sent.
///
/// @param system the coding system's URI; empty means LOINC
public record SentCode(String system, String value) {
    public static SentCode loinc(String value) {
        return new SentCode("", value);
    }
}
