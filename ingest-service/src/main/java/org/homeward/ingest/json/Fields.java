package org.homeward.ingest.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import org.homeward.ingest.sent.SentTime;
import org.jspecify.annotations.Nullable;

/// Single fields of a reading, checked for type and size; faults name the path.
public final class Fields {
    private static final int LONGEST = 200;
    private static final int MOST_DIGITS = 15;

    /// With so many digits every double is told from every other.
    private static final int BINARY_DIGITS = 17;

    private static final MathContext CERTAIN = new MathContext(MOST_DIGITS);

    private Fields() {}

    /// A text that must be there.
    ///
    /// @throws Fault if it is missing, empty, too long or no text
    public static String text(JsonNode node, String name, String path) throws Fault {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            throw Fault.missing(path + name);
        }
        return text(value, path + name);
    }

    /// A text that may be there; empty if it is not.
    ///
    /// @throws Fault if it is there and is empty, too long or no text
    public static String optionalText(JsonNode node, String name) throws Fault {
        JsonNode value = node.get(name);
        return value == null || value.isNull() ? "" : text(value, name);
    }

    static String text(JsonNode value, String path) throws Fault {
        if (!value.isTextual()) {
            throw Fault.invalid(path, "is not a text");
        }
        String text = value.textValue();
        if (text.isBlank() || text.length() > LONGEST) {
            throw Fault.invalid(path, "is empty or too long");
        }
        return text;
    }

    /// A text of any content that is not too long.
    ///
    /// @throws Fault if it is too long or no text
    public static String anyText(JsonNode value, String path) throws Fault {
        if (!value.isTextual() || value.textValue().length() > LONGEST) {
            throw Fault.invalid(path, "is not a text or too long");
        }
        return value.textValue();
    }

    /// A decimal with the digits that were sent.
    ///
    /// @throws Fault if it is no number or has more digits than any instrument
    public static BigDecimal number(JsonNode value, String path) throws Fault {
        if (!value.isNumber()) {
            throw Fault.invalid(path, "is not a number");
        }
        return checked(value.decimalValue(), path);
    }

    /// A decimal of a format that others made, as [#foreign(BigDecimal, String)] has it.
    ///
    /// @throws Fault if it is no number or has more digits than any instrument
    public static BigDecimal foreign(JsonNode value, String path) throws Fault {
        if (!value.isNumber()) {
            throw Fault.invalid(path, "is not a number");
        }
        return foreign(value.decimalValue(), path);
    }

    /// A decimal of a format that others made. Where a program printed a binary number in full,
    /// such as 36.599999999999994, its last two digits are not the instrument's: it is rounded to
    /// what such a number can hold for certain.
    ///
    /// @throws Fault if it has more digits than a binary number
    public static BigDecimal foreign(BigDecimal number, String path) throws Fault {
        int digits = number.precision();
        boolean printed = digits > MOST_DIGITS && digits <= BINARY_DIGITS;
        return printed && (long) digits - number.scale() <= MOST_DIGITS
                ? checked(number.round(CERTAIN).stripTrailingZeros(), path)
                : checked(number, path);
    }

    private static BigDecimal checked(BigDecimal number, String path) throws Fault {
        if (Math.abs((long) number.scale()) > MOST_DIGITS || number.precision() > MOST_DIGITS) {
            throw Fault.invalid(path, "has too many digits");
        }
        return number;
    }

    /// An instant with its zone.
    ///
    /// @throws Fault if it is none or names no zone
    public static SentTime instant(String text, String path) throws Fault {
        try {
            SentTime quick = ZonedTime.read(text);
            if (quick != null) {
                return quick;
            }
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 0 || time.getYear() > 9999) {
                throw Fault.invalid(path, "is no year of this era");
            }
            return SentTime.exact(time.toInstant(), time.getOffset().getTotalSeconds() / 60);
        } catch (DateTimeException e) {
            throw Fault.invalid(path, "is not a time with a zone (RFC 3339)");
        }
    }

    /// A whole number that may be there.
    ///
    /// @throws Fault if it is there and no whole number within the bounds
    static @Nullable Long optionalWhole(JsonNode node, String name, long most) throws Fault {
        JsonNode value = node.get(name);
        if (value == null || value.isNull()) {
            return null;
        }
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw Fault.invalid(name, "is not a whole number");
        }
        long whole = value.longValue();
        if (whole < 0 || whole > most) {
            throw Fault.invalid(name, "is out of bounds");
        }
        return whole;
    }
}
