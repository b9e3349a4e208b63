package org.homeward.simulator.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.homeward.events.Code;
import org.homeward.events.CodeTable;

/// What becomes of one Observation of a file: it is sent, or passed over for a reason.
public sealed interface Choice {
    Set<String> DONE = Set.of("final", "amended", "corrected");

    record Send() implements Choice {}

    /// Not to be sent.
    ///
    /// @param code the Observation's first code, for the report
    record PassOver(String code, Reason reason) implements Choice {}

    /// Why an Observation is not sent.
    enum Reason {
        NOT_VITAL_SIGNS("not category vital-signs"),
        NOT_SUPPORTED("code not supported"),
        NOT_FINAL("status is not final"),
        NO_VALUE("without a value"),
        NO_ID("without an id"),
        OTHER_SUBJECT("about somebody else");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        public String text() {
            return text;
        }
    }

    /// Vital signs of supported codes with an id, a final status and a value are sent.
    static Choice of(JsonNode observation) {
        Optional<Reason> reason = reason(observation);
        return reason.isEmpty() ? new Send() : new PassOver(firstCode(observation), reason.get());
    }

    private static Optional<Reason> reason(JsonNode observation) {
        if (!isVitalSign(observation)) {
            return Optional.of(Reason.NOT_VITAL_SIGNS);
        }
        Optional<Code> code = code(observation);
        if (code.isEmpty()) {
            return Optional.of(Reason.NOT_SUPPORTED);
        }
        if (!DONE.contains(observation.path("status").asText())) {
            return Optional.of(Reason.NOT_FINAL);
        }
        if (!hasValue(observation, code.get())) {
            return Optional.of(Reason.NO_VALUE);
        }
        return observation.path("id").asText().isEmpty()
                ? Optional.of(Reason.NO_ID)
                : Optional.empty();
    }

    private static boolean isVitalSign(JsonNode observation) {
        return StreamSupport.stream(observation.path("category").spliterator(), false)
                .flatMap(c -> StreamSupport.stream(c.path("coding").spliterator(), false))
                .anyMatch(coding -> "vital-signs".equals(coding.path("code").asText()));
    }

    private static Optional<Code> code(JsonNode observation) {
        return StreamSupport.stream(observation.path("code").path("coding").spliterator(), false)
                .flatMap(coding -> known(coding).stream())
                .findFirst();
    }

    private static Optional<Code> known(JsonNode coding) {
        return CodeTable.standard()
                .find(coding.path("system").asText(), coding.path("code").asText())
                .filter(code -> code.kind() != Code.Kind.REFUSED);
    }

    private static boolean hasValue(JsonNode observation, Code code) {
        if (code.kind() == Code.Kind.PANEL) {
            return StreamSupport.stream(observation.path("component").spliterator(), false)
                    .anyMatch(component -> component.has("valueQuantity"));
        }
        return observation.has("valueQuantity") || observation.has("valueCodeableConcept");
    }

    private static String firstCode(JsonNode observation) {
        String code = observation.path("code").path("coding").path(0).path("code").asText();
        return code.isEmpty() ? "no code" : code;
    }
}
