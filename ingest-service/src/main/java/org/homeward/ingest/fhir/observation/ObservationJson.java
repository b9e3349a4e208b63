package org.homeward.ingest.fhir.observation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.homeward.ingest.fhir.phd.Clock;
import org.homeward.ingest.fhir.phd.Phd;
import org.homeward.ingest.json.Fault;
import org.homeward.ingest.json.Fields;
import org.homeward.ingest.reading.Refusal;
import org.homeward.ingest.sent.SentCode;
import org.homeward.ingest.sent.SentComponent;
import org.homeward.ingest.sent.SentReading;
import org.homeward.ingest.sent.SentValue;
import org.jspecify.annotations.Nullable;

/// One Observation as what was sent. `subject` is not read: the device's assignment says whose it
/// is.
public final class ObservationJson {
    private static final Set<String> STATUSES =
            Set.of("registered", "preliminary", "final", "amended", "corrected", "unknown");
    private static final Set<String> WITHDRAWN = Set.of("entered-in-error", "cancelled");
    private static final int MOST_COMPONENTS = 20;

    private ObservationJson() {}

    /// Reads one.
    ///
    /// @param sender who sent it, for itself; null where it is known which device measured
    /// @param clock of the device that measured
    public static SentReading read(JsonNode node, int index, @Nullable UUID sender, Clock clock)
            throws Fault {
        checkStatus(node);
        Phd.checkReal(node);
        if (sender != null) {
            checkDevice(node, sender);
        }
        List<SentComponent> components = components(node);
        SentValue value = Values.of(node, "");
        if (value instanceof SentValue.Panel && components.isEmpty()) {
            throw Values.absent(node, "");
        }
        return new SentReading(
                index,
                Phd.isMeantFor(node) ? Phd.messageId(node) : messageId(node),
                Codings.of(node, ""),
                value,
                components,
                clock.judge(EffectiveTime.of(node)),
                null,
                Phd.context(node, clock));
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

    private static void checkDevice(JsonNode node, UUID sender) throws Fault {
        String id = deviceId(node);
        if (!id.isEmpty() && !id.equals(sender.toString())) {
            throw new Fault(
                    403,
                    Refusal.OTHER_DEVICE,
                    "device.reference: the credential is another device's");
        }
    }

    /// The id of ours by which it names the device that measured; empty if it names none so.
    public static String deviceId(JsonNode node) {
        String reference = node.path("device").path("reference").asText("");
        int slash = reference.lastIndexOf("Device/");
        if (slash < 0) {
            return "";
        }
        String id = reference.substring(slash + "Device/".length()).toLowerCase(Locale.ROOT);
        return isUuid(id) ? id : "";
    }

    /// Whether a text is an id like ours.
    public static boolean isUuid(String text) {
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

    /// Components without a value are left out, unless none has one: mean pressure often has none.
    /// So are those that only describe the measurement.
    private static List<SentComponent> components(JsonNode node) throws Fault {
        JsonNode list = node.path("component");
        if (list.isEmpty() && !list.isObject()) {
            return List.of();
        }
        if (!list.isArray() || list.size() > MOST_COMPONENTS) {
            throw Fault.invalid("component", "is not a short list");
        }
        List<SentComponent> out = new ArrayList<>();
        int empty = -1;
        for (int i = 0; i < list.size(); i++) {
            String path = "component[" + i + "].";
            if (Phd.isAttribute(list.get(i))) {
                continue;
            }
            SentCode code = Codings.of(list.get(i), path);
            SentValue value = Values.of(list.get(i), path);
            if (value instanceof SentValue.Panel) {
                empty = i;
            } else {
                out.add(new SentComponent(code, value));
            }
        }
        if (out.isEmpty() && empty >= 0) {
            throw Values.absent(list.get(empty), "component[" + empty + "].");
        }
        return out;
    }
}
