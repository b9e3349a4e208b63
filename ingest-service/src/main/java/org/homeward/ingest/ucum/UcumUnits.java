package org.homeward.ingest.ucum;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.fhir.ucum.Decimal;
import org.fhir.ucum.UcumEssenceService;
import org.fhir.ucum.UcumException;
import org.homeward.ingest.unit.Conversion;
import org.homeward.ingest.unit.Temperature;
import org.homeward.ingest.unit.Units;

/// [Units] by UCUM. A conversion is found by converting two points (UCUM has no curved ones among
/// the units of the table of codes). It costs milliseconds, more the more terms there are: only
/// what is built as simply as the units of measurements are is converted. Pairs are cached, wrong
/// ones too, in a bounded cache, since devices choose the texts.
@ApplicationScoped
public class UcumUnits implements Units {
    private static final int LONGEST = 32;
    private static final int PAIRS = 1000;
    private static final String FAR = "1000000";

    /// A power of ten, a number, or a unit with an exponent up to 3; and words in braces.
    private static final String TERM =
            "(?:10[*^][+-]?\\d{0,2}|\\d{1,6}|(?:[^./(){}\\[\\]0-9+-]|\\[[^\\]]*\\])+[+-]?[1-3]?)?"
                    + "(?:\\{[^}]*\\})?";

    private static final Pattern SIMPLE = Pattern.compile("/?" + TERM + "(?:[./]" + TERM + ")?");

    /// UCUM sees amount and mass of glucose as different things; the table of codes accepts both.
    private static final Pair GLUCOSE = new Pair("mmol/L", "mg/dL");

    private record Pair(String from, String to) {}

    private final UcumEssenceService ucum;
    private final Cache<Pair, Optional<Conversion>> conversions =
            Caffeine.newBuilder().maximumSize(PAIRS).build();

    UcumUnits() {
        try (InputStream table =
                UcumEssenceService.class.getResourceAsStream("/ucum-essence.xml")) {
            ucum = new UcumEssenceService(Objects.requireNonNull(table, "ucum-essence.xml"));
        } catch (java.io.IOException | UcumException e) {
            throw new IllegalStateException("the table of UCUM cannot be read", e);
        }
    }

    @Override
    public Optional<Conversion> between(String from, String to) {
        if (from.equals(to)) {
            return Optional.of(Conversion.IDENTITY);
        }
        if (from.isEmpty() || from.length() > LONGEST) {
            return Optional.empty();
        }
        return Objects.requireNonNull(conversions.get(new Pair(from, to), this::find));
    }

    @Override
    public boolean isUnit(String unit) {
        return !unit.isEmpty() && unit.length() <= LONGEST && validate(unit);
    }

    private boolean validate(String unit) {
        try {
            return ucum.validate(unit) == null;
        } catch (RuntimeException e) {
            return false;
        }
    }

    private Optional<Conversion> find(Pair pair) {
        if (pair.equals(GLUCOSE)) {
            return Optional.of(Conversion.GLUCOSE);
        }
        Optional<Temperature> from = Temperature.of(pair.from());
        if (from.isPresent()) {
            return Temperature.of(pair.to()).map(to -> from.get().to(to));
        }
        if (!SIMPLE.matcher(pair.from()).matches()) {
            return Optional.empty();
        }
        try {
            if (!ucum.isComparable(pair.from(), pair.to())) {
                return Optional.empty();
            }
            return Optional.of(linear(pair));
        } catch (UcumException | RuntimeException e) {
            return Optional.empty();
        }
    }

    private Conversion linear(Pair pair) throws UcumException {
        BigDecimal zero = convert("0", pair);
        BigDecimal far = convert(FAR, pair);
        BigDecimal span = new BigDecimal(FAR);
        BigDecimal factor = far.subtract(zero).divide(span, 18, java.math.RoundingMode.HALF_UP);
        return factor.compareTo(BigDecimal.ONE) == 0 && zero.signum() == 0
                ? Conversion.IDENTITY
                : Conversion.linear(factor.stripTrailingZeros(), zero.stripTrailingZeros());
    }

    private BigDecimal convert(String value, Pair pair) throws UcumException {
        Decimal out = ucum.convert(new Decimal(value, 24), pair.from(), pair.to());
        return new BigDecimal(out.asDecimal());
    }
}
