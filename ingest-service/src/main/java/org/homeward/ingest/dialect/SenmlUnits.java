package org.homeward.ingest.dialect;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import org.homeward.ingest.json.Fault;

/// SenML's units as UCUM's. Source: the registry of RFC 8428 section 12.1, in senml-units.csv
/// beside this class; a unit that says nothing of what it counts or relates to has no counterpart
/// there.
final class SenmlUnits {
    private static final Map<String, String> UCUM = read();

    private SenmlUnits() {}

    /// The UCUM unit.
    ///
    /// @throws Fault if SenML has no such unit, or UCUM none that means the same
    static String ucum(String senml) throws Fault {
        String ucum = UCUM.getOrDefault(senml, "");
        if (ucum.isEmpty()) {
            throw new Fault(422, "UNKNOWN_UNIT", "u: not a SenML unit of a measurement");
        }
        return ucum;
    }

    /// All, by SenML's name; empty where there is no counterpart.
    static Map<String, String> table() {
        return UCUM;
    }

    private static Map<String, String> read() {
        try (InputStream csv = SenmlUnits.class.getResourceAsStream("senml-units.csv")) {
            if (csv == null) {
                throw new IllegalStateException("senml-units.csv is missing");
            }
            return new String(csv.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", 3))
                    .collect(Collectors.toUnmodifiableMap(f -> f[0], f -> f[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
