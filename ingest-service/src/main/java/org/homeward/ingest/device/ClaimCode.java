package org.homeward.ingest.device;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A secret that people can read off a label and type: fifteen symbols (74 bits) and a check symbol
/// in four groups. Its 31 symbols leave out those that look like another (0, 1, I, L, O). Since 31
/// is prime and each place has a weight of its own, the check symbol finds every single wrong
/// symbol and every two that changed places.
public final class ClaimCode {
    /// How many random symbols a code takes.
    public static final int RANDOM = 15;

    /// From how many symbols each is chosen.
    public static final int SYMBOLS = 31;

    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";
    private static final int LENGTH = RANDOM + 1;
    private static final int GROUP = 4;
    private static final int LONGEST = 64;

    private final String symbols;

    private ClaimCode(String symbols) {
        this.symbols = symbols;
    }

    /// A new code.
    ///
    /// @param random [#RANDOM] numbers below [#SYMBOLS] of a secure source
    public static ClaimCode of(int[] random) {
        if (random.length != RANDOM) {
            throw new IllegalArgumentException("a code has " + RANDOM + " random symbols");
        }
        StringBuilder text = new StringBuilder(LENGTH);
        for (int n : random) {
            text.append(ALPHABET.charAt(n));
        }
        return new ClaimCode(text.append(check(text)).toString());
    }

    /// What somebody typed, in either case, with any spaces and hyphens; empty if it is no code.
    public static Optional<ClaimCode> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = typed.replaceAll("[ -]", "").toUpperCase(Locale.ROOT);
        boolean known = plain.chars().allMatch(c -> ALPHABET.indexOf(c) >= 0);
        return known
                        && plain.length() == LENGTH
                        && check(plain.substring(0, RANDOM)) == plain.charAt(RANDOM)
                ? Optional.of(new ClaimCode(plain))
                : Optional.empty();
    }

    /// The symbol that makes the sum of all, each times its place from the end, a multiple of 31.
    private static char check(CharSequence symbols) {
        int sum = 0;
        for (int i = 0; i < RANDOM; i++) {
            sum += (LENGTH - i) * ALPHABET.indexOf(symbols.charAt(i));
        }
        return ALPHABET.charAt(Math.floorMod(-sum, SYMBOLS));
    }

    /// As it stands on the label.
    public String text() {
        return symbols.replaceAll("(.{" + GROUP + "})(?=.)", "$1-");
    }

    /// What is hashed.
    public byte[] bytes() {
        return symbols.getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public String toString() {
        return "ClaimCode[hidden]";
    }
}
