package org.homeward.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import org.homeward.alert.db.planted.PlantedEntity;
import org.homeward.alert.rule.planted.PlantedManager;
import org.homeward.kit.test.HomewardRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rings of this service. Each rule is shown to fail on a planted violation.
class ArchitectureTest {
    private static final String[] PURE = {"rule", "rulebook", "episode", "evaluator", "evidence"};
    private static final String[] EDGES = {"stream", "kafka", "db", "http"};
    private static final JavaClasses MAIN =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("org.homeward.alert");

    static List<ArchRule> rules() {
        return List.of(
                HomewardRules.pureRingIsPure("alert", PURE),
                HomewardRules.pureRingTakesTimeAndIdsAsParameters("alert", PURE),
                HomewardRules.innerRingsDoNotReadEdges("alert", EDGES),
                HomewardRules.packagesFormNoCircle("alert"),
                HomewardRules.namesSayWhatThingsAre("alert"),
                HomewardRules.entitiesStayInDb("alert"),
                HomewardRules.noPublicMutableFields("alert"));
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
        String[] pure = {"rule.planted"};
        assertThat(fails(HomewardRules.pureRingIsPure("alert", pure), PlantedManager.class))
                .isTrue();
        assertThat(
                        fails(
                                HomewardRules.pureRingTakesTimeAndIdsAsParameters("alert", pure),
                                PlantedManager.class))
                .isTrue();
    }

    @Test
    void aUseCaseThatReadsAnEdgeIsFound() {
        ArchRule rule = HomewardRules.innerRingsDoNotReadEdges("alert", "db.planted");
        assertThat(fails(rule, PlantedUseCase.class, PlantedEntity.class)).isTrue();
    }

    @Test
    void aHollowNameAndAPublicMutableFieldAreFound() {
        assertThat(fails(HomewardRules.namesSayWhatThingsAre("alert"), PlantedManager.class))
                .isTrue();
        assertThat(fails(HomewardRules.noPublicMutableFields("alert"), PlantedEntity.class))
                .isTrue();
    }

    @Test
    void aPublicEntityOutsideItsPlaceIsFound() {
        assertThat(fails(HomewardRules.entitiesStayInDb("alert"), PlantedEntity.class)).isTrue();
    }

    @Test
    void aCircleOfPackagesIsFound() {
        assertThat(
                        fails(
                                HomewardRules.packagesFormNoCircle("alert"),
                                PlantedManager.class,
                                PlantedEntity.class))
                .isTrue();
    }
}
