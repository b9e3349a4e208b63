package org.homeward.alert.rule;

/// Confirmation by `n` of the last `of` samples.
public record Confirm(int n, int of) {
    /// More samples than this are not remembered.
    public static final int MOST = 24;

    public Confirm {
        if (n < 1 || of < n || of > MOST) {
            throw new IllegalArgumentException(
                    "confirmation needs 1 <= n <= of <= " + MOST + ": " + n + " of " + of);
        }
    }
}
