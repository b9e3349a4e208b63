package org.homeward.gateway.fhir;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.homeward.kit.problem.Problem;
import org.homeward.kit.problem.ProblemForm;

/// Refusals below `/fhir` that are spoken before a resource method is found.
@ApplicationScoped
class FhirProblems implements ProblemForm {
    private final FhirJson json;

    @Inject
    FhirProblems(FhirJson json) {
        this.json = json;
    }

    @Override
    public boolean covers(String path) {
        return FhirEdge.isFhir(path);
    }

    @Override
    public String mediaType() {
        return FhirJson.MEDIA_TYPE;
    }

    @Override
    public String encode(Problem problem) {
        return json.encode(FhirEdge.outcome(problem.status(), problem.toJson()));
    }
}
