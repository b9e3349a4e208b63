package org.homeward.simulator.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// One file: the person, what will be sent, and what will not.
///
/// @param passedOver by reason, how often each code occurred
public record PatientBundle(
        Person person,
        List<JsonNode> vitalSigns,
        Instant earliest,
        Map<Choice.Reason, TreeMap<String, Integer>> passedOver) {

    public PatientBundle {
        vitalSigns = List.copyOf(vitalSigns);
    }
}
