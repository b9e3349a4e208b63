package org.homeward.gateway.fhir.search;

import java.util.List;
import org.hl7.fhir.r4.model.CarePlan;
import org.hl7.fhir.r4.model.Device;
import org.hl7.fhir.r4.model.Enumerations.SearchParamType;
import org.hl7.fhir.r4.model.Observation;
import org.hl7.fhir.r4.model.Patient;
import org.hl7.fhir.r4.model.Resource;
import org.hl7.fhir.r4.model.Task;

/// What is offered of each resource type: the capability statement says it, and a search by
/// anything else is refused.
public enum Offer {
    PATIENT(
            Patient.class,
            new Parameter("_id", SearchParamType.TOKEN),
            new Parameter("identifier", SearchParamType.TOKEN),
            new Parameter("name", SearchParamType.STRING)),
    OBSERVATION(
            Observation.class,
            new Parameter("_id", SearchParamType.TOKEN),
            new Parameter("patient", SearchParamType.REFERENCE),
            new Parameter("subject", SearchParamType.REFERENCE),
            new Parameter("category", SearchParamType.TOKEN),
            new Parameter("code", SearchParamType.TOKEN),
            new Parameter("date", SearchParamType.DATE)),
    DEVICE(
            Device.class,
            new Parameter("_id", SearchParamType.TOKEN),
            new Parameter("patient", SearchParamType.REFERENCE)),
    CARE_PLAN(
            CarePlan.class,
            new Parameter("_id", SearchParamType.TOKEN),
            new Parameter("patient", SearchParamType.REFERENCE),
            new Parameter("subject", SearchParamType.REFERENCE)),
    TASK(
            Task.class,
            new Parameter("_id", SearchParamType.TOKEN),
            new Parameter("patient", SearchParamType.REFERENCE),
            new Parameter("status", SearchParamType.TOKEN));

    public record Parameter(String name, SearchParamType type) {}

    private final Class<? extends Resource> resource;

    @SuppressWarnings("ImmutableEnumChecker")
    private final List<Parameter> parameters;

    Offer(Class<? extends Resource> resource, Parameter... parameters) {
        this.resource = resource;
        this.parameters = List.of(parameters);
    }

    public Class<? extends Resource> resource() {
        return resource;
    }

    public String type() {
        return resource.getSimpleName();
    }

    public List<Parameter> parameters() {
        return parameters;
    }

    boolean has(String parameter) {
        return parameters.stream().anyMatch(one -> one.name().equals(parameter));
    }
}
