package org.homeward.gateway;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.List;
import org.homeward.kit.test.HomewardRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ArchitectureTest {
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.homeward.gateway");
    private static final JavaClasses PLANTED =
            new ClassFileImporter().importPackages("org.homeward.gateway.planted");

    private static final ArchRule ONLY_FHIR_MAPS_TO_FHIR =
            noClasses()
                    .that()
                    .resideOutsideOfPackage("org.homeward.gateway.fhir..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage("org.hl7.fhir..", "ca.uhn.fhir..")
                    .as("fhir alone maps to FHIR");

    static List<ArchRule> rules() {
        return List.of(
                HomewardRules.namesSayWhatThingsAre("gateway"),
                HomewardRules.noPublicMutableFields("gateway"),
                ONLY_FHIR_MAPS_TO_FHIR);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theGatewayKeepsTheRule(ArchRule rule) {
        rule.check(OURS);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void aPlantedViolationIsFound(ArchRule rule) {
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }

    @Test
    void noTwoPackagesReadEachOtherInACircle() {
        HomewardRules.packagesFormNoCircle("gateway").check(OURS);
    }

    @Test
    void aPlantedCircleIsFound() {
        ArchRule rule =
                SlicesRuleDefinition.slices()
                        .matching("org.homeward.gateway.planted.(*)..")
                        .should()
                        .beFreeOfCycles();
        assertThatThrownBy(() -> rule.check(PLANTED)).isInstanceOf(AssertionError.class);
    }
}
