package org.homeward.gateway.fhir.resource;

import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.ContactPoint.ContactPointSystem;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.Enumerations.AdministrativeGender;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Reference;
import org.homeward.gateway.patient.PatientView;

/// A patient's identity as FHIR says it.
public final class FhirPatient {
    private FhirPatient() {}

    public static Patient of(PatientView view) {
        Patient patient = new Patient();
        patient.setId(view.id().toString());
        patient.getMeta().setVersionId(Integer.toString(view.version()));
        view.identifiers()
                .forEach(
                        one ->
                                patient.addIdentifier()
                                        .setSystem(one.system())
                                        .setValue(one.value()));
        var name = patient.addName().setFamily(view.name().family());
        view.name().given().forEach(name::addGiven);
        if (view.phone() != null) {
            patient.addTelecom().setSystem(ContactPointSystem.PHONE).setValue(view.phone());
        }
        patient.setGender(gender(view.sex() == null ? "unknown" : view.sex()));
        if (view.birthDate() != null) {
            patient.setBirthDateElement(new DateType(view.birthDate().toString()));
        }
        if (view.deceasedAt() != null) {
            patient.setDeceased(Words.instant(view.deceasedAt()));
        } else if ("deceased".equals(view.statusReason())) {
            patient.setDeceased(new BooleanType(true));
        }
        if (view.team() != null && view.team().name() != null) {
            patient.setManagingOrganization(new Reference().setDisplay(view.team().name()));
        }
        return patient;
    }

    private static AdministrativeGender gender(String sex) {
        return switch (sex) {
            case "female" -> AdministrativeGender.FEMALE;
            case "male" -> AdministrativeGender.MALE;
            case "other" -> AdministrativeGender.OTHER;
            default -> AdministrativeGender.UNKNOWN;
        };
    }
}
