package org.homeward.ingest.fhir.phd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;

/// What the HL7 guide for personal health devices (hl7.fhir.uv.phd, R4, versions 1 and 2) adds to
/// an Observation. A hub that follows it has put the device's readings on its own time line
/// already.
public final class Phd {
    /// The context that says how far the device itself trusts its measurement.
    private static final String STATUS = "measurementStatus";

    private static final String PROFILES = "http://hl7.org/fhir/uv/phd/StructureDefinition/";
    private static final String BITS = "http://hl7.org/fhir/uv/phd/CodeSystem/ASN1ToHL7";
    private static final String STATUSES =
            "http://hl7.org/fhir/uv/pocd/CodeSystem/measurement-status";

    /// Those of the guide's statuses that are about the value, not about alarms.
    private static final Set<String> ABOUT_THE_VALUE =
            Set.of("questionable", "calibration-ongoing", "early-indication", "validated-data");

    /// IEEE 11073-10101 partition 1 is the object infrastructure: attributes of a measurement, such
    /// as its supplemental types, and no measurements.
    private static final int ATTRIBUTES = 1;

    private static final int TERM_BITS = 16;

    private Phd() {}

    /// Whether a resource claims one of the guide's profiles.
    public static boolean isMeantFor(JsonNode resource) {
        for (JsonNode profile : resource.path("meta").path("profile")) {
            if (profile.asText().startsWith(PROFILES)) {
                return true;
            }
        }
        return false;
    }

    /// The identifier that the guide has for telling repetitions, or none. The resource's own id is
    /// a label of the Bundle there, and two Bundles may use the same.
    public static String messageId(JsonNode observation) throws Fault {
        for (JsonNode identifier : observation.path("identifier")) {
            String value = Fields.optionalText(identifier, "value");
            if (!value.isEmpty()) {
                return value;
            }
        }
        return "";
    }

    /// Measurements of nobody: a demonstration or a test of the device.
    ///
    /// @throws Fault if it is one
    public static void checkReal(JsonNode observation) throws Fault {
        for (JsonNode label : observation.path("meta").path("security")) {
            if (label.path("code").asText().equals("HTEST")) {
                throw new Fault(422, "NEVER_CHARTED", "meta.security: is test data");
            }
        }
    }

    /// Whether a component says something about the measurement and is none itself.
    public static boolean isAttribute(JsonNode component) {
        for (JsonNode coding : component.path("code").path("coding")) {
            String system = coding.path("system").asText();
            if ((system.equals(CodeTable.MDC) || system.equals(BITS))
                    && partition(coding.path("code").asText()) == ATTRIBUTES) {
                return true;
            }
        }
        return false;
    }

    /// The partition of a code such as `68193`, or `68746.1` for one bit of it; -1 if it is none.
    private static int partition(String code) {
        int end = code.indexOf('.');
        try {
            return Integer.parseInt(end < 0 ? code : code.substring(0, end)) >> TERM_BITS;
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    /// What a reading's context says of the measurement and of the clock.
    public static Map<String, String> context(JsonNode observation, Clock clock) {
        Map<String, String> out = new HashMap<>(clock.context());
        for (JsonNode interpretation : observation.path("interpretation")) {
            for (JsonNode coding : interpretation.path("coding")) {
                String status = coding.path("code").asText();
                if (coding.path("system").asText().equals(STATUSES)
                        && ABOUT_THE_VALUE.contains(status)) {
                    out.putIfAbsent(STATUS, status);
                }
            }
        }
        return out;
    }
}
