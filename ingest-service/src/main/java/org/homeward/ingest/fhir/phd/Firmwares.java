package org.homeward.ingest.fhir.phd;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.sent.SelfReport;

/// Which firmware the devices of one Bundle say that they run.
public final class Firmwares {
    /// IEEE 11073-10101 MDC_ID_PROD_SPEC_FW: firmware revision.
    private static final String REVISION = "531976";

    private static final int LONGEST = 64;

    private final Map<String, String> byDevice = new HashMap<>();

    /// Takes a Device with its entry's name.
    ///
    /// @throws Fault if its version is no text
    public void add(JsonNode entry) throws Fault {
        JsonNode device = entry.path("resource");
        for (JsonNode version : device.path("version")) {
            if (isFirmware(version)) {
                String text = Fields.optionalText(version, "value");
                if (text.length() > LONGEST) {
                    throw Fault.invalid("version.value", "is too long");
                }
                byDevice.put(entry.path("fullUrl").asText(""), text);
                byDevice.put("Device/" + device.path("id").asText(""), text);
                byDevice.remove("");
            }
        }
    }

    private static boolean isFirmware(JsonNode version) {
        for (JsonNode coding : version.path("type").path("coding")) {
            if (coding.path("system").asText().equals(CodeTable.MDC)
                    && coding.path("code").asText().equals(REVISION)) {
                return true;
            }
        }
        return false;
    }

    /// What the device runs that took these Observations; not said where they are those of several.
    public SelfReport of(List<JsonNode> observations) {
        if (byDevice.isEmpty()) {
            return SelfReport.NOTHING;
        }
        Set<String> measured = new HashSet<>();
        for (JsonNode observation : observations) {
            measured.add(
                    byDevice.getOrDefault(
                            observation.path("device").path("reference").asText(""), ""));
        }
        measured.remove("");
        return measured.size() == 1
                ? new SelfReport(null, measured.iterator().next())
                : SelfReport.NOTHING;
    }
}
