package org.homeward.ingest.sent;

/// The way by which a reading came in.
public enum Path {
    HTTP,
    MQTT,
    FHIR,
    MANUAL
}
