package org.homeward.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The one table of clinical codes, units, instrument limits and live-age limits. A code, unit or
/// limit written anywhere else is a defect. Source: codes.csv beside this class, reviewed against
/// LOINC, UCUM and IEEE 11073-10101.
public final class CodeTable {
    public static final String LOINC = "http://loinc.org";
    public static final String MDC = "urn:iso:std:iso:11073:10101";
    public static final String UCUM = "http://unitsofmeasure.org";

    private static final CodeTable STANDARD = read();

    private final List<Code> rows;
    private final Map<String, Code> byLoinc = new HashMap<>();
    private final Map<String, Code> byMdc = new HashMap<>();

    private CodeTable(List<Code> rows) {
        this.rows = rows;
        for (Code row : rows) {
            Stream.concat(Stream.of(row.loinc()), row.aliases().stream())
                    .filter(code -> !code.isEmpty())
                    .forEach(code -> byLoinc.put(code, row));
            row.mdc().forEach(code -> byMdc.put(code.toString(), row));
        }
    }

    public static CodeTable standard() {
        return STANDARD;
    }

    public Collection<Code> rows() {
        return rows;
    }

    /// The row of a LOINC code or of one of its aliases.
    public Optional<Code> loinc(String code) {
        return Optional.ofNullable(byLoinc.get(code));
    }

    /// The row of a code in a coding system; an empty system means LOINC.
    public Optional<Code> find(String system, String code) {
        return switch (system) {
            case "", LOINC -> loinc(code);
            case MDC -> Optional.ofNullable(byMdc.get(code));
            default -> Optional.empty();
        };
    }

    /// The panel that a component belongs to.
    public Optional<Code> panelOf(String componentCode) {
        return rows.stream().filter(row -> row.components().contains(componentCode)).findFirst();
    }

    private static CodeTable read() {
        try (InputStream csv = CodeTable.class.getResourceAsStream("codes.csv")) {
            if (csv == null) {
                throw new IllegalStateException("codes.csv is missing from the contract's jar");
            }
            String text = new String(csv.readAllBytes(), StandardCharsets.UTF_8);
            return new CodeTable(text.lines().skip(1).map(CodeTable::row).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Code row(String line) {
        String[] f = line.split(",", -1);
        if (f.length != 13) {
            throw new IllegalStateException("codes.csv: 13 columns are needed: " + line);
        }
        return new Code(
                f[0],
                Code.Kind.valueOf(f[1].toUpperCase(Locale.ROOT)),
                words(f[2]),
                words(f[3]).stream().map(Integer::valueOf).toList(),
                f[4],
                Set.copyOf(words(f[5])),
                decimal(f[6]),
                decimal(f[7]),
                words(f[8]),
                f[9].isEmpty() ? null : Duration.parse(f[9]),
                decimal(f[10]),
                f[11],
                f[12]);
    }

    private static List<String> words(String field) {
        return field.isEmpty() ? List.of() : List.of(field.split(" "));
    }

    private static @Nullable BigDecimal decimal(String field) {
        return field.isEmpty() ? null : new BigDecimal(field);
    }
}
