package org.homeward.simulator.bundle;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// What became of one file, for the person who imported it. No name, no value.
///
/// @param refused by the platform, by its reason
public record FileReport(
        String file,
        UUID patientId,
        boolean patientIsNew,
        int sent,
        int accepted,
        Map<String, Integer> refused,
        Map<Choice.Reason, TreeMap<String, Integer>> passedOver) {

    public FileReport {
        refused = new LinkedHashMap<>(refused);
    }

    public String print() {
        StringBuilder text = new StringBuilder();
        text.append(
                "%s%n  patient %s (%s)%n  vital signs: %d sent, %d accepted, %d refused%n"
                        .formatted(
                                file,
                                patientId,
                                patientIsNew ? "registered" : "known already",
                                sent,
                                accepted,
                                sent - accepted));
        refused.forEach((reason, n) -> text.append("    refused: %s x%d%n".formatted(reason, n)));
        passedOver.forEach(
                (reason, codes) ->
                        text.append(
                                "  passed over, %s: %s%n".formatted(reason.text(), list(codes))));
        return text.toString();
    }

    private static String list(TreeMap<String, Integer> codes) {
        return codes.entrySet().stream()
                .map(code -> code.getKey() + " x" + code.getValue())
                .collect(Collectors.joining(", "));
    }
}
