package org.homeward.simulator.ward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.homeward.simulator.body.Scenario;
import org.homeward.simulator.device.Protocol;

/// One person of the demo ward.
///
/// @param bed the number in the ward, which is the identifier that finds the patient again
/// @param team a or b
/// @param registration name, birth date and sex
/// @param plan measurements and thresholds
/// @param people the demo users with a relation of their own: gp, patient, carer
record WardPatient(
        String bed,
        String team,
        JsonNode registration,
        Scenario scenario,
        JsonNode plan,
        List<Device> devices,
        List<String> people) {

    /// A device and what it measures.
    ///
    /// @param liveSeconds between two live sendings
    record Device(String kind, Protocol protocol, List<String> codes, int liveSeconds) {
        static Device from(JsonNode node) {
            return new Device(
                    node.path("kind").asText(),
                    Protocol.named(node.path("protocol").asText()),
                    texts(node.path("codes")),
                    node.path("liveSeconds").asInt());
        }
    }

    static WardPatient from(JsonNode node) {
        return new WardPatient(
                node.path("bed").asText(),
                node.path("team").asText(),
                node.path("registration"),
                Scenario.named(node.path("scenario").asText()),
                node.path("plan"),
                node.path("devices").valueStream().map(Device::from).toList(),
                texts(node.path("people")));
    }

    /// The seed of this person's body.
    long seed() {
        return bed.hashCode();
    }

    String nurse() {
        return team.equals("a") ? "nurse" : "nurse2";
    }

    String physician() {
        return team.equals("a") ? "physician" : "physician2";
    }

    private static List<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }
}
