package org.homeward.ingest.fhir;

import java.time.Instant;
import java.util.UUID;

/// What a hub sends that says by which device it was measured.
public final class HubBodies {
    private HubBodies() {}

    /// A pulse by what `device.reference` says.
    public static String pulse(String reference, String value, Instant at) {
        return FhirPost.observation("final", at.toString(), value)
                .replaceFirst("\\{", "{\"device\":{\"reference\":\"" + reference + "\"},");
    }

    public static String pulse(UUID device, String value, Instant at) {
        return pulse("Device/" + device, value, at);
    }

    /// A Device resource with other fields.
    public static String device(String fields) {
        return "{\"resourceType\":\"Device\",%s}".formatted(fields);
    }

    /// What a serial number stands on, and which firmware runs in it.
    public static String device(String serial, String firmware) {
        return device(
                """
                "serialNumber":"%s","version":[{"type":{"coding":[\
                {"system":"urn:iso:std:iso:11073:10101","code":"531976"}]},"value":"%s"}]"""
                        .formatted(serial, firmware));
    }

    public static String entry(String name, String resource) {
        return PhdBodies.entry(name, resource);
    }

    public static String bundle(String type, String... entries) {
        return PhdBodies.bundle(type, entries);
    }
}
