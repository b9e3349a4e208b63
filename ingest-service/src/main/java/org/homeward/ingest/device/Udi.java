package org.homeward.ingest.device;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A Unique Device Identifier: the text that a device's label carries, and its parts. The device
/// identifier (DI) is the model's, the production identifier the single device's. GS1's carriers
/// are read in either form (GS1 General Specifications, section 3: application identifiers 01, 10,
/// 11, 17 and 21); those of HIBCC and ICCBBA are kept as they are.
///
/// @param carrier as it was read off the label
/// @param di the model's number; null where the issuer's form is not read
public record Udi(
        String carrier,
        Issuer issuer,
        @Nullable String di,
        @Nullable String lot,
        @Nullable String serial,
        @Nullable LocalDate made,
        @Nullable LocalDate expires) {

    /// Who gave the number.
    public enum Issuer {
        GS1,
        HIBCC,
        ICCBBA
    }

    private static final int LONGEST = 200;
    private static final Pattern TEXT = Pattern.compile("[\\x20-\\x7e\\x1d]+");

    /// An application identifier and its value, in brackets or in the symbol's own form, where a
    /// value of no fixed length ends at a group separator.
    private static final Pattern FIXED =
            Pattern.compile("\\(?(01)\\)?(\\d{14})|\\(?(11|17)\\)?(\\d{6})");

    private static final Pattern OPEN = Pattern.compile("\\(?(10|21)\\)?([^()\\x1d]{1,20})\\x1d?");

    /// Reads a carrier's text; empty if it is none.
    public static Optional<Udi> read(String carrier) {
        if (carrier.length() > LONGEST || !TEXT.matcher(carrier).matches()) {
            return Optional.empty();
        }
        return switch (carrier.charAt(0)) {
            case '+' -> Optional.of(whole(carrier, Issuer.HIBCC));
            case '=', '&' -> Optional.of(whole(carrier, Issuer.ICCBBA));
            default -> gs1(carrier);
        };
    }

    private static Udi whole(String carrier, Issuer issuer) {
        return new Udi(carrier, issuer, null, null, null, null, null);
    }

    private static Optional<Udi> gs1(String carrier) {
        Map<String, String> parts = new HashMap<>();
        Matcher fixed = FIXED.matcher(carrier);
        Matcher open = OPEN.matcher(carrier);
        int at = 0;
        while (at < carrier.length()) {
            if (fixed.region(at, carrier.length()).lookingAt()) {
                boolean di = fixed.group(1) != null;
                parts.put(fixed.group(di ? 1 : 3), fixed.group(di ? 2 : 4));
                at = fixed.end();
            } else if (open.region(at, carrier.length()).lookingAt()) {
                parts.put(open.group(1), open.group(2));
                at = open.end();
            } else {
                return Optional.empty();
            }
        }
        return gs1(carrier, parts);
    }

    private static Optional<Udi> gs1(String carrier, Map<String, String> parts) {
        String di = parts.get("01");
        if (di == null || !isChecked(di)) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Udi(
                            carrier,
                            Issuer.GS1,
                            di,
                            parts.get("10"),
                            parts.get("21"),
                            date(parts.get("11")),
                            date(parts.get("17"))));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /// Day 00 is the month's last. The years are those of this century: no older label has a UDI.
    private static @Nullable LocalDate date(@Nullable String digits) {
        if (digits == null) {
            return null;
        }
        int day = Integer.parseInt(digits.substring(4));
        LocalDate month =
                LocalDate.of(
                        2000 + Integer.parseInt(digits.substring(0, 2)),
                        Integer.parseInt(digits.substring(2, 4)),
                        1);
        return month.withDayOfMonth(day == 0 ? month.lengthOfMonth() : day);
    }

    /// The last digit makes the sum, every second digit three times, a multiple of ten.
    private static boolean isChecked(String di) {
        int sum = 0;
        for (int i = 0; i < di.length(); i++) {
            sum += (di.charAt(i) - '0') * (i % 2 == 0 ? 3 : 1);
        }
        return sum % 10 == 0;
    }
}
