package org.homeward.ingest.fhir;

import static java.util.stream.Collectors.joining;

import java.util.stream.Stream;

/// What a hub sends that follows the HL7 guide for personal health devices, written after the shape
/// of the guide's examples.
public final class PhdBodies {
    public static final String NAME = "Kowalczyk";

    /// As the guide builds it, from the patient's number among others.
    static final String IDENTIFIER =
            "00-1C-05-04-00-00-78-25-%s-1.2.3-150456-97-%%-20261122T095500".formatted(NAME);

    private PhdBodies() {}

    static String phd(String profile) {
        return "\"meta\":{\"profile\":[\"http://hl7.org/fhir/uv/phd/StructureDefinition/Phd%s\"]}"
                .formatted(profile);
    }

    static String coding(String mdc, String loinc) {
        return """
        "code":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"%s"},\
        {"system":"http://loinc.org","code":"%s"}]}"""
                .formatted(mdc, loinc);
    }

    static String quantity(String value, String unit) {
        return "\"valueQuantity\":{\"value\":%s,\"system\":\"http://unitsofmeasure.org\",\"code\":\"%s\"}"
                .formatted(value, unit);
    }

    static String absent(String reason) {
        return """
        "dataAbsentReason":{"coding":[{"system":\
        "http://terminology.hl7.org/CodeSystem/data-absent-reason","code":"%s"}]}"""
                .formatted(reason);
    }

    /// Oxygen saturation as a spot check.
    public static String saturation(String time, String value) {
        return """
        {"resourceType":"Observation","id":"numeric-1",%s,"status":"final",
         "extension":[{"url":"http://hl7.org/fhir/StructureDefinition/observation-gatewayDevice",
           "valueReference":{"reference":"urn:uuid:hub"}}],
         "identifier":[{"value":"%s"}],%s,
         "subject":{"reference":"urn:uuid:patient","display":"%s"},
         "effectiveDateTime":"%s",%s,"device":{"reference":"urn:uuid:oximeter"},
         "derivedFrom":[{"reference":"urn:uuid:clock"}],
         "component":[{"code":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"68193"}]},
           "valueCodeableConcept":{"coding":[{"system":"urn:iso:std:iso:11073:10101",
             "code":"150588"}]}}]}"""
                .formatted(
                        phd("NumericObservation"),
                        IDENTIFIER,
                        coding("150456", "2708-6"),
                        NAME,
                        time,
                        value);
    }

    /// A cuff's pressure, whose mean is not given.
    static String pressure(String time, String systolic, String mean) {
        return """
        {"resourceType":"Observation",%s,"status":"final",%s,"effectiveDateTime":"%s",
         "extension":[{"url":
           "http://hl7.org/fhir/uv/phd/StructureDefinition/CoincidentTimeStampReference",
           "valueReference":{"reference":"Observation/clock-1"}}],
         "component":[{%s,%s},{%s,%s},{%s,%s}]}"""
                .formatted(
                        phd("CompoundNumericObservation"),
                        coding("150020", "85354-9"),
                        time,
                        coding("150021", "8480-6"),
                        systolic,
                        coding("150022", "8462-4"),
                        quantity("71", "mm[Hg]"),
                        coding("150023", "8478-0"),
                        mean);
    }

    /// What the device's clock said when the hub's said something else.
    static String clock(String times) {
        return """
        {"resourceType":"Observation","id":"clock-1",%s,"status":"final",
         "code":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"67975"}]},
         "subject":{"reference":"urn:uuid:oximeter"},%s,
         "device":{"reference":"urn:uuid:oximeter"}}"""
                .formatted(phd("CoincidentTimeStampObservation"), times);
    }

    static String patient() {
        return """
        {"resourceType":"Patient","name":[{"family":"%s"}],"identifier":[{"value":"%s"}]}"""
                .formatted(NAME, NAME);
    }

    static String oximeter() {
        return """
        {"resourceType":"Device",%s,"serialNumber":"0400007825","manufacturer":"Example Medical",
         "identifier":[{"type":{"coding":[{"code":"SYSID"}]},"value":"00-1C-05-04-00-00-78-25"}],
         "version":[{"type":{"coding":[{"system":"urn:iso:std:iso:11073:10101","code":"531976"}]},
           "value":"0.9C"}]}"""
                .formatted(phd("Device"));
    }

    static String entry(String name, String resource) {
        int at = resource.indexOf("\"resourceType\":\"") + 16;
        String type = resource.substring(at, resource.indexOf('"', at));
        return """
        {"fullUrl":"urn:uuid:%s","resource":%s,"request":{"method":"POST","url":"%s",
         "ifNoneExist":"identifier=%s"}}"""
                .formatted(name, resource, type, NAME);
    }

    static String bundle(String type, String... entries) {
        return Stream.of(entries)
                .collect(
                        joining(
                                ",",
                                "{\"resourceType\":\"Bundle\",\"type\":\""
                                        + type
                                        + "\",\"entry\":[",
                                "]}"));
    }

    /// Patient, device, clock and readings, as a hub uploads them after a connection.
    public static String upload(String type, String time, String clock) {
        return bundle(
                type,
                entry("patient", patient()),
                entry("oximeter", oximeter()),
                entry("saturation", saturation(time, quantity("97", "%"))),
                entry(
                        "pressure",
                        pressure(time, quantity("116", "mm[Hg]"), absent("not-a-number"))),
                entry("clock", clock(clock)));
    }
}
