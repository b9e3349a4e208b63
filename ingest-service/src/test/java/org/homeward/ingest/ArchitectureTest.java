package org.homeward.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.homeward.kit.test.HomewardRules;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The rules of the architecture on this service, each shown to catch what was planted against it
/// (package `planted`).
class ArchitectureTest {
    private static final String SERVICE = "ingest";
    private static final String[] PURE = {"sent", "reading", "device", "unit", "question"};
    private static final String[] EDGES = {
        "http", "mqtt", "network", "fhir", "json", "dialect", "kafka", "db", "ucum"
    };

    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(new ImportOption.DoNotIncludeTests())
                    .importPackages("org.homeward.ingest");

    private static ArchRule rule(String name, String service, String[] pure, String[] edges) {
        return switch (name) {
            case "pure" -> HomewardRules.pureRingIsPure(service, pure);
            case "time" -> HomewardRules.pureRingTakesTimeAndIdsAsParameters(service, pure);
            case "root" -> HomewardRules.innerRingsDoNotReadEdges(service, edges);
            case "circle" -> HomewardRules.packagesFormNoCircle(service);
            case "names" -> HomewardRules.namesSayWhatThingsAre(service);
            case "fields" -> HomewardRules.noPublicMutableFields(service);
            default -> throw new IllegalArgumentException(name);
        };
    }

    @ParameterizedTest
    @ValueSource(strings = {"pure", "time", "root", "circle", "names", "fields"})
    void theRuleHoldsAndCatchesAPlantedViolation(String name) {
        rule(name, SERVICE, PURE, EDGES).check(OURS);
        JavaClasses planted = new ClassFileImporter().importPackages("org.homeward.planted.ingest");
        ArchRule rule = rule(name, "planted.ingest", new String[] {"reading"}, new String[] {"db"});
        assertThat(rule.evaluate(planted).hasViolation()).as(name).isTrue();
    }
}
