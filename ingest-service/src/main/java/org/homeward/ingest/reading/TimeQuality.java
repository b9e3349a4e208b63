package org.homeward.ingest.reading;

/// How far the measured time can be trusted.
public enum TimeQuality {
    EXACT("exact"),
    SUSPECT("suspect"),
    DATE_ONLY("date-only"),
    UNKNOWN("unknown");

    private final String word;

    TimeQuality(String word) {
        this.word = word;
    }

    public String word() {
        return word;
    }
}
