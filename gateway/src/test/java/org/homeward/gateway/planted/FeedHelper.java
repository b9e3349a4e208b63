package org.homeward.gateway.planted;

import org.hl7.fhir.r4.model.Patient;

/// A hollow name, a public mutable field, and FHIR where it does not belong.
public class FeedHelper {
    public String open = "";

    public Patient patient() {
        return new Patient();
    }
}
