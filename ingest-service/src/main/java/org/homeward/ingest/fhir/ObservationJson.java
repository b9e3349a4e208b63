package org.homeward.ingest.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.homeward.events.CodeTable;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;

/// One Observation as what was sent. `subject` is not read: the device's assignment says whose it
/// is.
final class ObservationJson {
    private static final Set<String> STATUSES =
            Set.of("registered", "preliminary", "final", "amended", "corrected", "unknown");
    private static final Set<String> WITHDRAWN = Set.of("entered-in-error", "cancelled");
    private static final int MOST_COMPONENTS = 20;

    private ObservationJson() {}

    static SentReading read(JsonNode node, int index, UUID device) throws Fault {
        if (!"Observation".equals(node.path("resourceType").asText())) {
            throw new Fault(422, "NOT_SUPPORTED", "resourceType: only Observation is taken");
        }
        checkStatus(node);
        checkDevice(node, device);
        List<SentComponent> components = components(node);
        SentValue value = Values.of(node, "");
        if (value instanceof SentValue.Panel && components.isEmpty()) {
            throw Values.absent(node, "");
        }
        return new SentReading(
                index,
                messageId(node),
                code(node, ""),
                value,
                components,
                EffectiveTime.of(node),
                null,
                Map.of());
    }

    private static void checkStatus(JsonNode node) throws Fault {
        String status = Fields.text(node, "status", "");
        if (WITHDRAWN.contains(status)) {
            throw new Fault(422, "WITHDRAWN", "status: the observation is withdrawn");
        }
        if (!STATUSES.contains(status)) {
            throw Fault.invalid("status", "is none of FHIR's");
        }
    }

    private static void checkDevice(JsonNode node, UUID device) throws Fault {
        String reference = node.path("device").path("reference").asText("");
        int slash = reference.lastIndexOf("Device/");
        if (slash < 0) {
            return;
        }
        String id = reference.substring(slash + "Device/".length()).toLowerCase(Locale.ROOT);
        if (isUuid(id) && !id.equals(device.toString())) {
            throw new Fault(
                    403,
                    Refusal.OTHER_DEVICE,
                    "device.reference: the credential is another device's");
        }
    }

    private static boolean isUuid(String text) {
        try {
            UUID.fromString(text);
            return text.length() == 36;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// The resource's own id, or else its first identifier.
    private static String messageId(JsonNode node) throws Fault {
        String id = Fields.optionalText(node, "id");
        if (!id.isEmpty()) {
            return id;
        }
        JsonNode identifier = node.path("identifier").path(0);
        String value = Fields.optionalText(identifier, "value");
        return value.isEmpty() ? "" : Fields.optionalText(identifier, "system") + "|" + value;
    }

    /// Of several codings the first that the table knows, or else the first.
    private static SentCode code(JsonNode node, String path) throws Fault {
        JsonNode codings = node.path("code").path("coding");
        if (!codings.isArray() || codings.isEmpty()) {
            throw Fault.missing(path + "code.coding");
        }
        List<SentCode> codes = new ArrayList<>();
        for (JsonNode coding : codings) {
            String system = coding.path("system").asText("");
            String code = coding.path("code").asText("");
            if (!code.isEmpty() && !system.isEmpty()) {
                codes.add(new SentCode(system.equals(CodeTable.LOINC) ? "" : system, code));
            }
        }
        if (codes.isEmpty()) {
            throw Fault.missing(path + "code.coding.code");
        }
        return codes.stream().filter(ObservationJson::isKnown).findFirst().orElse(codes.getFirst());
    }

    private static boolean isKnown(SentCode code) {
        return CodeTable.standard().find(code.system(), code.value()).isPresent();
    }

    /// Components without a value are left out, unless none has one. Mean pressure often has none.
    private static List<SentComponent> components(JsonNode node) throws Fault {
        JsonNode list = node.path("component");
        if (list.isEmpty() && !list.isObject()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_COMPONENTS) {
            throw Fault.invalid("component", "is not a short list");
        }
        List<SentComponent> out = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            String path = "component[" + i + "].";
            SentCode code = code(list.get(i), path);
            SentValue value = Values.of(list.get(i), path);
            if (!(value instanceof SentValue.Panel)) {
                out.add(new SentComponent(code, value));
            }
        }
        if (out.isEmpty() && !list.isEmpty()) {
            throw Values.absent(list.get(0), "component[0].");
        }
        return out;
    }
}
