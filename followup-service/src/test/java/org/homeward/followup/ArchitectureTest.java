package org.homeward.followup;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.homeward.followup.db.planted.PlantedEntity;
import org.homeward.followup.plan.planted.PlantedManager;
import org.homeward.kit.test.HomewardRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rings of this service. Each rule is shown to fail on a planted violation.
class ArchitectureTest {
    private static final String[] PURE = {
        "patient", "plan", "draft", "task", "episode", "team", "share", "timeline"
    };
    private static final String[] EDGES = {"kafka", "db", "http", "crypt"};
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.homeward.followup");

    static List<ArchRule> rules() {
        return List.of(
                HomewardRules.pureRingIsPure("followup", PURE),
                HomewardRules.pureRingTakesTimeAndIdsAsParameters("followup", PURE),
                HomewardRules.innerRingsDoNotReadEdges("followup", EDGES),
                HomewardRules.packagesFormNoCircle("followup"),
                HomewardRules.namesSayWhatThingsAre("followup"),
                HomewardRules.entitiesStayInDb("followup"),
                HomewardRules.noPublicMutableFields("followup"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theServiceKeepsToTheRule(ArchRule rule) {
        rule.check(MAIN);
    }

    private static boolean fails(ArchRule rule, Class<?>... planted) {
        return rule.evaluate(new ClassFileImporter().importClasses(planted)).hasViolation();
    }

    @Test
    void aClockAndAFrameworkInThePureRingAreFound() {
        String[] pure = {"plan.planted"};
        assertThat(fails(HomewardRules.pureRingIsPure("followup", pure), PlantedManager.class))
                .isTrue();
        assertThat(
                        fails(
                                HomewardRules.pureRingTakesTimeAndIdsAsParameters("followup", pure),
                                PlantedManager.class))
                .isTrue();
    }

    @Test
    void aUseCaseThatReadsAnEdgeIsFound() {
        ArchRule rule = HomewardRules.innerRingsDoNotReadEdges("followup", "db.planted");
        assertThat(fails(rule, PlantedUseCase.class, PlantedEntity.class)).isTrue();
    }

    @Test
    void aHollowNameAndAPublicMutableFieldAreFound() {
        assertThat(fails(HomewardRules.namesSayWhatThingsAre("followup"), PlantedManager.class))
                .isTrue();
        assertThat(fails(HomewardRules.noPublicMutableFields("followup"), PlantedEntity.class))
                .isTrue();
    }

    @Test
    void aPublicEntityOutsideItsPlaceIsFound() {
        assertThat(fails(HomewardRules.entitiesStayInDb("followup"), PlantedEntity.class)).isTrue();
    }

    @Test
    void aCircleOfPackagesIsFound() {
        assertThat(
                        fails(
                                HomewardRules.packagesFormNoCircle("followup"),
                                PlantedManager.class,
                                PlantedEntity.class))
                .isTrue();
    }
}
