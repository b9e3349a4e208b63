package org.homeward.followup.patient;

/// A number under which the person is known elsewhere, such as an INS.
///
/// @param system the URI of who gives the number
public record Identifier(String system, String value) {
    @Override
    public String toString() {
        return "Identifier[hidden]";
    }
}
