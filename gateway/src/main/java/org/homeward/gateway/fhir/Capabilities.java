package org.homeward.gateway.fhir;

import org.hl7.fhir.r4.model.CapabilityStatement;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementKind;
import org.hl7.fhir.r4.model.CapabilityStatement.CapabilityStatementRestComponent;
import org.hl7.fhir.r4.model.CapabilityStatement.ResourceVersionPolicy;
import org.hl7.fhir.r4.model.CapabilityStatement.RestfulCapabilityMode;
import org.hl7.fhir.r4.model.CapabilityStatement.TypeRestfulInteraction;
import org.hl7.fhir.r4.model.CodeableConcept;
import org.hl7.fhir.r4.model.Coding;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.Enumerations.FHIRVersion;
import org.hl7.fhir.r4.model.Enumerations.PublicationStatus;
import org.homeward.gateway.fhir.search.Offer;

/// What this facade can do, as FHIR says it.
final class Capabilities {
    private static final String SINCE = "2026-11-22";
    private static final String SECURITY =
            "http://terminology.hl7.org/CodeSystem/restful-security-service";

    private Capabilities() {}

    static CapabilityStatement statement(String base) {
        CapabilityStatement statement = new CapabilityStatement();
        statement
                .setName("Homeward")
                .setTitle("Homeward FHIR R4 facade")
                .setStatus(PublicationStatus.ACTIVE)
                .setDateElement(new DateTimeType(SINCE))
                .setKind(CapabilityStatementKind.INSTANCE)
                .setFhirVersion(FHIRVersion._4_0_1)
                .addFormat("json");
        statement.getSoftware().setName("Homeward");
        statement.getImplementation().setDescription("Homeward gateway").setUrl(base);
        CapabilityStatementRestComponent rest =
                statement.addRest().setMode(RestfulCapabilityMode.SERVER);
        rest.getSecurity()
                .setDescription(
                        "Bearer tokens of the realm with audience homeward; what they reach is"
                                + " decided by relationship.")
                .addService(
                        new CodeableConcept(new Coding(SECURITY, "OAuth", "OAuth"))
                                .setText("OAuth 2.0"));
        for (Offer offer : Offer.values()) {
            resource(rest, offer);
        }
        return statement;
    }

    private static void resource(CapabilityStatementRestComponent rest, Offer offer) {
        var resource =
                rest.addResource()
                        .setType(offer.type())
                        .setVersioning(ResourceVersionPolicy.VERSIONED)
                        .setReadHistory(false);
        resource.addInteraction().setCode(TypeRestfulInteraction.READ);
        resource.addInteraction().setCode(TypeRestfulInteraction.SEARCHTYPE);
        for (Offer.Parameter parameter : offer.parameters()) {
            resource.addSearchParam().setName(parameter.name()).setType(parameter.type());
        }
    }
}
