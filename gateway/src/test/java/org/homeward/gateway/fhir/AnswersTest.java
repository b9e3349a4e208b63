package org.homeward.gateway.fhir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.homeward.gateway.fhir.resource.R4Validator.assertValid;

import org.homeward.gateway.fhir.search.Offer;
import org.homeward.kit.problem.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What is answered beside the resources of the ward is valid FHIR too.
class AnswersTest {
    @Test
    void theCapabilityStatementIsValidAndNamesWhatIsOffered() {
        var statement = Capabilities.statement("https://homeward.example.org/fhir/R4");
        assertValid(statement);
        assertThat(statement.getRestFirstRep().getResource())
                .extracting(one -> one.getType())
                .containsExactly("Patient", "Observation", "Device", "CarePlan", "Task");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOfferedIsAWordOfTheStandard(Offer offer) {
        assertThat(Capabilities.statement("urn:x").getRestFirstRep().getResource())
                .filteredOn(one -> one.getType().equals(offer.type()))
                .singleElement()
                .satisfies(
                        one -> assertThat(one.getSearchParam()).hasSameSizeAs(offer.parameters()));
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 405, 406, 409, 412, 413, 415, 428, 429, 500, 503})
    void aRefusalIsValidWhateverItsStatus(int status) {
        Problem problem = new Problem(status, "SOME_CODE", "Something.").field("a", "is wrong");
        assertValid(FhirEdge.outcome(status, problem.toJson()));
    }
}
